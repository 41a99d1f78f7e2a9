package dev.plumbline.git;

import dev.plumbline.model.Commit.Person;
import dev.plumbline.model.FileTree.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes straight into the object database: index, work tree, configuration and hooks stay as they
/// are. Objects that no ref reaches are harmless; Git removes them one day. Methods throw
/// [dev.plumbline.model.ProblemException]: `Invalid` for what Git would not accept, `NotFound` for
/// an object that is not there, `Conflict` when somebody else moved the ref, `Refused` for a ref
/// that is not ours to move.
///
/// Ids are 40 hexadecimal digits.
public interface GitWriter {

  /// Writes a file's content and gives its id.
  String blob(byte[] content);

  /// Writes the tree that a base becomes by changes, and the folders on the way; only folders that
  /// change are read. What is removed goes first, then everything is put: a file that is put where
  /// a folder was replaces it, and the other way round. Removing what is not there does nothing. A
  /// folder that becomes empty is gone. Two puts of which one is below the other are `Invalid`.
  ///
  /// @param base a commit or a tree; empty for none
  /// @param changes what becomes of a path (`apps/shop/web.yaml`)
  String tree(Optional<String> base, Map<String, Change> changes);

  /// Writes a commit without a signature; no ref is moved.
  ///
  /// @param tree a tree, as [#tree(Optional, Map)] gives it
  /// @param parents commits; none for the first one, two for a merge
  /// @param message written as it is, with one line end
  String commit(String tree, List<String> parents, Person author, Person committer, String message);

  /// Writes an annotated tag and its ref `refs/tags/NAME`, which must not be there yet. Gives the
  /// id of the tag.
  String tag(String name, String target, Person tagger, String message);

  /// Makes or moves a ref (`refs/heads/main`), whatever it reaches; a light tag is a ref
  /// `refs/tags/NAME` that names a commit. Refuses a branch that is checked out, rebased or
  /// bisected in any work tree, refs of a remote, and symbolic refs.
  ///
  /// @param expected what the ref names now; empty when it must not be there
  void updateRef(String name, String id, Optional<String> expected);

  /// Removes a ref, with the same refusals as [#updateRef(String, String, Optional)].
  void deleteRef(String name, String expected);

  /// What becomes of a path.
  sealed interface Change {

    /// A file with a content that [GitWriter#blob(byte\[\])] has written.
    static Change file(String blob) {
      return new Put(Kind.FILE, blob);
    }

    /// Nothing is there afterwards, and nothing below it.
    static Change removed() {
      return new Removed();
    }

    /// An entry of this kind.
    ///
    /// @param id a blob for a file or link, a tree for a folder, a commit for a submodule
    record Put(Kind kind, String id) implements Change {}

    record Removed() implements Change {}
  }
}

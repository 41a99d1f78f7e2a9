package dev.plumbline.git;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.Changes;
import dev.plumbline.model.Commit;
import dev.plumbline.model.FileTree;
import dev.plumbline.model.Revision;
import dev.plumbline.process.Programs;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A local clone or a bare repository, read straight from its object database: nothing is checked
/// out, and neither the index, the work tree nor the configuration is touched. Methods throw
/// [dev.plumbline.model.ProblemException].
public interface GitRepository extends AutoCloseable {

  /// Opens the repository that a folder belongs to: a clone (the folder itself or one below it,
  /// also a linked work tree) or a bare repository. `NotFound` when there is no such folder,
  /// `Invalid` when it is no repository or one that cannot be read truly (SHA-256 ids, unknown
  /// extensions).
  static GitRepository open(Path folder) {
    return new LocalRepository(Opening.open(folder), new Identity(Optional.empty()));
  }

  /// As [#open(Path)]; [#identity()] asks the `git` program, which also follows `includeIf`.
  static GitRepository open(Path folder, Programs programs) {
    return new LocalRepository(Opening.open(folder), new Identity(Optional.of(programs)));
  }

  /// Makes an empty bare repository in a new or empty folder, and opens it. `Invalid` when
  /// something is in the folder.
  ///
  /// @param branch what HEAD names: `main`
  static GitRepository initBare(Path folder, String branch) {
    return new LocalRepository(Opening.initBare(folder, branch), new Identity(Optional.empty()));
  }

  /// The folder that was opened: the work tree, or the bare repository.
  Path folder();

  /// The Git folder of this work tree, or the bare repository.
  Path gitDir();

  /// The name of the remote that counts as reviewed: the branch's own, else `origin`, else the only
  /// one; empty when the clone has none. A bare repository without a remote is its own remote and
  /// gives empty here, too.
  Optional<String> remote();

  /// Whether the repository is bare.
  boolean bare();

  /// The branch that is declared when an environment names none: the remote's HEAD, else the branch
  /// that is checked out (or HEAD of a bare repository), else empty.
  Optional<String> defaultBranch();

  /// The commit that a revision expression names (branch, tag, id, `HEAD~2`). `NotFound` when there
  /// is none, `Invalid` when it is ambiguous or no commit.
  Revision resolve(String revision);

  /// The revision that an environment is compared at when none is named:
  /// `refs/remotes/<remote>/<branch>`, else `refs/heads/<branch>`, else HEAD. Without a branch: of
  /// [#defaultBranch()].
  Revision tip(Optional<String> branch);

  /// The tip that counts as reviewed: `refs/remotes/<remote>/<branch>`; in a bare repository
  /// without a remote `refs/heads/<branch>`; empty for a clone without a remote (nothing there is
  /// reviewed).
  Optional<Revision> reviewedTip(Optional<String> branch);

  /// Whether `commit` is `tip` or one of its ancestors.
  boolean reaches(Revision tip, Revision commit);

  /// The files at a revision.
  FileTree tree(Revision revision);

  /// Commits reachable from a revision in the order of `git rev-list --date-order`, limited to
  /// those that `git rev-list --date-order REV -- FOLDER` shows when a folder is given (`""`: all).
  /// `refs/replace` is not followed.
  ///
  /// @param limit at most so many; 0 for all
  List<Commit> log(Revision from, String folder, int limit, Cancel cancel);

  /// One commit.
  Commit commit(Revision revision);

  /// Branches, remote branches and tags with the commit that each names (annotated tags peeled).
  List<Ref> refs();

  /// `Name <email>` as Git itself would write it in this repository; empty when not configured.
  Optional<String> identity();

  /// The commit that last changed a file or folder, as `git rev-list -1 REV -- PATH`. Empty when no
  /// commit touched it.
  Optional<Commit> lastChange(Revision from, String path, Cancel cancel);

  /// The files that a commit changed against its first parent, as `git diff-tree -r --no-renames`;
  /// all of them for a commit without parents, and where a shallow clone is cut.
  Changes changes(Revision commit, Cancel cancel);

  /// Writes into this repository.
  GitWriter writer();

  @Override
  void close();

  /// A name for a commit: `refs/heads/main`, `refs/tags/v1`, `refs/remotes/origin/main`.
  record Ref(String name, String commit) {}
}

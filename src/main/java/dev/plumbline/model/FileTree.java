package dev.plumbline.model;

import java.util.List;
import java.util.Optional;

/// The files of a repository at one revision, read from the object database: nothing is checked
/// out. Paths use `/`, have no leading slash, and `""` is the root.
public interface FileTree {

  /// The revision whose files these are.
  Revision revision();

  /// Every file, link and submodule below a folder, recursively, in the byte order of paths
  /// (folders themselves are not listed); `""` for all. Empty when the folder is not there.
  List<Entry> under(String folder);

  /// The entry at a path (a file, a link, or a folder); empty when there is none.
  Optional<Entry> entry(String path);

  /// The bytes of a file or the target of a link. Throws [ProblemException] when the object is
  /// missing or corrupt.
  byte[] bytes(Entry entry);

  /// One entry.
  ///
  /// @param id the Git id of the blob or tree: equal ids are equal contents
  record Entry(String path, Kind kind, String id) {}

  /// What an entry is. A submodule is a commit of another repository and holds nothing here.
  enum Kind {
    FILE,
    EXECUTABLE,
    LINK,
    FOLDER,
    SUBMODULE
  }
}

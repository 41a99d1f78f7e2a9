package dev.plumbline.model;

import java.util.List;

/// What a commit changed.
///
/// @param files in the byte order of paths; the first so many
/// @param more how many further files it changed
public record Changes(List<File> files, int more) {

  public Changes {
    files = List.copyOf(files);
  }

  /// How many files it changed.
  public int all() {
    return files.size() + more;
  }

  /// One file, link or submodule. A renamed file is one that was deleted and one that was added.
  public record File(String path, How how) {}

  /// What became of a file.
  public enum How {
    ADDED,
    MODIFIED,
    DELETED
  }
}

package dev.plumbline.model;

/// Where a value was written: a path inside the repository (with `/`) and a line and column from 1.
/// Line 0 means that only the file is known.
public record Origin(String file, int line, int column) {

  /// Only the file is known.
  public static Origin file(String file) {
    return new Origin(file, 0, 0);
  }

  /// `file:line`, or the file alone.
  @Override
  public String toString() {
    return line > 0 ? file + ":" + line : file;
  }
}

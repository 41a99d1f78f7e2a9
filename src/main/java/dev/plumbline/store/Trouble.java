package dev.plumbline.store;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/// Failures of the file system in the words of a problem.
final class Trouble {

  private Trouble() {}

  /// The problem, to be thrown.
  ///
  /// @param what what could not be done: `The settings cannot be saved`
  static ProblemException of(String what, Path file, IOException cause) {
    return new ProblemException(problem(what, file, cause), cause);
  }

  static Problem problem(String what, Path file, IOException cause) {
    var reason = Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName());
    var why =
        cause instanceof FileSystemException e
            ? Objects.requireNonNullElse(e.getReason(), "")
            : reason;
    var lower = why.toLowerCase(Locale.ROOT);
    if (lower.contains("no space left") || lower.contains("quota exceeded")) {
      return full(what, file);
    }
    if (cause instanceof AccessDeniedException || lower.contains("read-only file system")) {
      return new Problem.Unexpected(
          what,
          file.toString(),
          "Make the file and its folder readable and writable for you",
          reason);
    }
    return new Problem.Unexpected(what, file.toString(), "Look at the file and its folder", reason);
  }

  static Problem full(String what, Path file) {
    return new Problem.Unexpected(
        what + ": the disk is full", file.toString(), "Free some space, then try again", "");
  }
}

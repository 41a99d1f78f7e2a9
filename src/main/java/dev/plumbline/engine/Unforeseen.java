package dev.plumbline.engine;

import dev.plumbline.model.Problem;

/// A failure that no adapter translated: a defect. It gets a code by which it can be found, and the
/// log has the rest.
final class Unforeseen {

  private Unforeseen() {}

  static Problem problem(Throwable failure, String where) {
    var frame = failure.getStackTrace().length > 0 ? failure.getStackTrace()[0].toString() : "";
    var code = Integer.toHexString((failure.getClass().getName() + frame).hashCode());
    return new Problem.Unexpected(
        "Something failed that should not (code " + code + ")",
        where,
        "The log has the details",
        failure.getClass().getSimpleName() + ": " + failure.getMessage());
  }
}

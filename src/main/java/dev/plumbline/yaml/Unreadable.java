package dev.plumbline.yaml;

import dev.plumbline.model.Problem;

/// Ends the reading of one document; never leaves the room.
final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Node.Spot spot;
  private final String whatToDo;

  Unreadable(Node.Spot spot, String what, String whatToDo) {
    super(what);
    this.spot = spot;
    this.whatToDo = whatToDo;
  }

  Unreadable(Node.Spot spot, String what, String whatToDo, Throwable cause) {
    super(what, cause);
    this.spot = spot;
    this.whatToDo = whatToDo;
  }

  /// The problem as a person reads it, with the parser's own words as its detail.
  Problem in(String file) {
    var cause = getCause();
    var words = cause == null ? null : cause.getMessage();
    return new Problem.Invalid(
        String.valueOf(getMessage()), spot.in(file), whatToDo, words == null ? "" : words);
  }
}

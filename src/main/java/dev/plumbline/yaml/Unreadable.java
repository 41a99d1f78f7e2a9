package dev.plumbline.yaml;

import dev.plumbline.model.Problem;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

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
    var words = words(getCause());
    return new Problem.Invalid(String.valueOf(getMessage()), spot.in(file), whatToDo, words);
  }

  /// Without the lines of the file that the parser quotes: they may be those of a Secret.
  private static String words(@Nullable Throwable cause) {
    if (cause instanceof MarkedYamlEngineException marked) {
      return (String.valueOf(marked.getContext()) + "\n" + marked.getProblem())
          .replaceAll("(?m)^(null|Optional.empty)$", "")
          .strip();
    }
    return cause == null ? "" : String.valueOf(cause.getMessage());
  }
}

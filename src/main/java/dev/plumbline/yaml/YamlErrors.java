package dev.plumbline.yaml;

import dev.plumbline.yaml.Node.Spot;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// The parser's complaints in words that say where to look and what to change.
final class YamlErrors {

  private YamlErrors() {}

  static Unreadable translate(YamlEngineException e, Chunks.Chunk chunk) {
    return switch (e) {
      case ReaderException r -> unprintable(r, chunk);
      case MarkedYamlEngineException m -> marked(m, chunk);
      default -> new Unreadable(chunk.spot(0, 0), "Not YAML: " + firstLine(e.getMessage()), "", e);
    };
  }

  private static Unreadable unprintable(ReaderException e, Chunks.Chunk chunk) {
    var text = chunk.text();
    int end =
        text.offsetByCodePoints(
            0, Math.clamp(e.getPosition(), 0, text.codePointCount(0, text.length())));
    int line = (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
    return new Unreadable(
        chunk.spot(line, end - text.lastIndexOf('\n', end - 1) - 1),
        "Not YAML: the control character U+%04X".formatted(e.getCodePoint()),
        "Remove it, or write it as an escape in double quotes",
        e);
  }

  private static Unreadable marked(MarkedYamlEngineException e, Chunks.Chunk chunk) {
    var problem = String.valueOf(e.getProblem());
    var context = String.valueOf(e.getContext());
    var here = e.getProblemMark().or(e::getContextMark);
    if (problem.contains("TAB") || problem.contains("'\\t'")) {
      return at(here, chunk, "a tab where indentation must be spaces", "Indent with spaces", e);
    }
    if (context.contains("quoted scalar") && problem.contains("end of stream")) {
      return at(e.getContextMark(), chunk, "a quote that is never closed", "Close the quote", e);
    }
    if (problem.contains("mapping values are not allowed")) {
      return at(
          here,
          chunk,
          "a \":\" where none can stand",
          "Check the indentation, or quote the value",
          e);
    }
    if (problem.contains("expected '<document start>'")) {
      return at(
          here,
          chunk,
          "text after the end of the document, which kubectl drops without a word",
          "Check the indentation",
          e);
    }
    if (problem.contains("expected <block end>")) {
      return at(
          here, chunk, "a line that does not fit the ones above it", "Check the indentation", e);
    }
    if (problem.contains("could not find expected ':'")) {
      return at(e.getContextMark(), chunk, "a line without \"key: value\"", "", e);
    }
    return at(here, chunk, firstLine(problem), "", e);
  }

  private static Unreadable at(
      Optional<Mark> mark, Chunks.Chunk chunk, String what, String whatToDo, Throwable cause) {
    Spot spot =
        mark.map(m -> chunk.spot(m.getLine(), m.getColumn())).orElseGet(() -> chunk.spot(0, 0));
    return new Unreadable(spot, "Not YAML: " + what, whatToDo, cause);
  }

  private static String firstLine(@org.jspecify.annotations.Nullable String text) {
    return text == null ? "" : text.lines().findFirst().orElse("");
  }
}

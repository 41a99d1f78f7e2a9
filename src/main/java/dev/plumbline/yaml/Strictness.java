package dev.plumbline.yaml;

import dev.plumbline.yaml.Node.Spot;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/// Refuses what snakeyaml-engine (YAML 1.2) reads and go-yaml v2 (YAML 1.1) refuses or reads as
/// something else. Found by comparing both on generated documents.
final class Strictness {

  /// `\/` and, by number, half a surrogate pair.
  private static final Pattern ODD_ESCAPE =
      Pattern.compile("\\\\(/|(u|U0000)[dD][89abcdefABCDEF])");

  private final String text;
  private final boolean escapes;

  /// Marks count code points; events come in order, so one walk over the text finds all of them.
  private int codePoint;

  private int offset;

  Strictness(String text) {
    this.text = text;
    this.escapes = ODD_ESCAPE.matcher(text).find();
  }

  /// Throws [Unreadable] when kubectl would not read this scalar as the parser did.
  void check(ScalarEvent event, Spot spot) {
    var start = event.getStartMark().orElse(null);
    if (start == null) {
      return;
    }
    if (event.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED && escapes) {
      int from = at(start);
      var escape = oddEscape(from, event.getEndMark().map(this::at).orElse(from));
      if (!escape.isEmpty()) {
        throw new Unreadable(
            spot,
            "Not YAML: \"" + escape + "\" is no escape to kubectl",
            "Write the character itself");
      }
    } else if ((event.isLiteral() || event.isFolded()) && startsWithTab(event.getValue())) {
      if (!hasIndentationIndicator(at(start))) {
        throw new Unreadable(
            spot,
            "Not YAML: a tab before the first word of a block",
            "Indent with spaces, or tell the indentation: |2");
      }
    }
  }

  /// `[a?b]`: to go-yaml a `?` inside brackets begins a key.
  void checkFlow(ScalarEvent event, Spot spot) {
    if (event.isPlain() && event.getValue().indexOf('?') >= 0) {
      throw new Unreadable(
          spot, "Not YAML: a \"?\" in a text without quotes inside {} or []", "Quote the text");
    }
  }

  /// `{x:, y}`: to go-yaml the key is `x:`.
  void checkEmptyValue(Node key, ScalarEvent value, Spot spot) {
    var start = value.getStartMark().orElse(null);
    if (start != null
        && value.getValue().isEmpty()
        && value.isPlain()
        && key instanceof Node.Scalar(String _, String _, boolean plain, Spot _)
        && plain) {
      int here = at(start);
      if (here > 0
          && here < text.length()
          && text.charAt(here - 1) == ':'
          && ",]}[{".indexOf(text.charAt(here)) >= 0) {
        throw new Unreadable(
            spot,
            "Not YAML: kubectl takes this \":\" for a part of the key",
            "Add a space after it");
      }
    }
  }

  private int at(Mark mark) {
    if (mark.getIndex() < codePoint) {
      codePoint = 0;
      offset = 0;
    }
    offset = text.offsetByCodePoints(offset, mark.getIndex() - codePoint);
    codePoint = mark.getIndex();
    return offset;
  }

  private String oddEscape(int from, int to) {
    var odd = ODD_ESCAPE.matcher(text);
    for (int i = from; i + 1 < to; i++) {
      if (text.charAt(i) == '\\') {
        if (odd.region(i, to).lookingAt()) {
          return odd.group();
        }
        i++;
      }
    }
    return "";
  }

  private static boolean startsWithTab(String value) {
    int i = 0;
    while (i < value.length() && value.charAt(i) == '\n') {
      i++;
    }
    return i < value.length() && value.charAt(i) == '\t';
  }

  private boolean hasIndentationIndicator(int header) {
    int end = text.indexOf('\n', header);
    return text.substring(header, Math.min(header + 3, end < 0 ? text.length() : end))
        .chars()
        .anyMatch(Character::isDigit);
  }
}

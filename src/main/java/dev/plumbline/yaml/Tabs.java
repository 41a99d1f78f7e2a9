package dev.plumbline.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/// Tabs between words. go-yaml skips them inside `{}` and `[]` and after the first word of a line;
/// snakeyaml-engine refuses them. So a tab that it stumbles over is read as a space where kubectl
/// would skip it, and stays an error where kubectl refuses it too (indentation).
final class Tabs {

  private Tabs() {}

  /// The text with the tabs at the place of the error replaced by spaces; empty when the error is
  /// about something else, or rightly about this tab.
  static Optional<String> relax(String text, MarkedYamlEngineException e, boolean inFlow) {
    int near =
        e.getProblemMark().map(m -> text.offsetByCodePoints(0, m.getIndex())).orElse(text.length());
    int at = near;
    while (at > 0 && isBlank(text.charAt(at - 1))) {
      at--;
    }
    int end = near;
    while (end < text.length() && isBlank(text.charAt(end))) {
      end++;
    }
    if (text.substring(at, end).indexOf('\t') < 0 || !(inFlow || mayStand(text, at))) {
      return Optional.empty();
    }
    return Optional.of(text.substring(0, at) + " ".repeat(end - at) + text.substring(end));
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private static boolean mayStand(String text, int at) {
    int start = text.lastIndexOf('\n', at) + 1;
    var before = text.substring(start, at).strip();
    while (before.startsWith("- ") || before.startsWith("? ")) {
      before = before.substring(2).strip();
    }
    if (!before.isEmpty() && !before.equals("-") && !before.equals("?")) {
      return true;
    }
    var above = text.substring(Math.max(0, start - 200), start).strip();
    return above.endsWith("{") || above.endsWith("[") || above.endsWith(",");
  }
}

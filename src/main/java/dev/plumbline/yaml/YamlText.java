package dev.plumbline.yaml;

import java.util.regex.Pattern;

/// A string as YAML text: plain where every reader takes it for a string, else in quotes, or as a
/// literal block.
final class YamlText {

  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z0-9_./$(+-][\\x21-\\x7e\\p{L}\\p{N} ]*");
  private static final Pattern MISLEADING =
      Pattern.compile(": | #|:$| $|^-( |$)|^---|^\\.\\.\\.|^=$", Pattern.DOTALL);

  /// Base 60: text to kubectl, a number to YAML 1.1.
  private static final Pattern BASE_60 = Pattern.compile("[-+]?[0-9][0-9_]*:[0-9_:.]*");

  private YamlText() {}

  /// Plain, or in double quotes on one line.
  static String flow(String text) {
    return isPlain(text) ? text : quoted(text);
  }

  private static boolean isPlain(String text) {
    return PLAIN.matcher(text).matches()
        && !MISLEADING.matcher(text).find()
        && !BASE_60.matcher(text).matches()
        && !Scalars.isTimestamp(text)
        && Scalars.plain(text) instanceof Scalars.Text;
  }

  /// Whether a literal block holds the text without loss: several lines, nothing that a parser
  /// would change or refuse, and a first line from which the indentation can be seen.
  static boolean fitsBlock(String text) {
    if (text.indexOf('\n') < 0
        || text.charAt(0) == ' '
        || text.charAt(0) == '\n'
        || text.charAt(0) == '\t') {
      return false;
    }
    return text.codePoints().allMatch(c -> c == '\n' || c == '\t' || isPrintable(c));
  }

  /// Appends the text as a literal block, with its line end.
  static void block(String text, int indent, StringBuilder out) {
    out.append('|');
    if (!text.endsWith("\n")) {
      out.append('-');
    } else if (text.endsWith("\n\n")) {
      out.append('+');
    }
    out.append('\n');
    var body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    for (var line : body.split("\n", -1)) {
      if (!line.isEmpty()) {
        out.repeat(" ", indent).append(line);
      }
      out.append('\n');
    }
  }

  private static String quoted(String text) {
    var out = new StringBuilder("\"");
    for (int c : Text.wellFormed(text).codePoints().toArray()) {
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (isPrintable(c)) {
            out.appendCodePoint(c);
          } else {
            out.append(c > 0xffff ? "\\U%08x".formatted(c) : "\\u%04x".formatted(c));
          }
        }
      }
    }
    return out.append('"').toString();
  }

  /// What stands in a file as it is: no control characters, no line ends of any alphabet, no byte
  /// order mark, nothing that is no character.
  private static boolean isPrintable(int c) {
    return (c >= 0x20 && c <= 0x7e)
        || (c >= 0xa0 && c <= 0xd7ff && c != 0x2028 && c != 0x2029)
        || (c >= 0xe000 && c <= 0xfffd && c != 0xfeff)
        || (c >= 0x10000 && (c & 0xfffe) != 0xfffe);
  }
}

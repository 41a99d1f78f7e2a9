package dev.plumbline.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Which part of a line of YAML is a key, a comment, a number, or text. Lines are given in order,
/// because a block of text goes on until its indent ends. Needs no toolkit.
public final class YamlColours {

  private static final Pattern KEY =
      Pattern.compile(
          "^(\\s*(?:- +)*)(\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*'|[^\\s#'\"\\[{&*!|>%@`-][^#]*?|-[^\\s#][^#]*?)(:)(?=\\s|$)");
  private static final Pattern ITEM = Pattern.compile("^\\s*(?:- +|-$)+");
  private static final Pattern WORD =
      Pattern.compile("(?:true|false|null|~|[-+]?(?:\\d[\\d_]*(?:\\.\\d+)?(?:[eE][-+]?\\d+)?))");
  private static final Pattern HIDDEN = Pattern.compile("hidden, \\d+ characters.*");
  private static final Pattern BLOCK = Pattern.compile("[|>][-+\\d]*");

  private int block = -1;

  /// A part of a line.
  ///
  /// @param css its style class; empty for plain text
  public record Part(int length, String css) {}

  /// The parts of the next line; their lengths add up to its own.
  public List<Part> of(String line) {
    var parts = new ArrayList<Part>();
    int indent = indent(line);
    if (block >= 0 && (line.isBlank() || indent > block)) {
      add(parts, line.length(), "");
      return parts;
    }
    block = -1;
    int at = 0;
    var item = ITEM.matcher(line);
    var key = KEY.matcher(line);
    if (key.find()) {
      add(parts, key.group(1).length(), "code-sign");
      add(parts, key.group(2).length(), "code-key");
      add(parts, 1, "code-sign");
      at = key.end();
    } else if (item.find()) {
      add(parts, item.end(), "code-sign");
      at = item.end();
    }
    value(line, at, indent, parts);
    return parts;
  }

  private void value(String line, int at, int indent, List<Part> parts) {
    int start = at;
    while (start < line.length() && line.charAt(start) == ' ') {
      start++;
    }
    add(parts, start - at, "");
    var value = line.substring(start);
    int comment = value.startsWith("#") ? 0 : quoted(value) ? -1 : value.indexOf(" #");
    var said = (comment < 0 ? value : value.substring(0, comment)).stripTrailing();
    String css = "";
    if (WORD.matcher(said).matches()) {
      css = "code-number";
    } else if (HIDDEN.matcher(said).matches()) {
      css = "code-hidden";
    } else if (BLOCK.matcher(said).matches()) {
      css = "code-sign";
      block = indent;
    } else if (said.equals("{}") || said.equals("[]") || said.equals("---")) {
      css = "code-sign";
    }
    add(parts, said.length(), css);
    add(parts, value.length() - said.length(), "code-comment");
  }

  private static boolean quoted(String value) {
    return value.startsWith("\"") || value.startsWith("'");
  }

  private static int indent(String line) {
    int indent = 0;
    while (indent < line.length() && line.charAt(indent) == ' ') {
      indent++;
    }
    return indent;
  }

  private static void add(List<Part> parts, int length, String css) {
    if (length > 0) {
      parts.add(new Part(length, css));
    }
  }
}

package dev.plumbline.yaml;

import dev.plumbline.model.Tree;
import java.util.List;
import java.util.Map;

/// Writes a tree as JSON text: keys in their order, numbers as they were written.
final class JsonWriter {

  private final StringBuilder out = new StringBuilder();
  private final boolean pretty;
  private final boolean reveal;

  private JsonWriter(boolean pretty, boolean reveal) {
    this.pretty = pretty;
    this.reveal = reveal;
  }

  static String write(Tree tree, boolean pretty, boolean reveal) {
    var writer = new JsonWriter(pretty, reveal);
    writer.value(tree, 0);
    return writer.out.toString();
  }

  private void value(Tree tree, int depth) {
    switch (tree) {
      case Tree.Obj(Map<String, Tree> fields) -> object(fields, depth);
      case Tree.Arr(List<Tree> items) -> list(items, depth);
      case Tree.Str(String text) -> quote(text, out);
      case Tree.Num(String literal) -> out.append(literal);
      case Tree.Bool(boolean b) -> out.append(b);
      case Tree.Null n -> out.append(n);
      case Tree.Hidden h when reveal -> value(h.reveal(), depth);
      case Tree.Hidden h -> quote(h.toString(), out);
    }
  }

  private void object(Map<String, Tree> fields, int depth) {
    if (fields.isEmpty()) {
      out.append("{}");
      return;
    }
    char before = '{';
    for (var field : fields.entrySet()) {
      out.append(before);
      line(depth + 1);
      quote(field.getKey(), out);
      out.append(pretty ? ": " : ":");
      value(field.getValue(), depth + 1);
      before = ',';
    }
    line(depth);
    out.append('}');
  }

  private void list(List<Tree> items, int depth) {
    if (items.isEmpty()) {
      out.append("[]");
      return;
    }
    char before = '[';
    for (var item : items) {
      out.append(before);
      line(depth + 1);
      value(item, depth + 1);
      before = ',';
    }
    line(depth);
    out.append(']');
  }

  private void line(int depth) {
    if (pretty) {
      out.append('\n').repeat("  ", depth);
    }
  }

  /// Appends a JSON string. Half a surrogate pair is escaped, so that nothing is lost in UTF-8.
  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20 || c == 0x7f || c == 0x2028 || c == 0x2029 || Text.isLone(text, i)) {
            out.append("\\u%04x".formatted((int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}

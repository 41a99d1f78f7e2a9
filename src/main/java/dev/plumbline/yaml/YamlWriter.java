package dev.plumbline.yaml;

import dev.plumbline.model.Tree;
import java.util.List;
import java.util.Map;

/// Writes a tree in block style, lists at the indentation of their key as kubectl writes them.
final class YamlWriter {

  /// go-yaml looks 1024 characters ahead for the `:` of a key; a longer key needs `? `.
  private static final int LONGEST_KEY = 1000;

  private final StringBuilder out = new StringBuilder();

  private YamlWriter() {}

  static String write(Tree tree) {
    var writer = new YamlWriter();
    switch (tree) {
      case Tree.Obj(Map<String, Tree> fields) when !fields.isEmpty() -> writer.object(fields, 0);
      case Tree.Arr(List<Tree> items) when !items.isEmpty() -> writer.list(items, 0);
      default -> writer.leaf(tree, 2);
    }
    return writer.out.toString();
  }

  /// The fields, the first of them where the writer stands, the others on lines of their own.
  private void object(Map<String, Tree> fields, int indent) {
    boolean first = true;
    for (var field : fields.entrySet()) {
      if (!first) {
        out.repeat(" ", indent);
      }
      first = false;
      var key = YamlText.flow(field.getKey());
      if (key.length() > LONGEST_KEY) {
        out.append("? ").append(key).append('\n').repeat(" ", indent).append(':');
      } else {
        out.append(key).append(':');
      }
      below(field.getValue(), indent);
    }
  }

  private void below(Tree value, int indent) {
    switch (value) {
      case Tree.Obj(Map<String, Tree> fields) when !fields.isEmpty() -> {
        out.append('\n').repeat(" ", indent + 2);
        object(fields, indent + 2);
      }
      case Tree.Arr(List<Tree> items) when !items.isEmpty() -> {
        out.append('\n').repeat(" ", indent);
        list(items, indent);
      }
      default -> {
        out.append(' ');
        leaf(value, indent + 2);
      }
    }
  }

  private void list(List<Tree> items, int indent) {
    boolean first = true;
    for (var item : items) {
      if (!first) {
        out.repeat(" ", indent);
      }
      first = false;
      out.append("- ");
      switch (item) {
        case Tree.Obj(Map<String, Tree> fields) when !fields.isEmpty() ->
            object(fields, indent + 2);
        case Tree.Arr(List<Tree> inner) when !inner.isEmpty() -> list(inner, indent + 2);
        default -> leaf(item, indent + 2);
      }
    }
  }

  private void leaf(Tree value, int indent) {
    switch (value) {
      case Tree.Obj _ -> out.append("{}\n");
      case Tree.Arr _ -> out.append("[]\n");
      case Tree.Str(String text) -> text(text, indent);
      case Tree.Hidden hidden -> text(hidden.toString(), indent);
      case Tree.Num _, Tree.Bool _, Tree.Null _ -> out.append(value).append('\n');
    }
  }

  private void text(String text, int indent) {
    if (YamlText.fitsBlock(text)) {
      YamlText.block(text, indent, out);
    } else {
      out.append(YamlText.flow(text)).append('\n');
    }
  }
}

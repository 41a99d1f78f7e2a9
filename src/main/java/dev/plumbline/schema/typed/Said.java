package dev.plumbline.schema.typed;

import dev.plumbline.model.Path;
import dev.plumbline.model.Path.Step;
import dev.plumbline.model.Tree;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Paths and values in the API server's own notation, for messages that read as its do. It differs
/// from [Path#toString]: a key with dots is not quoted.
public final class Said {

  private Said() {}

  /// A path: `.spec.containers[name="web"].image`.
  public static String path(Path path) {
    return path.steps().stream().map(Said::step).collect(Collectors.joining());
  }

  static String step(Step step) {
    return switch (step) {
      case Step.Field(String name) -> "." + name;
      case Step.Key(var keys) ->
          keys.entrySet().stream()
              .map(e -> e.getKey() + "=" + value(e.getValue()))
              .collect(Collectors.joining(",", "[", "]"));
      case Step.Value(Tree value) -> "[=" + value(value) + "]";
      case Step.Index(int index) -> "[" + index + "]";
    };
  }

  static String value(Tree value) {
    return switch (value) {
      case Tree.Str(String text) -> quote(text);
      case Tree.Num(String literal) -> literal;
      case Tree.Bool b -> b.toString();
      case Tree.Null n -> "null";
      case Tree.Arr(var items) ->
          items.stream().map(Said::value).collect(Collectors.joining(",", "[", "]"));
      case Tree.Obj(var fields) ->
          fields.entrySet().stream()
              .map(e -> e.getKey() + "=" + value(e.getValue()))
              .collect(Collectors.joining(";", "{", "}"));
      case Tree.Hidden h -> h.toString();
    };
  }

  /// A value as Go prints it (`%v`).
  static String go(Tree value) {
    return switch (value) {
      case Tree.Str(String text) -> text;
      case Tree.Arr(var items) ->
          items.stream().map(Said::go).collect(Collectors.joining(" ", "[", "]"));
      case Tree.Obj(var fields) ->
          new TreeMap<>(fields)
              .entrySet().stream()
                  .map(e -> e.getKey() + ":" + go(e.getValue()))
                  .collect(Collectors.joining(" ", "map[", "]"));
      case Tree.Null n -> "<nil>";
      case Tree.Num n -> n.toString();
      case Tree.Bool b -> b.toString();
      case Tree.Hidden h -> h.toString();
    };
  }

  /// A text in quotes, as Go quotes it.
  public static String quote(String text) {
    return '"'
        + text.replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n")
            .replace("\t", "\\t")
            .replace("\r", "\\r")
        + '"';
  }
}

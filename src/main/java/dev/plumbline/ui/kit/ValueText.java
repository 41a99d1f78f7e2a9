package dev.plumbline.ui.kit;

import dev.plumbline.model.Tree;
import dev.plumbline.yaml.Yaml;
import java.util.List;
import java.util.regex.Pattern;

/// A value of a field as a person reads it: one line, or several. Never holds what is hidden.
public record ValueText(List<String> lines) {

  /// Strings that would read as something else without quotes, or look like it.
  private static final Pattern QUOTED =
      Pattern.compile(
          "|[-+.]?\\d.*|(?i:true|false|null|yes|no|on|off|~)|[\\s'\"\\[\\]{}#&*!|>%@`].*|.*\\s",
          Pattern.DOTALL);

  public ValueText {
    lines = List.copyOf(lines);
  }

  /// The value alone. A string with line breaks becomes its lines; an object or a list becomes
  /// YAML.
  public static ValueText of(Tree value) {
    return switch (value) {
      case Tree.Str(String text) when text.indexOf('\n') >= 0 ->
          new ValueText(text.stripTrailing().lines().toList());
      case Tree.Str(String text) ->
          new ValueText(List.of(QUOTED.matcher(text).matches() ? '"' + text + '"' : text));
      case Tree.Obj o when o.fields().isEmpty() -> new ValueText(List.of("{}"));
      case Tree.Arr a when a.items().isEmpty() -> new ValueText(List.of("[]"));
      case Tree.Obj o -> new ValueText(Yaml.write(o).stripTrailing().lines().toList());
      case Tree.Arr a -> new ValueText(Yaml.write(a).stripTrailing().lines().toList());
      case Tree.Num n -> new ValueText(List.of(n.literal()));
      case Tree.Bool b -> new ValueText(List.of(b.toString()));
      case Tree.Null n -> new ValueText(List.of("null"));
      case Tree.Hidden h -> new ValueText(List.of(h.toString()));
    };
  }

  /// All of it, lines apart.
  public String text() {
    return String.join("\n", lines);
  }

  /// The first line, and a sign when there are more.
  public String line() {
    return lines.size() == 1 ? lines.getFirst() : lines.isEmpty() ? "" : lines.getFirst() + " …";
  }
}

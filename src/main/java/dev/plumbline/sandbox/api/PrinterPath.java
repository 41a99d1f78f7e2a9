package dev.plumbline.sandbox.api;

import dev.plumbline.model.Tree;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The JSONPath of a printer column, as far as definitions use it: names, indexes, `[*]` and
/// `[?(@.type=="Ready")]`.
final class PrinterPath {

  private static final Pattern STEP =
      Pattern.compile(
          "\\.((?:[^.\\[\\]\\\\]|\\\\.)+)|\\['([^']+)'\\]|\\[(\\d{1,6}|\\*)\\]"
              + "|\\[\\?\\(@\\.([\\w.-]+)\\s*==\\s*[\"']([^\"']*)[\"']\\)\\]");
  private static final Pattern WHOLE = Pattern.compile("(?:" + STEP.pattern() + ")+");

  private PrinterPath() {}

  /// Throws [Failure] with 501 for a path with more in it.
  static void playable(String path) {
    if (!WHOLE.matcher(path).matches()) {
      throw Failure.notPlayed("the JSONPath of a printer column: " + path);
    }
  }

  /// The first value that a path leads to.
  static Optional<Tree> first(Tree object, String path) {
    var here = List.of(object);
    var steps = STEP.matcher(path);
    while (steps.find()) {
      var name = steps.group(1) == null ? steps.group(2) : steps.group(1).replace("\\", "");
      var index = steps.group(3);
      var field = steps.group(4);
      var value = steps.group(5);
      here =
          here.stream()
              .flatMap(t -> {
                if (name != null) {
                  return t.at(name).stream();
                }
                var items = t.items();
                if (index == null) {
                  return items.stream()
                      .filter(i -> i.text(field.split("\\.")).filter(value::equals).isPresent());
                }
                return index.equals("*")
                    ? items.stream()
                    : items.stream().skip(Long.parseLong(index)).limit(1);
              })
              .toList();
    }
    return here.stream().findFirst();
  }
}

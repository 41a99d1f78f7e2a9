package dev.plumbline.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Where a value stands in a [Tree]. One notation everywhere:
/// `.spec.template.spec.containers[name="web"].image`, `.metadata.annotations["a.b/c"]`,
/// `.spec.args[2]`, `.metadata.finalizers[="x"]` (an item of a set by its value). The root is `.`.
public record Path(List<Step> steps) implements Comparable<Path> {

  /// The root.
  public static final Path ROOT = new Path(List.of());

  public Path {
    steps = List.copyOf(steps);
  }

  /// One step down.
  public sealed interface Step {

    /// A key of an object.
    record Field(String name) implements Step {}

    /// An item of a list whose items are told apart by key fields (`x-kubernetes-list-map-keys`).
    record Key(SortedMap<String, Tree> keys) implements Step {
      public Key {
        keys = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(keys));
      }
    }

    /// An item of a set, by its value.
    record Value(Tree value) implements Step {}

    /// An item of an atomic list, by its position from 0.
    record Index(int index) implements Step {}
  }

  /// A path of plain fields.
  public static Path of(String... fields) {
    var steps = new ArrayList<Step>();
    for (var field : fields) {
      steps.add(new Step.Field(field));
    }
    return new Path(steps);
  }

  /// This path and one step more.
  public Path then(Step step) {
    var longer = new ArrayList<>(steps);
    longer.add(step);
    return new Path(longer);
  }

  /// This path and one field more.
  public Path field(String name) {
    return then(new Step.Field(name));
  }

  /// Whether this path is `other` or stands above it.
  public boolean covers(Path other) {
    return other.steps.size() >= steps.size() && other.steps.subList(0, steps.size()).equals(steps);
  }

  /// The last step in the one notation, with its leading dot or bracket; `.` for the root.
  public String last() {
    return steps.isEmpty() ? "." : show(steps.getLast());
  }

  @Override
  public int compareTo(Path other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return steps.isEmpty() ? "." : steps.stream().map(Path::show).collect(Collectors.joining());
  }

  private static String show(Step step) {
    return switch (step) {
      case Step.Field(String name) -> plain(name) ? "." + name : "[" + quote(name) + "]";
      case Step.Key(SortedMap<String, Tree> keys) ->
          keys.entrySet().stream()
              .map(e ->
                  (plain(e.getKey()) ? e.getKey() : quote(e.getKey())) + "=" + show(e.getValue()))
              .collect(Collectors.joining(",", "[", "]"));
      case Step.Value(Tree value) -> "[=" + show(value) + "]";
      case Step.Index(int index) -> "[" + index + "]";
    };
  }

  private static String show(Tree value) {
    return value instanceof Tree.Str(String text) ? quote(text) : value.toString();
  }

  private static boolean plain(String name) {
    return !name.isEmpty()
        && name.chars()
            .allMatch(c -> c == '_' || c == '-' || c == '$' || Character.isLetterOrDigit(c));
  }

  private static String quote(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }

  /// A keyed step, from alternating key names and values.
  public static Step.Key key(Map<String, Tree> keys) {
    return new Step.Key(new TreeMap<>(keys));
  }
}

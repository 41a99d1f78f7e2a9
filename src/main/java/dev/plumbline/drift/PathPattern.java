package dev.plumbline.drift;

import dev.plumbline.model.Path;
import dev.plumbline.model.Path.Step;
import dev.plumbline.model.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Which values a rule is about, in the notation in which paths are printed, so that a copied path
/// is a pattern: `.spec.template.spec.containers[name="web"].image`. `[*]` is any item of a list
/// and any key of a map. Some of the keys of an item are enough: `.spec.ports[port=80]` is
/// `.spec.ports[port=80,protocol="TCP"]`, too.
///
/// @param parts one for each step; never empty
public record PathPattern(List<Part> parts) {

  public PathPattern {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a pattern for everything");
    }
  }

  /// What one step must be.
  public sealed interface Part {

    /// Exactly this step; of an item, the keys that are given.
    record Is(Step step) implements Part {}

    /// Any step.
    record Any() implements Part {}

    /// Whether a step is one of them.
    default boolean matches(Step step) {
      return switch (this) {
        case Any any -> true;
        case Is(Step.Key(SortedMap<String, Tree> keys)) ->
            step instanceof Step.Key(SortedMap<String, Tree> given)
                && given.entrySet().containsAll(keys.entrySet());
        case Is(Step exact) -> exact.equals(step);
      };
    }
  }

  /// The pattern of exactly one path.
  public static PathPattern of(Path path) {
    return new PathPattern(path.steps().stream().<Part>map(Part.Is::new).toList());
  }

  /// Reads a pattern as it is printed; empty when it is none.
  public static Optional<PathPattern> parse(String text) {
    return new PatternReader(text).read();
  }

  /// Whether a path is one of them, or stands below one of them.
  boolean covers(Path path) {
    return path.steps().size() >= parts.size() && matches(path, parts.size());
  }

  /// What the pattern says below a path that it begins with; empty when it is about something else.
  Optional<List<Part>> below(Path path) {
    int depth = path.steps().size();
    return depth < parts.size() && matches(path, depth)
        ? Optional.of(parts.subList(depth, parts.size()))
        : Optional.empty();
  }

  private boolean matches(Path path, int depth) {
    for (int i = 0; i < depth; i++) {
      if (!parts.get(i).matches(path.steps().get(i))) {
        return false;
      }
    }
    return true;
  }

  /// A pattern that also names what stands below.
  public PathPattern then(Part part) {
    var longer = new ArrayList<>(parts);
    longer.add(part);
    return new PathPattern(longer);
  }

  @Override
  public String toString() {
    return parts.stream().map(PathPattern::show).collect(Collectors.joining());
  }

  private static String show(Part part) {
    return switch (part) {
      case Part.Any any -> "[*]";
      case Part.Is(Step step) -> Path.ROOT.then(step).toString();
    };
  }

  /// A part for the items that have certain keys.
  public static Part item(SortedMap<String, Tree> keys) {
    return new Part.Is(new Step.Key(new TreeMap<>(keys)));
  }

  /// A part for a key of a map.
  public static Part field(String name) {
    return new Part.Is(new Step.Field(name));
  }
}

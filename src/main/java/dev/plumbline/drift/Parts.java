package dev.plumbline.drift;

import dev.plumbline.drift.PathPattern.Part;
import dev.plumbline.model.Path;
import dev.plumbline.model.Path.Step;
import dev.plumbline.model.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/// The values inside a value that a pattern names.
final class Parts {

  private Parts() {}

  /// A value without what the pattern names, and without the maps and lists that hold nothing else.
  /// An item that is known by its position leaves a null in its place: the others keep theirs.
  static Optional<Tree> without(Optional<Tree> value, List<Part> parts) {
    return value.flatMap(v -> parts.isEmpty() ? Optional.empty() : without(v, parts));
  }

  private static Optional<Tree> without(Tree value, List<Part> parts) {
    var part = parts.getFirst();
    var rest = parts.subList(1, parts.size());
    return switch (value) {
      case Tree.Obj(Map<String, Tree> fields) -> {
        var kept = new LinkedHashMap<String, Tree>();
        fields.forEach((key, below) -> {
          if (part.matches(new Step.Field(key))) {
            without(Optional.of(below), rest).ifPresent(v -> kept.put(key, v));
          } else {
            kept.put(key, below);
          }
        });
        yield emptied(fields.size(), kept.size()) ? Optional.empty() : Optional.of(obj(kept));
      }
      case Tree.Arr(List<Tree> items) -> {
        var kept = new ArrayList<Tree>();
        for (int i = 0; i < items.size(); i++) {
          if (!names(part, items.get(i), i)) {
            kept.add(items.get(i));
          } else {
            var left = without(Optional.of(items.get(i)), rest);
            if (left.isPresent() || part instanceof Part.Is(Step.Index _)) {
              kept.add(left.orElse(Tree.Null.VALUE));
            }
          }
        }
        yield emptied(items.size(), kept.size())
            ? Optional.empty()
            : Optional.of(new Tree.Arr(kept));
      }
      case Tree.Str _, Tree.Num _, Tree.Bool _, Tree.Null _, Tree.Hidden _ -> Optional.of(value);
    };
  }

  private static Tree obj(Map<String, Tree> fields) {
    return new Tree.Obj(fields);
  }

  private static boolean emptied(int before, int after) {
    return before > 0 && after == 0;
  }

  /// A place that a pattern names inside a value, and what it names below: something only where it
  /// goes through any item of a list, because two lists pair their items by names that are not
  /// known here.
  record Found(Path path, List<Part> below) {}

  /// Where in one of two values the pattern finds something, as paths from there.
  static Set<Found> found(Optional<Tree> one, Optional<Tree> other, List<Part> parts) {
    var found = new LinkedHashSet<Found>();
    one.ifPresent(v -> find(v, Path.ROOT, parts, found));
    other.ifPresent(v -> find(v, Path.ROOT, parts, found));
    return found;
  }

  private static void find(Tree value, Path here, List<Part> parts, Set<Found> found) {
    if (parts.isEmpty()) {
      found.add(new Found(here, parts));
      return;
    }
    var part = parts.getFirst();
    var rest = parts.subList(1, parts.size());
    if (value instanceof Tree.Obj(Map<String, Tree> fields)) {
      fields.forEach((key, below) -> {
        if (part.matches(new Step.Field(key))) {
          find(below, here.field(key), rest, found);
        }
      });
    } else if (value instanceof Tree.Arr(List<Tree> items)) {
      switch (part) {
        case Part.Any any -> found.add(new Found(here, parts));
        case Part.Is(Step step) -> {
          for (int i = 0; i < items.size(); i++) {
            if (names(part, items.get(i), i)) {
              find(items.get(i), here.then(step), rest, found);
            }
          }
        }
      }
    }
  }

  /// Only what a pattern names in a value.
  static Optional<Tree> only(Tree value, List<Part> parts) {
    if (parts.isEmpty()) {
      return Optional.of(value);
    }
    var part = parts.getFirst();
    var rest = parts.subList(1, parts.size());
    if (value instanceof Tree.Obj(Map<String, Tree> fields)) {
      var kept = new LinkedHashMap<String, Tree>();
      fields.forEach((key, below) -> {
        if (part.matches(new Step.Field(key))) {
          only(below, rest).ifPresent(v -> kept.put(key, v));
        }
      });
      return kept.isEmpty() ? Optional.empty() : Optional.of(obj(kept));
    }
    if (value instanceof Tree.Arr(List<Tree> items)) {
      var kept = new ArrayList<Tree>();
      for (int i = 0; i < items.size(); i++) {
        if (names(part, items.get(i), i)) {
          only(items.get(i), rest).ifPresent(kept::add);
        }
      }
      return kept.isEmpty() ? Optional.empty() : Optional.of(new Tree.Arr(kept));
    }
    return Optional.empty();
  }

  /// The value at a path that [#found] gave.
  static Optional<Tree> at(Optional<Tree> value, Path path) {
    var here = value;
    for (var step : path.steps()) {
      here = here.flatMap(v -> at(v, step));
    }
    return here;
  }

  private static Optional<Tree> at(Tree value, Step step) {
    if (value instanceof Tree.Obj object && step instanceof Step.Field(String name)) {
      return object.get(name);
    }
    if (value instanceof Tree.Arr(List<Tree> items)) {
      var part = new Part.Is(step);
      for (int i = 0; i < items.size(); i++) {
        if (names(part, items.get(i), i)) {
          return Optional.of(items.get(i));
        }
      }
    }
    return Optional.empty();
  }

  /// Whether a part names an item of a list.
  private static boolean names(Part part, Tree item, int index) {
    return switch (part) {
      case Part.Any any -> true;
      case Part.Is(Step.Key(SortedMap<String, Tree> keys)) ->
          item instanceof Tree.Obj(Map<String, Tree> fields)
              && fields.entrySet().containsAll(keys.entrySet());
      case Part.Is(Step.Value(Tree value)) -> value.equals(item);
      case Part.Is(Step.Index(int position)) -> position == index;
      case Part.Is(Step.Field _) -> false;
    };
  }
}

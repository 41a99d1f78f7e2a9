package dev.plumbline.schema.typed;

import dev.plumbline.model.Path;
import dev.plumbline.model.Path.Step;
import dev.plumbline.model.Tree;
import dev.plumbline.schema.FieldSet;
import dev.plumbline.schema.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which fields differ between two objects (structured-merge-diff `typed/compare.go`). No field is
/// in two of the sets.
public record Comparison(FieldSet removed, FieldSet modified, FieldSet added) {

  /// Compares two objects that were checked.
  public static Comparison of(Type type, Tree before, Tree after) {
    var walk = new Walk();
    walk.either(Path.ROOT, type, before, after);
    return new Comparison(walk.removed.set(), walk.modified.set(), walk.added.set());
  }

  /// The same without some fields and what stands below them.
  public Comparison without(FieldSet fields) {
    return fields.isEmpty()
        ? this
        : new Comparison(removed.without(fields), modified.without(fields), added.without(fields));
  }

  /// What is modified or added.
  public FieldSet changed() {
    return modified.union(added);
  }

  private static final class Walk {
    private final FieldSet.Gathered removed = new FieldSet.Gathered();
    private final FieldSet.Gathered modified = new FieldSet.Gathered();
    private final FieldSet.Gathered added = new FieldSet.Gathered();

    void either(Path path, Type type, @Nullable Tree before, @Nullable Tree after) {
      var left = Shape.of(type, before);
      var right = Shape.of(type, after);
      if (before != null && after != null && left != right) {
        walk(left, path, type, before, after);
      }
      boolean leaf = walk(after == null ? left : right, path, type, before, after);
      if (!leaf && before == null) {
        added.add(path);
      } else if (!leaf && after == null) {
        removed.add(path);
      }
    }

    /// Answers whether the value is a leaf, and then was compared as a whole.
    private boolean walk(
        Shape shape, Path path, Type type, @Nullable Tree before, @Nullable Tree after) {
      switch (shape) {
        case MAP -> {
          var left = Shape.map(before);
          var right = Shape.map(after);
          boolean nothing = (left == null || left.isEmpty()) && (right == null || right.isEmpty());
          if (!shape.atomic(type) && !nothing) {
            maps(path, type, left, right);
            return false;
          }
        }
        case LIST -> {
          var left = Shape.list(before);
          var right = Shape.list(after);
          boolean nothing = (left == null || left.isEmpty()) && (right == null || right.isEmpty());
          if (!shape.atomic(type) && !nothing && type instanceof Type.ListOf list) {
            lists(path, list, left, right);
            return false;
          }
        }
        case SCALAR -> {}
      }
      leaf(path, before, after);
      return true;
    }

    private void leaf(Path path, @Nullable Tree before, @Nullable Tree after) {
      if (before == null) {
        added.add(path);
      } else if (after == null) {
        removed.add(path);
      } else if (!before.equals(after)) {
        modified.add(path);
      }
    }

    private void maps(
        Path path,
        Type type,
        @Nullable Map<String, Tree> before,
        @Nullable Map<String, Tree> after) {
      var left = before == null ? Map.<String, Tree>of() : before;
      var right = after == null ? Map.<String, Tree>of() : after;
      var keys = new LinkedHashSet<>(left.keySet());
      keys.addAll(right.keySet());
      for (var key : keys) {
        either(path.field(key), Shape.checkedField(type, key), left.get(key), right.get(key));
      }
    }

    private void lists(
        Path path, Type.ListOf type, @Nullable List<Tree> before, @Nullable List<Tree> after) {
      var left = byName(type, before);
      var right = byName(type, after);
      var names = new LinkedHashSet<>(left.keySet());
      names.addAll(right.keySet());
      for (var name : names) {
        items(
            path.then(name),
            type.items().type(),
            left.getOrDefault(name, List.of()),
            right.getOrDefault(name, List.of()));
      }
    }

    /// Items of one name: more than one count as one thing, whose fields nobody owns.
    private void items(Path path, Type type, List<Tree> before, List<Tree> after) {
      if (before.size() < 2 && after.size() < 2) {
        either(path, type, only(before), only(after));
      } else if (before.size() >= 2 && after.size() >= 2) {
        if (!before.equals(after)) {
          modified.add(path);
        }
      } else if (before.size() >= 2) {
        if (!after.isEmpty()) {
          either(path, type, null, after.getFirst());
        }
        removed.add(path);
      } else {
        if (!before.isEmpty()) {
          either(path, type, before.getFirst(), null);
        }
        added.add(path);
      }
    }

    private static @Nullable Tree only(List<Tree> items) {
      return items.isEmpty() ? null : items.getFirst();
    }

    private static Map<Step, List<Tree>> byName(Type.ListOf type, @Nullable List<Tree> items) {
      var names = new LinkedHashMap<Step, List<Tree>>();
      for (var item : items == null ? List.<Tree>of() : items) {
        names.computeIfAbsent(Items.step(type, item), s -> new ArrayList<>()).add(item);
      }
      return names;
    }
  }
}

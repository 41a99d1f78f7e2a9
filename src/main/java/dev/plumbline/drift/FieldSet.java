package dev.plumbline.drift;

import dev.plumbline.model.Path;
import dev.plumbline.model.Path.Step;
import dev.plumbline.model.Tree;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A set of fields, as `FieldsV1` writes it: `f:` a field, `k:` an item of a keyed list, `v:` an
/// item of a set, `i:` a position, `.` the place itself. What cannot be read is left out.
final class FieldSet {

  static final FieldSet EMPTY = new FieldSet(false, Map.of());

  private final boolean member;
  private final Map<Step, FieldSet> children;

  private FieldSet(boolean member, Map<Step, FieldSet> children) {
    this.member = member;
    this.children = children;
  }

  /// Reads a `fieldsV1` value; a place without anything below it is a member.
  static FieldSet of(Tree fieldsV1) {
    if (!(fieldsV1 instanceof Tree.Obj(Map<String, Tree> fields))) {
      return EMPTY;
    }
    var children = new LinkedHashMap<Step, FieldSet>();
    fields.forEach((element, below) -> {
      var step = step(element);
      if (step.isPresent()) {
        var child = of(below);
        children.put(step.get(), child.children.isEmpty() ? new FieldSet(true, Map.of()) : child);
      }
    });
    return new FieldSet(fields.containsKey("."), Collections.unmodifiableMap(children));
  }

  /// Every field that is in one of the sets.
  static FieldSet union(List<FieldSet> sets) {
    var all = EMPTY;
    for (var set : sets) {
      all = all.plus(set);
    }
    return all;
  }

  private FieldSet plus(FieldSet other) {
    var both = new LinkedHashMap<>(children);
    other.children.forEach((step, set) -> both.merge(step, set, FieldSet::plus));
    return new FieldSet(member || other.member, Collections.unmodifiableMap(both));
  }

  private static Optional<Step> step(String element) {
    if (element.startsWith("f:")) {
      return Optional.of(new Step.Field(element.substring(2)));
    }
    if (element.startsWith("k:")) {
      return KeyJson.read(element.substring(2))
          .flatMap(t ->
              t instanceof Tree.Obj(Map<String, Tree> keys) && !keys.isEmpty()
                  ? Optional.of(Path.key(keys))
                  : Optional.empty());
    }
    if (element.startsWith("v:")) {
      return KeyJson.read(element.substring(2)).map(Step.Value::new);
    }
    if (element.matches("i:\\d{1,9}")) {
      return Optional.of(new Step.Index(Integer.parseInt(element.substring(2))));
    }
    return Optional.empty();
  }

  /// The steps that lead further down.
  Set<Step> steps() {
    return children.keySet();
  }

  /// What is below a step.
  FieldSet below(Step step) {
    return children.getOrDefault(step, EMPTY);
  }

  /// Whether the set says something about the value at a path: it holds the path, something below
  /// it, or a leaf above it (what is owned as a whole).
  boolean touches(Path path) {
    var here = this;
    for (var step : path.steps()) {
      if (here.isLeaf()) {
        return true;
      }
      var next = here.children.get(step);
      if (next == null) {
        return false;
      }
      here = next;
    }
    return here.member || !here.children.isEmpty();
  }

  private boolean isLeaf() {
    return member && children.isEmpty();
  }
}

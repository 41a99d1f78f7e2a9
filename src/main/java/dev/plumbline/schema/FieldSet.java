package dev.plumbline.schema;

import dev.plumbline.model.Path;
import dev.plumbline.model.Path.Step;
import dev.plumbline.model.Tree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// A set of fields, as `FieldsV1` in managedFields writes it and structured-merge-diff computes
/// with it. A path can be a member without its parents being members. The root is never one.
/// Immutable; equal when the members are.
public final class FieldSet {

  /// No field.
  public static final FieldSet EMPTY = new FieldSet(false, new TreeMap<>(StepOrder.ORDER));

  private static final FieldSet LEAF = new FieldSet(true, EMPTY.children);

  private final boolean member;
  private final SortedMap<Step, FieldSet> children;

  private FieldSet(boolean member, SortedMap<Step, FieldSet> children) {
    this.member = member;
    this.children = children;
  }

  /// One node: whether its own place belongs to the set, and what stands below it. Steps that lead
  /// to nothing are left out.
  public static FieldSet node(boolean member, Map<Step, FieldSet> below) {
    var kept = new TreeMap<Step, FieldSet>(StepOrder.ORDER);
    below.forEach((step, set) -> {
      if (!set.isNothing()) {
        kept.put(step, set);
      }
    });
    return kept.isEmpty() ? (member ? LEAF : EMPTY) : new FieldSet(member, kept);
  }

  /// Reads a `fieldsV1` value; a place without anything below it is a member. What cannot be read
  /// is left out.
  public static FieldSet of(Tree fieldsV1) {
    if (!(fieldsV1 instanceof Tree.Obj(Map<String, Tree> fields))) {
      return EMPTY;
    }
    var children = new TreeMap<Step, FieldSet>(StepOrder.ORDER);
    fields.forEach((element, below) -> {
      var step = Elements.read(element);
      if (step.isPresent()) {
        var child = of(below);
        children.put(step.get(), child.children.isEmpty() ? LEAF : child);
      }
    });
    return new FieldSet(fields.containsKey("."), children);
  }

  /// Reads a `fieldsV1` value as the server reads it; empty when any part cannot be read.
  public static Optional<FieldSet> read(Tree fieldsV1) {
    return isReadable(fieldsV1) ? Optional.of(of(fieldsV1)) : Optional.empty();
  }

  private static boolean isReadable(Tree fieldsV1) {
    return fieldsV1 instanceof Tree.Obj(Map<String, Tree> fields)
        && fields.entrySet().stream()
            .allMatch(e ->
                (e.getKey().equals(".") || Elements.read(e.getKey()).isPresent())
                    && isReadable(e.getValue()));
  }

  /// The set of some paths.
  public static FieldSet ofPaths(Iterable<Path> paths) {
    var all = new Gathered();
    paths.forEach(all::add);
    return all.set();
  }

  /// The set of some paths.
  public static FieldSet ofPaths(Path... paths) {
    return ofPaths(List.of(paths));
  }

  /// Collects paths. Not safe for several threads.
  public static final class Gathered {
    private final Map<Step, Gathered> below = new TreeMap<>(StepOrder.ORDER);
    private boolean member;

    /// Adds a path; its parents are not added, the root never is.
    public void add(Path path) {
      var here = this;
      for (var step : path.steps()) {
        here = here.below.computeIfAbsent(step, s -> new Gathered());
      }
      here.member = !path.steps().isEmpty();
    }

    /// What was added so far.
    public FieldSet set() {
      var sets = new TreeMap<Step, FieldSet>(StepOrder.ORDER);
      below.forEach((step, gathered) -> sets.put(step, gathered.set()));
      return node(member, sets);
    }
  }

  /// This set as a `fieldsV1` value, in the order in which the API server writes it.
  public Tree.Obj toFieldsV1() {
    var fields = new java.util.LinkedHashMap<String, Tree>();
    children.forEach((step, set) -> fields.put(Elements.write(step), set.below()));
    return new Tree.Obj(fields);
  }

  private Tree.Obj below() {
    var inner = toFieldsV1();
    if (!member || children.isEmpty()) {
      return inner;
    }
    var fields = new java.util.LinkedHashMap<String, Tree>();
    fields.put(".", Tree.Obj.EMPTY);
    fields.putAll(inner.fields());
    return new Tree.Obj(fields);
  }

  /// Every field that is in one of the sets.
  public static FieldSet union(List<FieldSet> sets) {
    var all = EMPTY;
    for (var set : sets) {
      all = all.union(set);
    }
    return all;
  }

  /// Every field that is in this set or the other.
  public FieldSet union(FieldSet other) {
    return both(other, member || other.member, FieldSet::union);
  }

  /// Every field that is in both sets.
  public FieldSet intersection(FieldSet other) {
    var kept = new TreeMap<Step, FieldSet>(StepOrder.ORDER);
    children.forEach((step, set) -> {
      var theirs = other.children.get(step);
      if (theirs != null) {
        kept.put(step, set.intersection(theirs));
      }
    });
    return node(member && other.member, kept);
  }

  /// Every field of this set that is not in the other; what stands below a field of the other
  /// stays.
  public FieldSet difference(FieldSet other) {
    return minus(other, FieldSet::difference);
  }

  /// Every field of this set that is neither in the other nor below a field of the other.
  public FieldSet without(FieldSet other) {
    return minus(other, (mine, theirs) -> theirs.member ? EMPTY : mine.without(theirs));
  }

  private FieldSet minus(FieldSet other, BiFunction<FieldSet, FieldSet, FieldSet> below) {
    var kept = new TreeMap<Step, FieldSet>(StepOrder.ORDER);
    children.forEach((step, set) -> {
      var theirs = other.children.get(step);
      kept.put(step, theirs == null ? set : below.apply(set, theirs));
    });
    return node(member && !other.member, kept);
  }

  private FieldSet both(
      FieldSet other, boolean itself, BiFunction<FieldSet, FieldSet, FieldSet> join) {
    var all = new TreeMap<Step, FieldSet>(children);
    other.children.forEach((step, set) -> all.merge(step, set, join));
    return new FieldSet(itself, all);
  }

  /// This set and the declared fields on the way to its members: of `.spec.labels.app.x` also
  /// `.spec` and `.spec.labels`, but not `.spec.labels.app`, whose key is free.
  public FieldSet withNamedFields(@Nullable Type type) {
    var all = new TreeMap<Step, FieldSet>(StepOrder.ORDER);
    children.forEach((step, set) -> {
      var below = set.withNamedFields(type == null ? null : Types.below(type, step));
      boolean named =
          !set.children.isEmpty()
              && step instanceof Step.Field(String name)
              && type instanceof Type.Struct struct
              && struct.fields().containsKey(name);
      all.put(step, named ? new FieldSet(true, below.children) : below);
    });
    return new FieldSet(member, all);
  }

  /// The members that have no member below them.
  public FieldSet leaves() {
    var kept = new TreeMap<Step, FieldSet>(StepOrder.ORDER);
    children.forEach((step, set) -> kept.put(step, set.leaves()));
    return node(member && children.isEmpty(), kept);
  }

  /// Whether no field belongs to the set.
  public boolean isEmpty() {
    return children.values().stream().allMatch(FieldSet::isNothing);
  }

  private boolean isNothing() {
    return !member && isEmpty();
  }

  /// Whether a path is a member.
  public boolean contains(Path path) {
    var here = this;
    for (var step : path.steps()) {
      var next = here.children.get(step);
      if (next == null) {
        return false;
      }
      here = next;
    }
    return here.member && !path.steps().isEmpty();
  }

  /// Whether the place one step down is a member.
  public boolean contains(Step step) {
    var child = children.get(step);
    return child != null && child.member;
  }

  /// Every member, parents before children; siblings that are members before what stands below
  /// them, as the API server lists conflicts.
  public List<Path> paths() {
    var all = new ArrayList<Path>();
    collect(Path.ROOT, all);
    return all;
  }

  private void collect(Path here, List<Path> all) {
    children.forEach((step, set) -> {
      if (set.member) {
        all.add(here.then(step));
      }
    });
    children.forEach((step, set) -> set.collect(here.then(step), all));
  }

  /// The steps that lead further down.
  public Set<Step> steps() {
    return Collections.unmodifiableSet(children.keySet());
  }

  /// What is below a step.
  public FieldSet below(Step step) {
    return children.getOrDefault(step, EMPTY);
  }

  /// Whether this node's own place is a member (for a set that [#below] gave).
  public boolean isMember() {
    return member;
  }

  /// Whether the set says something about the value at a path: it holds the path, something below
  /// it, or a leaf above it (what is owned as a whole).
  public boolean touches(Path path) {
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

  @Override
  public boolean equals(Object other) {
    return other instanceof FieldSet set && member == set.member && children.equals(set.children);
  }

  @Override
  public int hashCode() {
    return children.hashCode() * 2 + (member ? 1 : 0);
  }

  @Override
  public String toString() {
    return paths().toString();
  }
}

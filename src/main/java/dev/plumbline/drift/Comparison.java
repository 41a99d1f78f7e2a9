package dev.plumbline.drift;

import dev.plumbline.model.Manifest;
import dev.plumbline.model.Path;
import dev.plumbline.model.Path.Step;
import dev.plumbline.model.Tree;
import dev.plumbline.schema.FieldSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Compares a live object with what an apply would make of it. The server's own answer to a dry-run
/// decides; nothing is taken out of it but the bookkeeping (DRIFT.md fact 5), so that the verdict
/// is that of `kubectl diff --server-side`, which compares everything except managedFields. Only
/// what the server would change on its own is told and does not count.
public final class Comparison {

  private static final Path GENERATION = Path.of("metadata", "generation");

  private final Tree.Obj git;
  private final ManagedFields writers;
  private final String manager;
  private final FieldSet ours;
  private final List<FieldChange> changes = new ArrayList<>();

  private Comparison(Tree.Obj git, ManagedFields writers, String manager) {
    this.git = git;
    this.writers = writers;
    this.manager = manager;
    ours = writers.applied(manager);
  }

  /// The verdict on one object. `live` and `predicted` must speak of the same resourceVersion, else
  /// what somebody else did in between looks like drift.
  ///
  /// @param desired what Git wants: names the object and where it is written
  /// @param live the object as it is, with its managedFields
  /// @param predicted the server's answer to a forced server-side-apply dry-run under `manager`
  /// @param manager our field manager
  public static ResourceDrift of(
      Manifest desired, Tree.Obj live, Tree.Obj predicted, String manager) {
    var writers = ManagedFields.of(live);
    var comparison = new Comparison(desired.body(), writers, manager);
    var shape = FieldSet.union(List.of(ManagedFields.of(predicted).all(), writers.all()));
    comparison.walk(Path.ROOT, withoutBookkeeping(live), withoutBookkeeping(predicted), shape);
    if (comparison.changes.isEmpty()) {
      comparison.generationAlone(live, predicted);
    }
    comparison.besides(live, predicted, shape);
    var origin = Optional.of(desired.origin());
    return comparison.changes.stream().noneMatch(FieldChange::counts)
        ? new ResourceDrift.InSync(desired.ref(), origin, comparison.changes)
        : new ResourceDrift.Changed(desired.ref(), origin, comparison.changes);
  }

  /// The verdict on an object that an apply is certain to leave alone ([Certainty.Equal]): in sync,
  /// with what differs from Git and does not count.
  public static ResourceDrift certain(Manifest desired, Tree.Obj live, String manager) {
    return of(desired, live, live, manager);
  }

  /// What no apply would change and is not as Git says: listed, and not counted.
  private void besides(Tree.Obj live, Tree.Obj predicted, FieldSet shape) {
    for (var other : Settling.of(git, predicted, shape)) {
      quiet(other.path(), Optional.of(other.git()), other.answer(), other.cause());
    }
    for (var path : LeftOver.of(git, live, writers, manager)) {
      quiet(path, Optional.empty(), Said.value(live, path), Cause.LEFT_OVER);
    }
  }

  private void quiet(Path path, Optional<Tree> desired, Optional<Tree> live, Cause cause) {
    boolean told = changes.stream().anyMatch(c -> c.path().covers(path) || path.covers(c.path()));
    if (!told) {
      var owner = live.isPresent() ? writers.owner(path, manager) : Optional.<Owner>empty();
      changes.add(new FieldChange(path, desired, live, cause, owner, false));
    }
  }

  /// A generation follows from a change of the specification, and that is what gets reported. One
  /// that grows alone is the only trace of a write that the server makes and does not show (an
  /// empty list that it does not store, L20; an int and a float of the same value, k/k#95460);
  /// kubectl shows it too, after each apply again.
  private void generationAlone(Tree.Obj live, Tree.Obj predicted) {
    var before = live.at("metadata", "generation");
    var after = predicted.at("metadata", "generation");
    if (!before.equals(after)) {
      add(GENERATION, before, after);
    }
  }

  private static Tree.Obj withoutBookkeeping(Tree.Obj object) {
    return object.fields().get("metadata") instanceof Tree.Obj meta
        ? object.with(
            "metadata",
            meta.without("managedFields").without("resourceVersion").without("generation"))
        : object;
  }

  private void walk(Path path, Tree live, Tree predicted, FieldSet shape) {
    if (live.equals(predicted)) {
      return;
    }
    if (live instanceof Tree.Obj(var has) && predicted instanceof Tree.Obj(var wants)) {
      objects(path, has, wants, shape);
    } else if (live instanceof Tree.Arr has && predicted instanceof Tree.Arr wants) {
      Lists.align(has, wants, shape)
          .ifPresentOrElse(
              aligned -> named(path, has, wants, aligned, shape),
              () -> atomic(path, has, wants, shape));
    } else {
      add(path, Optional.of(live), Optional.of(predicted));
    }
  }

  private void objects(
      Path path, Map<String, Tree> live, Map<String, Tree> predicted, FieldSet shape) {
    var keys = new LinkedHashSet<>(predicted.keySet());
    keys.addAll(live.keySet());
    for (var key : keys) {
      var step = new Step.Field(key);
      either(path.then(step), live.get(key), predicted.get(key), shape.below(step));
    }
  }

  private void either(Path path, @Nullable Tree live, @Nullable Tree predicted, FieldSet shape) {
    if (live != null && predicted != null) {
      walk(path, live, predicted, shape);
    } else {
      add(path, Optional.ofNullable(live), Optional.ofNullable(predicted));
    }
  }

  /// Items are compared under their names. When the order of what both have differs as well, the
  /// list itself is a change too, with both lists whole: the order of containers and variables has
  /// a meaning (L01, L02).
  private void named(
      Path path, Tree.Arr live, Tree.Arr predicted, Lists.Aligned items, FieldSet shape) {
    int before = changes.size();
    var names = new LinkedHashMap<>(items.predicted());
    items.live().forEach(names::putIfAbsent);
    for (var step : names.keySet()) {
      item(path.then(step), items.live(step), items.predicted(step), shape.below(step));
    }
    if (!items.sameOrder() || changes.size() == before) {
      add(path, Optional.of(live), Optional.of(predicted));
    }
  }

  /// What has one name on each side. Duplicates stay together as a list: the server treats them as
  /// one item (L05).
  private void item(Path path, List<Tree> live, List<Tree> predicted, FieldSet shape) {
    var has = one(live);
    var wants = one(predicted);
    if (live.size() == 1 && predicted.size() == 1) {
      walk(path, live.getFirst(), predicted.getFirst(), shape);
    } else if (!has.equals(wants)) {
      add(path, has, wants);
    }
  }

  private static Optional<Tree> one(List<Tree> items) {
    return switch (items.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(items.getFirst());
      default -> Optional.of(new Tree.Arr(items));
    };
  }

  /// An atomic list has one owner, but each element is shown (L10). Lists of different lengths do
  /// not align by position and are one change.
  private void atomic(Path path, Tree.Arr live, Tree.Arr predicted, FieldSet shape) {
    if (live.items().size() != predicted.items().size()) {
      add(path, Optional.of(live), Optional.of(predicted));
      return;
    }
    for (int i = 0; i < live.items().size(); i++) {
      var step = new Step.Index(i);
      walk(path.then(step), live.items().get(i), predicted.items().get(i), shape.below(step));
    }
  }

  private void add(Path path, Optional<Tree> live, Optional<Tree> predicted) {
    var cause = cause(path, predicted.isPresent());
    var owner = live.isPresent() ? writers.owner(path, manager) : Optional.<Owner>empty();
    changes.add(new FieldChange(path, predicted, live, cause, owner, cause != Cause.ADMISSION));
  }

  /// A removal counts whoever asks for it, because something would be gone. What the server would
  /// set although Git does not say it and we never did is not drift (DRIFT.md 4.2, c).
  private Cause cause(Path path, boolean stays) {
    if (!stays) {
      return Cause.TO_BE_REMOVED;
    }
    boolean wanted = path.equals(GENERATION) || Said.at(git, path) || ours.touches(path);
    return wanted ? Cause.DRIFTED : Cause.ADMISSION;
  }
}

package dev.plumbline.drift;

import dev.plumbline.model.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tells a verdict as rules want it: what they are about does not count, and is listed with the
/// rule all the same. Only what differs can be ignored, and only what counted before.
final class Ignoring {

  private final IgnoreRule rule;
  private final List<FieldChange> fields = new ArrayList<>();

  private Ignoring(IgnoreRule rule) {
    this.rule = rule;
  }

  /// @param today in UTC
  static ResourceDrift of(ResourceDrift verdict, List<IgnoreRule> rules, LocalDate today) {
    return switch (verdict) {
      case ResourceDrift.Changed changed -> {
        var fields = changed.fields();
        for (var rule : rules) {
          if (!rule.isExpired(today) && rule.target().matches(changed.ref())) {
            fields = new Ignoring(rule).over(fields);
          }
        }
        yield fields.stream().anyMatch(FieldChange::counts)
            ? new ResourceDrift.Changed(changed.ref(), changed.origin(), fields)
            : new ResourceDrift.InSync(changed.ref(), changed.origin(), fields);
      }
      case ResourceDrift.InSync other -> other;
      case ResourceDrift.OnlyInGit other -> other;
      case ResourceDrift.OnlyInCluster other -> other;
      case ResourceDrift.Unknown other -> other;
    };
  }

  private List<FieldChange> over(List<FieldChange> before) {
    before.forEach(this::one);
    return List.copyOf(fields);
  }

  private void one(FieldChange change) {
    if (!change.counts() || !rule.concerns(change)) {
      fields.add(change);
      return;
    }
    var pattern = rule.path();
    if (pattern.isEmpty() || pattern.get().covers(change.path())) {
      fields.add(change.ignored(rule.exemption()));
      return;
    }
    pattern
        .get()
        .below(change.path())
        .ifPresentOrElse(parts -> inside(change, parts), () -> fields.add(change));
  }

  /// The rule is about a part of what differs as one: what is left when that part is taken out of
  /// both sides counts still.
  private void inside(FieldChange change, List<PathPattern.Part> parts) {
    var live = Parts.without(change.live(), parts);
    var desired = Parts.without(change.desired(), parts);
    if (live.equals(change.live()) && desired.equals(change.desired())) {
      fields.add(change);
    } else if (live.equals(desired)) {
      fields.add(change.ignored(rule.exemption()));
    } else {
      fields.add(
          new FieldChange(
              change.path(), desired, live, change.cause(), change.owner(), change.counts()));
      for (var below : Parts.found(change.live(), change.desired(), parts)) {
        part(change, below);
      }
    }
  }

  private void part(FieldChange whole, Parts.Found below) {
    var path = new ArrayList<>(whole.path().steps());
    path.addAll(below.path().steps());
    var live = Parts.at(whole.live(), below.path()).flatMap(v -> Parts.only(v, below.below()));
    var desired =
        Parts.at(whole.desired(), below.path()).flatMap(v -> Parts.only(v, below.below()));
    if (!live.equals(desired)) {
      fields.add(
          new FieldChange(
              new Path(path),
              desired,
              live,
              Cause.IGNORED,
              live.isPresent() ? whole.owner() : Optional.empty(),
              false,
              Optional.of(rule.exemption())));
    }
  }
}

package dev.plumbline.ui.plan;

import dev.plumbline.model.ResourceRef;
import dev.plumbline.plan.Stage;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.StepResult;
import dev.plumbline.plan.SyncPlan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A line of the list of steps.
sealed interface PlanLine {

  /// The head of a stage.
  ///
  /// @param number from 1
  /// @param last whether no stage follows
  record Head(int number, Stage stage, boolean last) implements PlanLine {}

  /// A step.
  ///
  /// @param now how it stands while the plan runs
  /// @param result what became of it
  record Line(Step step, Now now, Optional<StepResult> result) implements PlanLine {}

  /// The head of what the plan leaves as it is.
  record LeftOutHead(int count) implements PlanLine {}

  /// An object that the plan leaves as it is.
  record LeftOut(SyncPlan.LeftOut leftOut) implements PlanLine {}

  /// How a step stands.
  enum Now {
    PLANNED,
    /// The plan runs and this step has not ended.
    WAITING,
    ENDED,
    /// Its dry-run has ended: nothing was written.
    TRIED,
    /// The plan ended without it.
    LEFT,
    /// The dry-run ended without it.
    UNTRIED
  }

  /// The object that a line is about; empty for a head.
  default Optional<ResourceRef> ref() {
    return switch (this) {
      case Head h -> Optional.empty();
      case Line l -> Optional.of(l.step().ref());
      case LeftOutHead h -> Optional.empty();
      case LeftOut l -> Optional.of(l.leftOut().ref());
    };
  }

  /// The lines of a plan.
  ///
  /// @param results what became of steps so far, by step
  /// @param open how a step stands that has no result
  /// @param ended how a step stands that has one
  static List<PlanLine> of(SyncPlan plan, Map<Step, StepResult> results, Now open, Now ended) {
    var lines = new ArrayList<PlanLine>();
    var stages = plan.stages().stream().filter(s -> !s.steps().isEmpty()).toList();
    for (int i = 0; i < stages.size(); i++) {
      lines.add(new Head(i + 1, stages.get(i), i == stages.size() - 1));
      for (var step : stages.get(i).steps()) {
        var result = Optional.ofNullable(results.get(step));
        lines.add(new Line(step, result.isPresent() ? ended : open, result));
      }
    }
    if (!plan.leftOut().isEmpty()) {
      lines.add(new LeftOutHead(plan.leftOut().size()));
      plan.leftOut().forEach(l -> lines.add(new LeftOut(l)));
    }
    return List.copyOf(lines);
  }

  /// Finds the step that each result is about: the same object and the same action, each step once.
  static Map<Step, StepResult> byStep(SyncPlan plan, List<StepResult> results) {
    var open = new HashMap<String, Deque<Step>>();
    for (var step : plan.steps()) {
      open.computeIfAbsent(key(step.ref(), action(step)), k -> new ArrayDeque<>()).add(step);
    }
    var found = new IdentityHashMap<Step, StepResult>();
    for (var result : results) {
      var steps = open.get(key(result.ref(), result.action()));
      if (steps != null && !steps.isEmpty()) {
        found.put(steps.remove(), result);
      }
    }
    return found;
  }

  private static String key(ResourceRef ref, String action) {
    return String.join("/", action, ref.group(), ref.kind(), ref.namespace(), ref.name());
  }

  private static String action(Step step) {
    return switch (step) {
      case Step.Apply a -> a.action() == Step.Action.CREATE ? "create" : "change";
      case Step.AwaitCrd a -> "await-crd";
    };
  }
}

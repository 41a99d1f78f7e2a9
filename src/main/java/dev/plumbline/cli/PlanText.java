package dev.plumbline.cli;

import dev.plumbline.drift.FieldChange;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.SyncPlan;

/// A plan for people on a terminal.
final class PlanText {

  private PlanText() {}

  static String of(SyncPlan plan) {
    var text = new StringBuilder();
    text.append(plan.environment())
        .append(" to ")
        .append(plan.at().shortId())
        .append(" on ")
        .append(plan.cluster().context())
        .append(": ")
        .append(plan.isNoop() ? "nothing to apply" : counts(plan))
        .append(", ")
        .append(plan.untouched())
        .append(" equal\n");
    for (var stage : plan.stages()) {
      text.append("  ").append(stage.name()).append('\n');
      stage.steps().forEach(s -> step(s, text));
    }
    for (var left : plan.leftOut()) {
      text.append("  left out  ")
          .append(left.ref())
          .append(": ")
          .append(left.problem().sentence())
          .append('\n');
    }
    return text.toString();
  }

  private static String counts(SyncPlan plan) {
    long creates =
        plan.steps().stream()
            .filter(s -> s instanceof Step.Apply a && a.action() == Step.Action.CREATE)
            .count();
    return creates + " to create, " + (plan.applies() - creates) + " to change";
  }

  private static void step(Step step, StringBuilder text) {
    switch (step) {
      case Step.Apply apply -> {
        text.append(apply.action() == Step.Action.CREATE ? "    + " : "    ~ ")
            .append(apply.ref())
            .append('\n');
        apply.fields().forEach(f -> field(f, text));
      }
      case Step.AwaitCrd(var ref) ->
          text.append("    … wait until ").append(ref.name()).append(" is established\n");
    }
  }

  private static void field(FieldChange f, StringBuilder text) {
    text.append("        ")
        .append(f.path())
        .append("  ")
        .append(f.live().map(Said::value).orElse("absent"))
        .append(" → ")
        .append(f.desired().map(Said::value).orElse("removed"))
        .append('\n');
    f.exemption()
        .ifPresent(e ->
            text.append("          is written all the same, though it does not count: ")
                .append(Said.exemption(e))
                .append('\n'));
  }
}

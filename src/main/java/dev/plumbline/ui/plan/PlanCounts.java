package dev.plumbline.ui.plan;

import dev.plumbline.plan.Step;
import dev.plumbline.plan.SyncPlan;

/// How many steps of which sort.
record PlanCounts(int creates, int changes, int waits, int leftOut, int stages) {

  static PlanCounts of(SyncPlan plan) {
    int creates = 0;
    int changes = 0;
    int waits = 0;
    for (var step : plan.steps()) {
      switch (step) {
        case Step.Apply a when a.action() == Step.Action.CREATE -> creates++;
        case Step.Apply a -> changes++;
        case Step.AwaitCrd a -> waits++;
      }
    }
    return new PlanCounts(
        creates,
        changes,
        waits,
        plan.leftOut().size(),
        (int) plan.stages().stream().filter(s -> !s.steps().isEmpty()).count());
  }

  int steps() {
    return creates + changes + waits;
  }
}

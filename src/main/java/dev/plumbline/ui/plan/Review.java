package dev.plumbline.ui.plan;

import dev.plumbline.engine.Work;
import dev.plumbline.model.Problem;
import dev.plumbline.plan.StepResult;
import dev.plumbline.plan.SyncPlan;
import java.util.List;
import java.util.Optional;

/// Where the review of a sync is.
sealed interface Review {

  /// The plan that is shown; empty while there is none.
  default Optional<SyncPlan> shown() {
    return switch (this) {
      case Computing c -> Optional.empty();
      case NotComputed n -> Optional.empty();
      case Ready(SyncPlan plan) -> Optional.of(plan);
      case Running r -> Optional.of(r.plan());
      case Ended e -> Optional.of(e.plan());
    };
  }

  /// Whether what is shown is a dry-run, in which nothing is written.
  default boolean tried() {
    return switch (this) {
      case Computing c -> false;
      case NotComputed n -> false;
      case Ready r -> false;
      case Running r -> r.dryRun();
      case Ended e -> e.dryRun();
    };
  }

  /// The plan is being computed.
  record Computing() implements Review {}

  /// There is no plan, and why.
  record NotComputed(Problem problem) implements Review {}

  /// Computed; nothing was done.
  record Ready(SyncPlan plan) implements Review {}

  /// It runs.
  record Running(SyncPlan plan, boolean dryRun, Work.View work) implements Review {}

  /// It ran.
  ///
  /// @param problem what stopped it; empty when every step ended well
  record Ended(SyncPlan plan, boolean dryRun, List<StepResult> results, Optional<Problem> problem)
      implements Review {
    public Ended {
      results = List.copyOf(results);
    }

    /// How many steps ended so.
    int count(StepResult.Outcome outcome) {
      return (int) results.stream().filter(r -> r.outcome() == outcome).count();
    }

    /// Whether every step that could run ended well. The engine calls a run partial also when the
    /// plan left something out, and a dry-run cannot try what waits for something that it does not
    /// create: neither is a failure of a step.
    boolean well() {
      boolean stopped = problem.filter(p -> !(p instanceof Problem.Rejected)).isPresent();
      int done = count(StepResult.Outcome.DONE);
      return !stopped
          && done > 0
          && count(StepResult.Outcome.FAILED) == 0
          && (dryRun || done == plan.steps().size());
    }

    /// Whether nothing was done because the cluster or Git changed since the plan was made, or
    /// because a rule says so.
    boolean refused() {
      return problem.filter(p -> p instanceof Problem.Refused).isPresent()
          && count(StepResult.Outcome.DONE) == 0;
    }
  }
}

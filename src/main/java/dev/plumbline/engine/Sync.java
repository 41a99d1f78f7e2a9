package dev.plumbline.engine;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.plan.StepResult;
import dev.plumbline.plan.StepResult.Outcome;
import dev.plumbline.plan.SyncPlan;
import dev.plumbline.plan.SyncRecord;
import dev.plumbline.store.Journal;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Runs a plan and records it: look, plan, show, apply, record. The record stands in the journal
/// before the first write.
public final class Sync {

  private final Journal journal;
  private final InstantSource clock;

  public Sync(Journal journal) {
    this(journal, InstantSource.system());
  }

  /// @param clock what records take for now
  public Sync(Journal journal, InstantSource clock) {
    this.journal = journal;
    this.clock = clock;
  }

  /// How a plan is to be run.
  ///
  /// @param dryRun with `dryRun=All`: nothing is written
  /// @param reason why a commit is applied that is not reviewed
  public record Wish(boolean dryRun, Optional<String> reason) {}

  /// Runs a plan to its end, a failure, or a cancel.
  ///
  /// @param work hears progress and each step's result as it comes; its cancel stops the run
  /// @return the record, as it stands in the journal; its outcome is `done`, `partial`, `failed`,
  ///   `cancelled` or `refused`
  public SyncRecord run(
      ConfigRepository repository,
      ConfigRepository.At at,
      Targets.Target target,
      SyncPlan plan,
      Wish wish,
      Work work) {
    var cancel = work.cancelToken();
    var running = begin(repository, target, plan, wish, cancel);
    journal.begin(running);
    try {
      if (!wish.dryRun()) {
        Review.require(repository.git(), at.environment(), at.revision(), wish.reason());
      }
      target.verify(cancel);
      var results =
          target
              .driver()
              .apply(
                  plan,
                  at.tree(),
                  wish.dryRun(),
                  cancel,
                  work::progress,
                  step -> heard(work, step));
      return end(running, outcome(plan, results, wish.dryRun(), cancel), results, leftOut(plan));
    } catch (ProblemException e) {
      var outcome =
          switch (e.problem()) {
            case Problem.Refused _ -> "refused";
            case Problem.Cancelled _ -> "cancelled";
            case Problem.Auth _,
                Problem.Network _,
                Problem.Forbidden _,
                Problem.Conflict _,
                Problem.NotFound _,
                Problem.Invalid _,
                Problem.Missing _,
                Problem.Render _,
                Problem.Rejected _,
                Problem.Unexpected _ ->
                "failed";
          };
      return end(running, outcome, List.of(), Optional.of(e.problem().sentence()));
    }
  }

  private static void heard(Work work, StepResult step) {
    work.result(step);
    work.log(Words.step(step));
  }

  private SyncRecord begin(
      ConfigRepository repository, Targets.Target target, SyncPlan plan, Wish wish, Cancel cancel) {
    var now = clock.instant();
    return new SyncRecord(
        UUID.randomUUID().toString(),
        wish.dryRun() ? "dry-run" : "sync",
        plan.environment(),
        target.cluster(),
        plan.at().id(),
        now,
        now,
        System.getProperty("user.name", ""),
        repository.git().identity(),
        whoAmI(target, cancel),
        wish.reason().filter(r -> !r.isBlank()),
        plan.id(),
        SyncRecord.RUNNING,
        List.of(),
        Optional.empty());
  }

  /// Who the cluster says we are. A cluster that cannot say keeps nobody from recording the rest.
  private static Optional<String> whoAmI(Targets.Target target, Cancel cancel) {
    try {
      return target.driver().whoAmI(cancel);
    } catch (ProblemException e) {
      return Optional.empty();
    }
  }

  private SyncRecord end(
      SyncRecord running, String outcome, List<StepResult> steps, Optional<String> message) {
    var ended =
        new SyncRecord(
            running.id(),
            running.verb(),
            running.environment(),
            running.cluster(),
            running.revision(),
            running.started(),
            clock.instant(),
            running.osUser(),
            running.gitIdentity(),
            running.clusterUser(),
            running.reason(),
            running.planId(),
            outcome,
            steps,
            message);
    journal.end(ended);
    return ended;
  }

  /// What the plan left out although it is not in sync: what could not be compared, and what waits
  /// for something that is not there. What is no longer in Git is left out on purpose.
  private static Optional<String> leftOut(SyncPlan plan) {
    var left =
        plan.leftOut().stream().filter(l -> !(l.problem() instanceof Problem.Refused)).toList();
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "The plan left out "
                + left.getFirst().ref()
                + (left.size() > 1 ? " and " + (left.size() - 1) + " more" : ""));
  }

  /// A dry-run cannot try what waits for something that it does not create: that is no failure.
  private static String outcome(
      SyncPlan plan, List<StepResult> results, boolean dryRun, Cancel cancel) {
    long done = results.stream().filter(r -> r.outcome() == Outcome.DONE).count();
    long failed = results.stream().filter(r -> r.outcome() == Outcome.FAILED).count();
    if (cancel.isCancelled() && done < results.size()) {
      return "cancelled";
    }
    if (failed == 0 && (dryRun || done == results.size())) {
      return leftOut(plan).isPresent() ? "partial" : "done";
    }
    return done == 0 ? "failed" : "partial";
  }
}

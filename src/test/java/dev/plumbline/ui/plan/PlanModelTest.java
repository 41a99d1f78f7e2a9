package dev.plumbline.ui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Problem;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.StepResult;
import dev.plumbline.plan.StepResult.Outcome;
import dev.plumbline.ui.FakeSession;
import dev.plumbline.ui.kit.Fx;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The model of a review, without a toolkit.
class PlanModelTest {

  private final FakeSession session = FakeSession.busy();

  private PlanModel review(String environment) {
    return new PlanModel(session, Fx.direct(), environment);
  }

  private static StepResult result(Step step, Outcome outcome) {
    var action =
        switch (step) {
          case Step.Apply a -> a.action() == Step.Action.CREATE ? "create" : "change";
          case Step.AwaitCrd a -> "await-crd";
        };
    return new StepResult(step.ref(), action, outcome, Optional.empty(), Duration.ofMillis(120));
  }

  @Test
  void aProductionPlaceIsReleasedByItsNameOnly() {
    var model = review("checkout/prod-eu");
    assertThat(model.gate().get().bar()).contains(Gate.Bar.NEEDS_NAME);
    model.apply();
    model.typed().set("checkout/prod");
    model.apply();
    assertThat(session.started).isEmpty();
    model.typed().set(" checkout/prod-eu ");
    assertThat(model.gate().get().bar()).isEmpty();
    model.apply();
    assertThat(session.asked).contains("sync checkout/prod-eu");
    assertThat(model.review().get()).isInstanceOf(Review.Running.class);
    model.close();
  }

  @Test
  void whatIsNotReviewedNeedsAReasonThatIsPassedOn() {
    var model = review("checkout/dev");
    assertThat(model.gate().get().bar()).contains(Gate.Bar.NEEDS_REASON);
    model.reason().set("  ");
    assertThat(model.gate().get().bar()).contains(Gate.Bar.NEEDS_REASON);
    model.reason().set(" hotfix for #12 ");
    model.apply();
    assertThat(session.asked).contains("sync checkout/dev: hotfix for #12");
    model.close();
  }

  @Test
  void aDryRunNeedsNeitherAndLeavesThePlanOpen() {
    var model = review("checkout/prod-eu");
    model.dryRun();
    assertThat(session.asked).contains("dry-run checkout/prod-eu");
    assertThat(model.gate().get().dryRunBar()).contains(Gate.Bar.RUNNING);
    var plan = model.review().get().shown().orElseThrow();
    var work = session.started.getFirst();
    plan.steps().forEach(s -> work.result(result(s, Outcome.DONE)));
    work.end(Optional.empty());
    assertThat(model.review().get()).isInstanceOf(Review.Ended.class);
    assertThat(model.gate().get().dryRunBar()).isEmpty();
    assertThat(model.gate().get().bar()).contains(Gate.Bar.NEEDS_NAME);
    assertThat(model.lines())
        .as("nothing is called done that was only tried")
        .filteredOn(PlanLine.Line.class::isInstance)
        .allMatch(l -> ((PlanLine.Line) l).now() == PlanLine.Now.TRIED);
    model.close();
  }

  @Test
  void eachStepIsFollowedAndThePlanIsSpentWhenItRan() {
    var model = review("checkout/staging");
    model.apply();
    var plan = model.review().get().shown().orElseThrow();
    var work = session.started.getFirst();
    work.result(result(plan.steps().get(0), Outcome.DONE));
    assertThat(model.lines().stream().filter(l -> ended(l, Outcome.DONE))).hasSize(1);
    assertThat(model.lines().stream().filter(l -> waiting(l))).hasSize(plan.steps().size() - 1);
    work.result(result(plan.steps().get(1), Outcome.FAILED));
    work.end(Optional.empty());
    assertThat(model.gate().get().bar()).contains(Gate.Bar.SPENT);
    var end = (Review.Ended) model.review().get();
    assertThat(end.count(Outcome.DONE)).isEqualTo(1);
    assertThat(end.count(Outcome.FAILED)).isEqualTo(1);
    assertThat(end.refused()).isFalse();
    model.computeAgain();
    assertThat(model.gate().get().bar()).isEmpty();
    model.close();
  }

  @Test
  void whatThePlanLeftOutIsNoFailureOfAStep() {
    var partial = Optional.<Problem>of(new Problem.Rejected("The sync is partial", "", "", ""));
    var cancelled = Optional.<Problem>of(new Problem.Cancelled("Cancelled", "", "", ""));
    var plan = session.plan("checkout/staging", dev.plumbline.model.Cancel.never());
    var all = plan.steps().stream().map(s -> result(s, Outcome.DONE)).toList();
    var some = all.subList(0, 3);
    assertThat(new Review.Ended(plan, false, all, partial).well()).isTrue();
    assertThat(new Review.Ended(plan, false, some, partial).well()).isFalse();
    assertThat(new Review.Ended(plan, true, some, Optional.empty()).well()).isTrue();
    assertThat(new Review.Ended(plan, true, some, cancelled).well()).isFalse();
    assertThat(new Review.Ended(plan, false, List.of(), partial).well()).isFalse();
  }

  @Test
  void aStalePlanIsRefusedAndCannotBeAppliedAgain() {
    var model = review("checkout/staging");
    model.apply();
    session
        .started
        .getFirst()
        .end(Optional.of(new Problem.Refused("The plan is out of date", "", "", "")));
    assertThat(((Review.Ended) model.review().get()).refused()).isTrue();
    model.apply();
    assertThat(session.started).hasSize(1);
    model.close();
  }

  @Test
  void cancelStopsTheRunAndNothingElse() {
    var model = review("checkout/staging");
    model.apply();
    model.cancel();
    assertThat(session.started.getFirst().cancelToken().isCancelled()).isTrue();
    assertThat(model.review().get()).isInstanceOf(Review.Running.class);
    model.close();
  }

  @Test
  void aPlanThatCannotBeComputedSaysWhyAndBarsEverything() {
    var problem = new Problem.Network("The server did not answer", "", "", "");
    session.failure = Optional.of(problem);
    var model = review("checkout/staging");
    assertThat(model.review().get()).isEqualTo(new Review.NotComputed(problem));
    assertThat(model.gate().get().bar()).contains(Gate.Bar.SPENT);
    assertThat(model.lines()).isEmpty();
    session.failure = Optional.empty();
    model.computeAgain();
    assertThat(model.review().get()).isInstanceOf(Review.Ready.class);
    model.close();
  }

  @Test
  void reviewRequiredTakesNoReason() {
    var gate =
        new Gate(
            Gate.Stage.READY,
            3,
            Optional.of(new Problem.Refused("not on origin/main", "", "", "")),
            Optional.empty(),
            true,
            "because",
            Optional.empty(),
            "");
    assertThat(gate.bar()).contains(Gate.Bar.REVIEW_REQUIRED);
    assertThat(gate.dryRunBar()).isEmpty();
  }

  @Test
  void linesAreStagesThenWhatIsLeftOut() {
    var model = review("checkout/staging");
    assertThat(model.lines().getFirst()).isInstanceOf(PlanLine.Head.class);
    assertThat(model.lines().getLast()).isInstanceOf(PlanLine.LeftOut.class);
    assertThat(model.selected().get()).contains(model.lines().get(1));
    model.move(-1);
    assertThat(model.selected().get()).contains(model.lines().getLast());
    var counts = PlanCounts.of(model.review().get().shown().orElseThrow());
    assertThat(counts.waits()).isEqualTo(1);
    assertThat(counts.leftOut()).isEqualTo(2);
    assertThat(counts.stages()).isEqualTo(2);
    model.close();
  }

  private static boolean ended(PlanLine line, Outcome outcome) {
    return line instanceof PlanLine.Line l
        && l.result().filter(r -> r.outcome() == outcome).isPresent();
  }

  private static boolean waiting(PlanLine line) {
    return line instanceof PlanLine.Line l && l.now() == PlanLine.Now.WAITING;
  }

  @Test
  void aChipShowsOnlyItsSortAndWhatAStepRestartsIsCounted() {
    var model = new PlanModel(session, dev.plumbline.ui.kit.Fx.direct(), "checkout/prod-eu");
    int all = model.lines().size();
    model.only().set(java.util.Optional.of(Sort.RESTART));
    var restarting = model.lines().stream().filter(PlanLine.Line.class::isInstance).toList();
    assertThat(restarting)
        .extracting(l -> model.risk(((PlanLine.Line) l).step()))
        .contains(new Risk.Restarts(java.util.Optional.of(6)));
    assertThat(model.lines().size()).isLessThan(all);
    assertThat(model.selected().get().flatMap(PlanLine::ref)).isPresent();
    model.only().set(java.util.Optional.of(Sort.LEFT_OUT));
    assertThat(model.lines().subList(1, model.lines().size()))
        .allMatch(PlanLine.LeftOut.class::isInstance);
    model.only().set(java.util.Optional.empty());
    assertThat(model.lines()).hasSize(all);
    model.close();
  }
}

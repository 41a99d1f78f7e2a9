package dev.plumbline.ui.plan;

import dev.plumbline.engine.Session;
import dev.plumbline.engine.State;
import dev.plumbline.engine.Work;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.Environment;
import dev.plumbline.model.Problem;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.StepResult;
import dev.plumbline.plan.SyncPlan;
import dev.plumbline.ui.kit.Fx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The review of one sync: computes the plan, holds what a person types to release it, runs it, and
/// follows each step to its end.
final class PlanModel implements AutoCloseable {

  private final Session session;
  private final Fx fx;
  private final Environment environment;
  private final ReadOnlyObjectWrapper<Review> review =
      new ReadOnlyObjectWrapper<>(new Review.Computing());
  private final ReadOnlyObjectWrapper<Gate> gate;
  private final ReadOnlyObjectWrapper<Optional<PlanLine>> selected =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final StringProperty reason = new SimpleStringProperty("");
  private final StringProperty typed = new SimpleStringProperty("");
  private final ObservableList<PlanLine> lines = FXCollections.observableArrayList();
  private final ObjectProperty<Optional<Sort>> only = new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Session.Living> living;
  private final State.Subscription lives;
  private Optional<Problem> unreviewed = Optional.empty();
  private Optional<String> reviewedOn = Optional.empty();
  private Cancel computing = new Cancel();
  private @Nullable Run run;

  /// Work that runs the plan, and who listens to it.
  private record Run(
      Work work, boolean dryRun, State.Subscription state, State.Subscription results) {
    void stopListening() {
      state.close();
      results.close();
    }
  }

  PlanModel(Session session, Fx fx, String name) {
    this.session = session;
    this.fx = fx;
    this.environment = session.environment(name).get().environment();
    gate = new ReadOnlyObjectWrapper<>(nextGate());
    reason.addListener((o, was, is) -> gate.set(nextGate()));
    typed.addListener((o, was, is) -> gate.set(nextGate()));
    only.addListener((o, was, is) -> list());
    living = new ReadOnlyObjectWrapper<>(session.living(name).get());
    lives = fx.show(session.living(name), living::set);
    compute();
  }

  Environment environment() {
    return environment;
  }

  ReadOnlyObjectProperty<Review> review() {
    return review.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Gate> gate() {
    return gate.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<PlanLine>> selected() {
    return selected.getReadOnlyProperty();
  }

  /// Why a commit that is not reviewed is applied.
  StringProperty reason() {
    return reason;
  }

  /// The name typed to release a production place.
  StringProperty typed() {
    return typed;
  }

  /// The only sort of lines that is listed; empty for all.
  ObjectProperty<Optional<Sort>> only() {
    return only;
  }

  /// What runs in the cluster now.
  ReadOnlyObjectProperty<Session.Living> living() {
    return living.getReadOnlyProperty();
  }

  /// What a step risks.
  Risk risk(Step step) {
    return Risk.of(step, living.get());
  }

  ObservableList<PlanLine> lines() {
    return lines;
  }

  void select(PlanLine line) {
    if (line.ref().isPresent()) {
      selected.set(Optional.of(line));
    }
  }

  /// Moves to the next or previous line that is about an object.
  void move(int step) {
    var about = lines.stream().filter(l -> l.ref().isPresent()).toList();
    if (!about.isEmpty()) {
      int at = selected.get().map(about::indexOf).orElse(step > 0 ? -1 : 0);
      selected.set(Optional.of(about.get(Math.floorMod(at + step, about.size()))));
    }
  }

  /// Computes the plan, or computes it again.
  void compute() {
    leave();
    computing.cancel();
    unreviewed = Optional.empty();
    reviewedOn = Optional.empty();
    become(new Review.Computing());
    record Answer(SyncPlan plan, Optional<Problem> unreviewed, Optional<String> on) {}
    computing =
        fx.slow(
            cancel -> {
              var plan = session.plan(environment.name(), cancel);
              return new Answer(
                  plan, session.unreviewed(plan, cancel), session.reviewedOn(plan, cancel));
            },
            answer -> {
              unreviewed = answer.unreviewed();
              reviewedOn = answer.on();
              become(new Review.Ready(answer.plan()));
            },
            problem -> become(new Review.NotComputed(problem)));
  }

  /// Computes the plan again unless it is being computed or runs.
  void computeAgain() {
    if (!(review.get() instanceof Review.Computing) && !(review.get() instanceof Review.Running)) {
      compute();
    }
  }

  /// Stops computing, or the run: steps that are under way finish, the rest is left.
  void cancel() {
    if (review.get() instanceof Review.Computing) {
      computing.cancel();
      become(
          new Review.NotComputed(
              new Problem.Cancelled("The plan was not computed: cancelled", "", "", "")));
    } else if (run != null) {
      run.work().cancel();
    }
  }

  /// Applies the plan when nothing bars it.
  void apply() {
    if (gate.get().bar().isEmpty()) {
      start(false);
    }
  }

  /// Runs the plan with `dryRun=All`.
  void dryRun() {
    if (gate.get().dryRunBar().isEmpty()) {
      start(true);
    }
  }

  @Override
  public void close() {
    computing.cancel();
    lives.close();
    leave();
  }

  private void start(boolean dryRun) {
    var plan = review.get().shown().orElseThrow();
    leave();
    var why =
        dryRun || unreviewed.isEmpty()
            ? Optional.<String>empty()
            : Optional.of(reason.get().strip());
    var work = session.sync(plan, dryRun, why);
    become(new Review.Running(plan, dryRun, work.state().get()));
    run =
        new Run(
            work,
            dryRun,
            fx.show(work.state(), state -> heard(plan, work, dryRun, state)),
            fx.show(work.results(), results -> list()));
  }

  private void heard(SyncPlan plan, Work work, boolean dryRun, Work.View state) {
    become(
        state.running()
            ? new Review.Running(plan, dryRun, state)
            : new Review.Ended(plan, dryRun, work.results().get(), state.problem()));
  }

  private void leave() {
    if (run != null) {
      run.stopListening();
      run = null;
    }
  }

  private void become(Review next) {
    review.set(next);
    gate.set(nextGate());
    list();
  }

  private Gate nextGate() {
    var stage =
        switch (review.get()) {
          case Review.Computing c -> Gate.Stage.COMPUTING;
          case Review.NotComputed n -> Gate.Stage.SPENT;
          case Review.Ready r -> Gate.Stage.READY;
          case Review.Running r -> Gate.Stage.RUNNING;
          case Review.Ended e when e.dryRun() && !e.refused() -> Gate.Stage.READY;
          case Review.Ended e -> Gate.Stage.SPENT;
        };
    return new Gate(
        stage,
        review.get().shown().map(SyncPlan::applies).orElse(0),
        unreviewed,
        reviewedOn,
        environment.reviewed(),
        reason.get(),
        Gate.mustType(environment, review.get().shown().map(p -> p.cluster().context())),
        typed.get());
  }

  private void list() {
    var plan = review.get().shown();
    var all = plan.map(p -> PlanLine.of(p, results(p), open(), ended())).orElse(List.of());
    var next = only.get().map(sort -> only(sort, all)).orElse(all);
    var ref = selected.get().flatMap(PlanLine::ref);
    if (next.size() != lines.size()) {
      lines.setAll(next);
    } else {
      replaceChanged(next);
    }
    selected.set(
        next.stream()
            .filter(l -> l.ref().isPresent() && l.ref().equals(ref))
            .findFirst()
            .or(() -> next.stream().filter(l -> l.ref().isPresent()).findFirst()));
  }

  /// The lines of one sort, and the heads that they stand under.
  private List<PlanLine> only(Sort sort, List<PlanLine> all) {
    var kept = new ArrayList<PlanLine>();
    Optional<PlanLine> head = Optional.empty();
    for (var line : all) {
      if (line.ref().isEmpty()) {
        head = Optional.of(line);
      } else if (sort.holds(
          line, line instanceof PlanLine.Line l ? risk(l.step()) : new Risk.None())) {
        head.ifPresent(kept::add);
        head = Optional.empty();
        kept.add(line);
      }
    }
    return kept;
  }

  /// Only the lines that changed, so that the others stay as they are on screen.
  private void replaceChanged(List<PlanLine> next) {
    for (int i = 0; i < next.size(); i++) {
      if (!next.get(i).equals(lines.get(i))) {
        lines.set(i, next.get(i));
      }
    }
  }

  private PlanLine.Now open() {
    return switch (review.get()) {
      case Review.Running r -> PlanLine.Now.WAITING;
      case Review.Ended e -> e.dryRun() ? PlanLine.Now.UNTRIED : PlanLine.Now.LEFT;
      case Review.Computing c -> PlanLine.Now.PLANNED;
      case Review.NotComputed n -> PlanLine.Now.PLANNED;
      case Review.Ready r -> PlanLine.Now.PLANNED;
    };
  }

  private PlanLine.Now ended() {
    return review.get().tried() ? PlanLine.Now.TRIED : PlanLine.Now.ENDED;
  }

  private Map<Step, StepResult> results(SyncPlan plan) {
    return switch (review.get()) {
      case Review.Ended e -> PlanLine.byStep(plan, e.results());
      case Review.Running r when run != null -> PlanLine.byStep(plan, run.work().results().get());
      case Review.Running r -> Map.of();
      case Review.Ready r -> Map.of();
      case Review.Computing c -> Map.of();
      case Review.NotComputed n -> Map.of();
    };
  }
}

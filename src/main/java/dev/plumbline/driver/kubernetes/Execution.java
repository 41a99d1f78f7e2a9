package dev.plumbline.driver.kubernetes;

import dev.plumbline.cluster.Cluster;
import dev.plumbline.cluster.Kind;
import dev.plumbline.drift.Fingerprint;
import dev.plumbline.driver.Progress;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.Manifest;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Tree;
import dev.plumbline.plan.Stage;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.StepResult;
import dev.plumbline.plan.StepResult.Outcome;
import dev.plumbline.plan.SyncPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// One run of a plan: everything is checked before anything is written; then stage by stage, what
/// is about to be applied stands in the inventory first. A failure in one stage leaves the later
/// ones undone.
final class Execution {

  private static final int MOVED_TRIES = 5;

  /// As many as the cluster takes at a time: what waits for its turn can still be cancelled.
  private static final int AT_A_TIME = 16;

  private final Cluster cluster;
  private final InventoryLog inventory;
  private final byte[] key;
  private final SyncPlan plan;
  private final Map<ResourceRef, Manifest> manifests = new HashMap<>();
  private final boolean dryRun;
  private final Cancel cancel;
  private final Progress progress;
  private final Consumer<StepResult> heard;
  private final Map<Step, StepResult> results =
      Collections.synchronizedMap(new IdentityHashMap<>());
  private final Map<Step, String> moments = Collections.synchronizedMap(new IdentityHashMap<>());
  private final AtomicInteger done = new AtomicInteger();
  private final Semaphore turns = new Semaphore(AT_A_TIME);

  Execution(
      Cluster cluster,
      Inventory inventory,
      byte[] key,
      SyncPlan plan,
      List<Manifest> asApplied,
      boolean dryRun,
      Cancel cancel,
      Progress progress,
      Consumer<StepResult> heard) {
    this.cluster = cluster;
    this.inventory = new InventoryLog(inventory, dryRun);
    this.key = key;
    this.plan = plan;
    asApplied.forEach(m -> manifests.put(m.ref(), m));
    this.dryRun = dryRun;
    this.cancel = cancel;
    this.progress = progress;
    this.heard = heard;
  }

  List<StepResult> run() {
    progress.at("checking the plan against the cluster", 0, plan.steps().size());
    check();
    var stopped = false;
    for (var stage : plan.stages()) {
      if (stopped) {
        stage.steps().forEach(s -> skip(s, "An earlier stage failed"));
      } else {
        run(stage);
        stopped = stage.steps().stream().anyMatch(s -> result(s).outcome() == Outcome.FAILED);
      }
    }
    if (!cancel.isCancelled()) {
      inventory.recover(cluster, manifests.values(), cancel);
    }
    return plan.steps().stream().map(this::result).toList();
  }

  private StepResult result(Step step) {
    var result = results.get(step);
    return result != null
        ? result
        : new StepResult(
            step.ref(), action(step), Outcome.NOT_RUN, Optional.empty(), Duration.ZERO);
  }

  /// Nothing is written unless what would be sent and what is live are what the plan was made from.
  private void check() {
    var tasks = new ArrayList<Callable<Optional<String>>>();
    for (var step : plan.steps()) {
      if (step instanceof Step.Apply apply) {
        tasks.add(() -> changedSince(apply));
      }
    }
    var changed = Parallel.all(tasks).stream().flatMap(Optional::stream).toList();
    if (!changed.isEmpty()) {
      throw new ProblemException(
          new Problem.Refused(
              "The plan is out of date: "
                  + changed.getFirst()
                  + (changed.size() > 1 ? " and " + (changed.size() - 1) + " more" : "")
                  + ". Nothing was applied",
              plan.environment(),
              "Compute the plan again",
              String.join("\n", changed)));
    }
  }

  private Optional<String> changedSince(Step.Apply step) {
    var manifest = manifests.get(step.ref());
    if (manifest == null) {
      return Optional.of(step.ref() + " is not rendered at " + plan.at().shortId());
    }
    if (!Fingerprint.desired(manifest.body(), key).equals(step.desiredHash())) {
      return Optional.of(step.ref() + " is rendered otherwise than when it was planned");
    }
    var kind = kind(step.ref());
    var live =
        kind.isEmpty()
            ? Optional.<Tree.Obj>empty()
            : cluster.get(kind.get(), step.ref().namespace(), step.ref().name(), cancel);
    if (live.isEmpty()) {
      return step.uid().isPresent() ? Optional.of(step.ref() + " is gone") : Optional.empty();
    }
    if (step.uid().isEmpty()) {
      return Optional.of(step.ref() + " was created meanwhile");
    }
    if (!live.get().text("metadata", "uid").equals(step.uid())) {
      return Optional.of(step.ref() + " was made anew");
    }
    if (!Optional.of(Fingerprint.of(live.get(), key)).equals(step.fingerprint())) {
      return Optional.of(step.ref() + " changed");
    }
    live.get().text("metadata", "resourceVersion").ifPresent(v -> moments.put(step, v));
    return Optional.empty();
  }

  private Optional<Kind> kind(ResourceRef ref) {
    return cluster.kind(ref.group(), ref.version(), ref.kind(), cancel);
  }

  private void run(Stage stage) {
    var applies = new ArrayList<Step.Apply>();
    for (var step : stage.steps()) {
      if (step instanceof Step.Apply apply) {
        applies.add(apply);
      }
    }
    if (cancel.isCancelled()) {
      stage.steps().forEach(this::cancelled);
      return;
    }
    try {
      inventory.announce(applies.stream().map(this::announced).toList());
    } catch (ProblemException e) {
      stage.steps().forEach(s -> end(s, Outcome.FAILED, Optional.of(e.problem()), Instant.now()));
      return;
    }
    for (var kind : byKind(applies)) {
      Parallel.all(kind.stream().map(this::task).toList());
    }
    inventory.flush();
    for (var step : stage.steps()) {
      if (step instanceof Step.AwaitCrd await) {
        await(await, applies);
      }
    }
  }

  /// Kinds one after the other in the plan's order (an admission webhook must not come before what
  /// it would refuse), the objects of one kind side by side.
  private static List<List<Step.Apply>> byKind(List<Step.Apply> applies) {
    var groups = new LinkedHashMap<String, List<Step.Apply>>();
    for (var a : applies) {
      groups.computeIfAbsent(a.ref().group() + "/" + a.ref().kind(), k -> new ArrayList<>()).add(a);
    }
    return List.copyOf(groups.values());
  }

  private Callable<Boolean> task(Step.Apply step) {
    return () -> {
      turns.acquireUninterruptibly();
      try {
        apply(step);
      } finally {
        turns.release();
      }
      return true;
    };
  }

  private Inventory.Member announced(Step.Apply step) {
    var manifest = manifests.get(step.ref());
    var kind = kind(step.ref());
    var ref =
        manifest == null || kind.isEmpty()
            ? step.ref()
            : Sending.of(manifest, kind.get(), inventory.namespace()).ref();
    return new Inventory.Member(ref, step.uid().orElse(""));
  }

  private void apply(Step.Apply step) {
    if (cancel.isCancelled()) {
      cancelled(step);
      return;
    }
    var began = Instant.now();
    var manifest = manifests.get(step.ref());
    if (manifest == null) {
      throw new IllegalStateException(step.ref() + " was checked before");
    }
    try {
      var kind = kind(step.ref());
      if (kind.isEmpty() || (dryRun && waitsForNamespace(step))) {
        end(
            step,
            dryRun ? Outcome.NOT_RUN : Outcome.FAILED,
            Optional.of(
                new Problem.NotFound(
                    step.ref() + " waits for what an earlier stage creates",
                    step.ref().toString(),
                    dryRun ? "A dry-run creates nothing, so it cannot be tried" : "",
                    "")),
            began);
        return;
      }
      var sent = Sending.of(manifest, kind.get(), inventory.namespace());
      var answer = send(step, kind.get(), sent);
      if (!dryRun) {
        inventory.applied(sent.ref(), answer.object().text("metadata", "uid").orElse(""));
      }
      end(step, Outcome.DONE, Optional.empty(), began, answer.warnings());
    } catch (ProblemException e) {
      end(step, Outcome.FAILED, Optional.of(e.problem()), began);
    }
  }

  private boolean waitsForNamespace(Step.Apply step) {
    return plan.steps().stream()
        .anyMatch(s ->
            s instanceof Step.Apply a
                && a.action() == Step.Action.CREATE
                && a.ref().group().isEmpty()
                && a.ref().kind().equals("Namespace")
                && a.ref().name().equals(step.ref().namespace()));
  }

  /// Sends with the resourceVersion that was checked as a precondition. When the object moved on
  /// and only its status or bookkeeping did, its new version is taken; any other change stops the
  /// step.
  private Cluster.Applied send(Step.Apply step, Kind kind, Manifest sent) {
    for (int i = 1; ; i++) {
      try {
        return cluster.apply(
            kind,
            withPrecondition(step, sent.body()),
            OneObject.MANAGER,
            // What somebody else made since the check is not taken from them: a create that meets
            // it is a conflict.
            step.action() == Step.Action.CHANGE,
            dryRun,
            Cancel.never());
      } catch (ProblemException e) {
        if (!(e.problem() instanceof Problem.Conflict) || i == MOVED_TRIES) {
          throw e;
        }
        var changed = changedSince(step);
        if (changed.isPresent()) {
          throw new ProblemException(
              new Problem.Conflict(
                  changed.get() + " while the sync ran",
                  step.ref().toString(),
                  "Compute the plan again",
                  e.problem().detail()),
              e);
        }
      }
    }
  }

  private Tree.Obj withPrecondition(Step.Apply step, Tree.Obj body) {
    var moment = moments.get(step);
    if (moment == null || !(body.fields().get("metadata") instanceof Tree.Obj meta)) {
      return body;
    }
    return body.with("metadata", meta.with("resourceVersion", Tree.str(moment)));
  }

  private void await(Step.AwaitCrd step, List<Step.Apply> applied) {
    var began = Instant.now();
    var crd =
        applied.stream().filter(a -> a.ref().sameObject(step.ref())).findFirst().map(this::result);
    if (dryRun || crd.filter(r -> r.outcome() == Outcome.DONE).isEmpty()) {
      end(step, Outcome.NOT_RUN, Optional.empty(), began);
      return;
    }
    progress.at("waiting for " + step.ref().name() + " to be established", done.get(), total());
    var problem = new Establishing(cluster).await(step.ref(), cancel);
    end(step, problem.isEmpty() ? Outcome.DONE : Outcome.FAILED, problem, began);
  }

  private void skip(Step step, String why) {
    end(
        step,
        Outcome.NOT_RUN,
        Optional.of(new Problem.Refused(why, step.ref().toString(), "", "")),
        Instant.now());
  }

  private void cancelled(Step step) {
    end(
        step,
        Outcome.NOT_RUN,
        Optional.of(new Problem.Cancelled("Cancelled", step.ref().toString(), "", "")),
        Instant.now());
  }

  private void end(Step step, Outcome outcome, Optional<Problem> problem, Instant began) {
    end(step, outcome, problem, began, List.of());
  }

  private void end(
      Step step, Outcome outcome, Optional<Problem> problem, Instant began, List<String> warnings) {
    var result =
        new StepResult(
            step.ref(),
            action(step),
            outcome,
            problem,
            Duration.between(began, Instant.now()),
            warnings);
    results.put(step, result);
    progress.at(
        (dryRun ? "dry-run of " : "applying ") + plan.environment(),
        done.incrementAndGet(),
        total());
    heard.accept(result);
  }

  private int total() {
    return plan.steps().size();
  }

  private static String action(Step step) {
    return switch (step) {
      case Step.Apply(var ref, var action, var hash, var uid, var fingerprint, var fields) ->
          switch (action) {
            case CREATE -> "create";
            case CHANGE -> "change";
          };
      case Step.AwaitCrd(var ref) -> "await-crd";
    };
  }
}

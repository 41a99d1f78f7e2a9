package dev.plumbline.app.demo;

import dev.plumbline.app.demo.Happening.Deleted;
import dev.plumbline.app.demo.Happening.FieldSet;
import dev.plumbline.app.demo.Happening.Hand;
import dev.plumbline.app.demo.Happening.Made;
import dev.plumbline.app.demo.Happening.Scaled;
import dev.plumbline.app.demo.Happening.Synced;
import dev.plumbline.cluster.Cluster;
import dev.plumbline.cluster.Kind;
import dev.plumbline.cluster.Kubeconfig;
import dev.plumbline.engine.ConfigRepository;
import dev.plumbline.engine.MakePlan;
import dev.plumbline.engine.Sync;
import dev.plumbline.engine.Targets;
import dev.plumbline.engine.Work;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Tree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Plays what happened to the demo's cluster: syncs by the engine itself, the rest through the API
/// under the field manager of whoever did it, each at its time.
final class Past implements AutoCloseable {

  private static final int TRIES = 5;

  private final ConfigRepository repository;
  private final List<DemoRepository.Point> main;
  private final Targets targets;
  private final Sync sync;
  private final Kubeconfig kubeconfig;
  private final MovingClock clock;
  private final Runnable playOut;
  private final Work work;
  private final Map<String, Cluster> clusters = new HashMap<>();
  private final Cancel cancel;

  /// @param main the tips that main had, oldest first
  /// @param playOut lets the cluster do what follows from the steps so far, before time goes on
  /// @param work hears each step; its cancel ends the playing
  Past(
      ConfigRepository repository,
      List<DemoRepository.Point> main,
      Targets targets,
      Sync sync,
      Kubeconfig kubeconfig,
      MovingClock clock,
      Runnable playOut,
      Work work) {
    this.repository = repository;
    this.main = main;
    this.targets = targets;
    this.sync = sync;
    this.kubeconfig = kubeconfig;
    this.clock = clock;
    this.playOut = playOut;
    this.work = work;
    this.cancel = work.cancelToken();
  }

  /// Plays one step after the other.
  void play(List<Happening> steps) {
    for (int i = 0; i < steps.size(); i++) {
      cancel.check();
      var step = steps.get(i);
      if (step.at().isAfter(clock.instant())) {
        playOut.run();
        clock.at(step.at());
      }
      work.progress(step.doing(), i, steps.size());
      play(step);
    }
    playOut.run();
  }

  private void play(Happening step) {
    switch (step) {
      case Synced(var at, var environment) -> sync(environment, at);
      case Made(var at, var hand, var namespace) -> namespace(hand, namespace);
      case FieldSet set -> set(set);
      case Scaled(var at, var hand, var object, var replicas) ->
          cluster(hand)
              .patch(
                  kind(hand, object),
                  object,
                  "scale",
                  Tree.obj("spec", Tree.obj("replicas", replicas)),
                  hand.manager(),
                  cancel);
      case Deleted(var at, var hand, var object) ->
          cluster(hand)
              .delete(
                  kind(hand, object),
                  object,
                  live(hand, object).text("metadata", "uid").orElseThrow(),
                  cancel);
    }
  }

  /// As kubectl does it: read, change, write; again when a controller was faster.
  private void set(FieldSet set) {
    var kind = kind(set.hand(), set.object());
    for (int i = 1; ; i++) {
      var changed = (Tree.Obj) with(live(set.hand(), set.object()), set.path(), set.value());
      try {
        cluster(set.hand()).replace(kind, changed, set.hand().manager(), cancel);
        return;
      } catch (ProblemException e) {
        if (!(e.problem() instanceof Problem.Conflict) || i == TRIES) {
          throw e;
        }
      }
    }
  }

  /// An environment that cannot be rendered here (a program is missing) was never synced.
  private void sync(String name, Instant at) {
    var environment =
        repository.workspace().environments().stream()
            .filter(e -> e.name().equals(name))
            .findFirst();
    if (environment.isEmpty()) {
      return;
    }
    var target = targets.forWriting(environment.get(), Optional.empty());
    var place = repository.at(environment.get(), Optional.of(tip(at)));
    var one = new Work("Sync " + name, name);
    try (var _ = cancel.onCancel(one::cancel)) {
      var plan = MakePlan.now(place, target, one);
      if (!plan.isNoop()) {
        sync.run(repository, place, target, plan, new Sync.Wish(false, Optional.empty()), one);
      }
    }
  }

  private String tip(Instant at) {
    return main.stream()
        .filter(p -> !p.from().isAfter(at))
        .reduce((_, later) -> later)
        .orElseThrow(() -> new IllegalStateException("main did not exist at " + at))
        .commit();
  }

  private void namespace(Hand hand, String name) {
    var ref = new ResourceRef("", "v1", "Namespace", "", name);
    cluster(hand)
        .create(
            kind(hand, ref),
            Tree.obj(
                "apiVersion",
                Tree.str("v1"),
                "kind",
                Tree.str("Namespace"),
                "metadata",
                Tree.obj("name", Tree.str(name))),
            hand.manager(),
            cancel);
  }

  private Tree.Obj live(Hand hand, ResourceRef ref) {
    return cluster(hand)
        .get(kind(hand, ref), ref.namespace(), ref.name(), cancel)
        .orElseThrow(() -> new IllegalStateException("The demo's cluster has no " + ref));
  }

  private Kind kind(Hand hand, ResourceRef ref) {
    return served(hand, ref)
        .or(() -> {
          // The past makes kinds, too.
          cluster(hand).refreshDiscovery();
          return served(hand, ref);
        })
        .orElseThrow(() -> new IllegalStateException("The demo's cluster does not serve " + ref));
  }

  private Optional<Kind> served(Hand hand, ResourceRef ref) {
    return cluster(hand).kind(ref.group(), ref.version(), ref.kind(), cancel);
  }

  private Cluster cluster(Hand hand) {
    return clusters.computeIfAbsent(hand.context(), kubeconfig::open);
  }

  /// A tree with one value set, and objects made on the way to it.
  static Tree with(Tree tree, List<String> path, Tree value) {
    if (path.isEmpty()) {
      return value;
    }
    var step = path.getFirst();
    var rest = path.subList(1, path.size());
    if (tree instanceof Tree.Arr(var items)) {
      var key = step.split("=", 2);
      var changed = new ArrayList<Tree>();
      for (var item : items) {
        changed.add(
            item.text(key[0]).filter(key[1]::equals).isPresent() ? with(item, rest, value) : item);
      }
      if (changed.equals(items)) {
        throw new IllegalStateException("There is no " + step + ", or it is already so");
      }
      return new Tree.Arr(changed);
    }
    if (tree instanceof Tree.Hidden hidden) {
      return Tree.Hidden.of(with(hidden.reveal(), path, value));
    }
    var object = tree instanceof Tree.Obj known ? known : Tree.Obj.EMPTY;
    return object.with(step, with(object.get(step).orElse(Tree.Obj.EMPTY), rest, value));
  }

  @Override
  public void close() {
    clusters.values().forEach(Cluster::close);
  }
}

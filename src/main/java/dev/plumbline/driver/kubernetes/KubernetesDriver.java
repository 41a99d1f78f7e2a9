package dev.plumbline.driver.kubernetes;

import dev.plumbline.cluster.Cluster;
import dev.plumbline.driver.Ability;
import dev.plumbline.driver.Driver;
import dev.plumbline.driver.Observation;
import dev.plumbline.driver.Progress;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.Environment;
import dev.plumbline.model.FileTree;
import dev.plumbline.model.Manifest;
import dev.plumbline.model.ManifestSet;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.plan.StepResult;
import dev.plumbline.plan.SyncPlan;
import dev.plumbline.render.Rendering;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// One environment on one cluster.
final class KubernetesDriver implements Driver {

  private final Environment environment;
  private final String namespace;
  private final Cluster cluster;
  private final LiveStore store;
  private final Rendering rendering;
  private final KubernetesDrivers.FingerprintSeed seed;
  private final Memo memo = new Memo();
  private volatile Live live;

  KubernetesDriver(
      Environment environment,
      String namespace,
      Cluster cluster,
      LiveStore store,
      Rendering rendering,
      KubernetesDrivers.FingerprintSeed seed) {
    this.environment = environment;
    this.namespace = namespace;
    this.cluster = cluster;
    this.store = store;
    this.rendering = rendering;
    this.seed = seed;
    this.live = Live.asking(cluster);
  }

  @Override
  public Set<Ability> abilities() {
    return Set.of(Ability.WATCH, Ability.APPLY);
  }

  @Override
  public String server() {
    return cluster.server();
  }

  @Override
  public String uid(Cancel cancel) {
    return Identity.of(cluster, cancel);
  }

  @Override
  public Optional<String> whoAmI(Cancel cancel) {
    return cluster.whoAmI(cancel);
  }

  @Override
  public ManifestSet render(FileTree tree, Cancel cancel) {
    return rendering.render(tree, environment, cancel);
  }

  @Override
  public List<Manifest> asApplied(ManifestSet rendered, Cancel cancel) {
    return Settled.of(rendered, cluster, namespace, cancel).manifests().stream()
        .map(m -> asApplied(m, cancel))
        .toList();
  }

  private Manifest asApplied(Manifest manifest, Cancel cancel) {
    var ref = manifest.ref();
    try {
      return cluster
          .kind(ref.group(), ref.version(), ref.kind(), cancel)
          .map(kind -> Sending.of(manifest, kind, namespace))
          .orElse(manifest);
    } catch (ProblemException e) {
      if (e.problem() instanceof Problem.Unexpected) {
        return manifest;
      }
      throw e;
    }
  }

  @Override
  public Observation observe(FileTree tree, boolean fresh, Cancel cancel, Progress progress) {
    progress.at("rendering", 0, 0);
    var rendered = render(tree, cancel);
    var look =
        new Look(
            cluster,
            new Inventory(cluster, namespace, environment.name()),
            new OneObject(cluster, live, seed.key(), memo),
            live,
            namespace);
    return look.at(rendered, fresh, cancel, progress);
  }

  @Override
  public List<StepResult> apply(
      SyncPlan plan,
      FileTree tree,
      boolean dryRun,
      Cancel cancel,
      Progress progress,
      Consumer<StepResult> heard) {
    // Where the UID may not be read, the address has to do.
    boolean same =
        plan.clusterUid().equals(uid(cancel))
            && (!plan.clusterUid().isEmpty() || plan.cluster().server().equals(cluster.server()));
    if (!same) {
      throw new ProblemException(
          new Problem.Refused(
              "The plan was made for another cluster",
              cluster.context() + " (" + cluster.server() + ")",
              "Choose the context of " + plan.cluster().name() + ", or compute the plan again",
              ""));
    }
    var rendered = render(tree, cancel);
    return new Execution(
            cluster,
            new Inventory(cluster, namespace, environment.name()),
            seed.key(),
            plan,
            asApplied(rendered, cancel),
            dryRun,
            cancel,
            progress,
            heard)
        .run();
  }

  @Override
  public Watching watch(Runnable changed, Consumer<Optional<Problem>> health) {
    var watch = new EnvironmentWatch(cluster, store, changed, health);
    live = watch;
    return new Watching() {
      @Override
      public int kinds() {
        return watch.kinds();
      }

      @Override
      public void close() {
        live = Live.asking(cluster);
        watch.close();
      }
    };
  }
}

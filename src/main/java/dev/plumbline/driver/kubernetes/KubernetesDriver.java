package dev.plumbline.driver.kubernetes;

import dev.plumbline.cluster.Cluster;
import dev.plumbline.cluster.Kind;
import dev.plumbline.driver.Ability;
import dev.plumbline.driver.Driver;
import dev.plumbline.driver.LogWish;
import dev.plumbline.driver.Observation;
import dev.plumbline.driver.Progress;
import dev.plumbline.driver.Vitals;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.ClusterEvent;
import dev.plumbline.model.Environment;
import dev.plumbline.model.FileTree;
import dev.plumbline.model.Manifest;
import dev.plumbline.model.ManifestSet;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Tree;
import dev.plumbline.plan.StepResult;
import dev.plumbline.plan.SyncPlan;
import dev.plumbline.render.Rendering;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One environment on one cluster.
final class KubernetesDriver implements Driver {

  private final Environment environment;
  private final String namespace;
  private final Cluster cluster;
  private final LiveStore store;
  private final Rendering rendering;
  private final KubernetesDrivers.FingerprintSeed seed;
  private final TypeBook types;
  private final Verdicts verdicts = new Verdicts();
  private volatile Live live;
  private volatile @Nullable EnvironmentWatch watching;

  KubernetesDriver(
      Environment environment,
      String namespace,
      Cluster cluster,
      LiveStore store,
      TypeBook types,
      Rendering rendering,
      KubernetesDrivers.FingerprintSeed seed) {
    this.environment = environment;
    this.namespace = namespace;
    this.cluster = cluster;
    this.store = store;
    this.types = types;
    this.rendering = rendering;
    this.seed = seed;
    this.live = Live.asking(cluster, seed);
  }

  @Override
  public Set<Ability> abilities() {
    return Set.of(Ability.values());
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
    var effort = new Effort();
    var reading = live;
    var look =
        new Look(
            cluster,
            new Inventory(cluster, namespace, environment.name()),
            new OneObject(cluster, reading, seed.key(), verdicts, InstantSource.system(), effort),
            reading,
            namespace,
            effort);
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
  public Optional<Tree.Obj> live(ResourceRef ref, Cancel cancel) {
    var kind =
        Served.kind(cluster, ref, cancel)
            .orElseThrow(() ->
                new ProblemException(
                    new Problem.NotFound(
                        "The cluster does not serve " + ref.kind() + " (" + ref.apiVersion() + ")",
                        ref.toString(),
                        "",
                        "")));
    var at = placed(ref, kind);
    var watch = watching;
    return watch == null
        ? cluster.get(kind, at.namespace(), at.name(), cancel)
        : watch.look(kind, at.namespace(), at.name(), cancel);
  }

  private ResourceRef placed(ResourceRef ref, Kind kind) {
    if (!kind.namespaced()) {
      return ref.inNamespace("");
    }
    return ref.namespace().isEmpty() ? ref.inNamespace(namespace) : ref;
  }

  @Override
  public List<ClusterEvent> events(ResourceRef ref, Cancel cancel) {
    var events = new Events(cluster);
    var object = live(ref, cancel);
    var at = object.map(ResourceRef::of).orElse(ref);
    var uid = object.flatMap(o -> o.text("metadata", "uid"));
    if (uid.isEmpty()) {
      return events.of(at, Set.of(), cancel);
    }
    var watch = watching;
    var family =
        watch == null
            ? Set.of(uid.get())
            : Events.family(at, uid.get(), Surroundings.kinship(watch.all()));
    // An object that owns nothing may be one whose surroundings are not watched yet.
    return events.of(at, family.size() > 1 ? family : events.asked(at, uid.get(), cancel), cancel);
  }

  @Override
  public void logs(LogWish wish, Consumer<String> line, Cancel cancel) {
    var pod = wish.pod().namespace().isEmpty() ? wish.pod().inNamespace(namespace) : wish.pod();
    var container = wish.container().isEmpty() ? defaultContainer(pod, cancel) : wish.container();
    cluster.log(
        pod.namespace(),
        pod.name(),
        new Cluster.Log(container, wish.tail(), wish.follow(), wish.previous()),
        line,
        cancel);
  }

  /// As `kubectl logs` chooses; empty (the server chooses) when the Pod cannot be read.
  private String defaultContainer(ResourceRef pod, Cancel cancel) {
    var object = live(pod, cancel);
    return object
        .flatMap(o -> o.text("metadata", "annotations", "kubectl.kubernetes.io/default-container"))
        .or(() ->
            object.flatMap(o ->
                o.items("spec", "containers").stream().findFirst().flatMap(c -> c.text("name"))))
        .orElse("");
  }

  @Override
  public Watching watch(Heard heard) {
    var watch = new EnvironmentWatch(cluster, store, types, heard);
    live = watch;
    watching = watch;
    return new Watching() {
      @Override
      public int kinds() {
        return watch.kinds();
      }

      @Override
      public Vitals vitals(Collection<ResourceRef> own, Cancel cancel) {
        return watch.vitals(own, cancel);
      }

      @Override
      public void close() {
        live = Live.asking(cluster, seed);
        watching = null;
        watch.close();
      }
    };
  }
}

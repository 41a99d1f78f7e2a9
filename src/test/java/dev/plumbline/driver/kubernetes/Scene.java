package dev.plumbline.driver.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cluster.Cluster;
import dev.plumbline.cluster.Kubeconfig;
import dev.plumbline.drift.ResourceDrift;
import dev.plumbline.driver.Driver;
import dev.plumbline.driver.Observation;
import dev.plumbline.driver.Progress;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.Environment;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Tree;
import dev.plumbline.process.Programs;
import dev.plumbline.render.Rendering;
import dev.plumbline.store.Cache;
import dev.plumbline.testing.CallCounter;
import dev.plumbline.testing.ControlPlane;
import dev.plumbline.testing.MemoryTree;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/// An environment of one namespace on a real API server, watched, its requests counted.
final class Scene implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final byte[] KEY = {1, 2, 3};
  private static final Progress QUIET = (doing, done, total) -> {};

  final String namespace;
  final CallCounter calls = new CallCounter();
  final AtomicInteger changes = new AtomicInteger();

  private final Cluster raw;
  private final Cluster cluster;
  private final LiveStore store;
  private final KubernetesDriver driver;
  private final Driver.Watching watching;
  private MemoryTree tree = new MemoryTree();

  Scene(ControlPlane plane, String user, String namespace) {
    this(plane, user, namespace, (method, arguments) -> null);
  }

  Scene(ControlPlane plane, String user, String namespace, CallCounter.Instead instead) {
    this.namespace = namespace;
    var programs = Programs.system();
    var config = Kubeconfig.load(List.of(plane.kubeconfig(user)), programs);
    raw = config.open(config.current().orElseThrow().name());
    cluster = calls.around(raw, instead);
    store = new LiveStore(cluster, () -> KEY);
    driver =
        new KubernetesDriver(
            new Environment(
                "scene",
                "",
                Optional.empty(),
                "kubernetes",
                Environment.Renderer.PLAIN,
                "c",
                Optional.of(namespace),
                false,
                Optional.empty(),
                true),
            namespace,
            cluster,
            store,
            new TypeBook(cluster, InstantSource.system()),
            Rendering.create(programs, Cache.none()),
            () -> KEY);
    watching = driver.watch(new Heard(changes));
  }

  private record Heard(AtomicInteger changes) implements Driver.Heard {
    @Override
    public void changed() {
      changes.incrementAndGet();
    }

    @Override
    public void lived() {}

    @Override
    public void health(Optional<Problem> lost) {}
  }

  /// What Git says from now on.
  Scene git(String yaml) {
    tree = new MemoryTree().file("all.yaml", yaml);
    return this;
  }

  /// Applies what Git says, as a sync does.
  Scene apply() {
    for (var manifest : driver.asApplied(driver.render(tree, Cancel.never()), Cancel.never())) {
      var ref = manifest.ref();
      var kind = raw.kind(ref.group(), ref.version(), ref.kind(), Cancel.never()).orElseThrow();
      raw.apply(kind, manifest.body(), OneObject.MANAGER, true, false, Cancel.never());
    }
    return this;
  }

  Observation look() {
    return driver.observe(tree, false, Cancel.never(), QUIET);
  }

  Observation ask() {
    return driver.observe(tree, true, Cancel.never(), QUIET);
  }

  /// Looks until a look is as wanted; the watches may need a moment.
  Observation lookUntil(Predicate<Observation> wanted) {
    var end = System.nanoTime() + LIMIT.toNanos();
    var seen = look();
    while (!wanted.test(seen)) {
      assertThat(System.nanoTime())
          .as("in vain: %s %s", words(seen), seen.effort())
          .isLessThan(end);
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      seen = look();
    }
    return seen;
  }

  static List<String> words(Observation seen) {
    return seen.resources().stream().map(ResourceDrift::word).toList();
  }

  /// Another writer changes an object.
  void patch(String kind, String name, String subresource, Tree.Obj patch) {
    var group = kind.equals("Deployment") ? "apps" : "";
    var served = raw.kind(group, "v1", kind, Cancel.never()).orElseThrow();
    raw.patch(
        served,
        new dev.plumbline.model.ResourceRef(group, "v1", kind, namespace, name),
        subresource,
        patch,
        "somebody",
        Cancel.never());
  }

  @Override
  public void close() {
    watching.close();
    store.close();
    raw.close();
  }
}

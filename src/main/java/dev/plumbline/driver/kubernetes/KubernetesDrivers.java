package dev.plumbline.driver.kubernetes;

import dev.plumbline.cluster.Cluster;
import dev.plumbline.cluster.Kubeconfig;
import dev.plumbline.driver.Driver;
import dev.plumbline.driver.Drivers;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.Environment;
import dev.plumbline.model.KubeContext;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.render.Rendering;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Drivers on Kubernetes clusters. Environments on the same context share one connection and its
/// watches.
public final class KubernetesDrivers implements Drivers {

  private final Kubeconfig kubeconfig;
  private final Rendering rendering;
  private final FingerprintSeed seed;
  private final Map<String, Connection> connections = new HashMap<>();
  private byte @Nullable [] key;

  /// @param seed gives the key under which fingerprints are made, read when the first is
  public KubernetesDrivers(Kubeconfig kubeconfig, Rendering rendering, FingerprintSeed seed) {
    this.kubeconfig = kubeconfig;
    this.rendering = rendering;
    this.seed = seed;
  }

  private synchronized byte[] key() {
    var known = key;
    if (known == null) {
      known = seed.key();
      key = known;
    }
    return known;
  }

  /// Where the key of fingerprints comes from.
  @FunctionalInterface
  public interface FingerprintSeed {
    /// The key; the same at each call on this machine.
    byte[] key();
  }

  record Connection(Cluster cluster, LiveStore live, TypeBook types) {}

  @Override
  public List<KubeContext> contexts() {
    return kubeconfig.contexts();
  }

  @Override
  public List<Problem> problems() {
    return kubeconfig.problems();
  }

  @Override
  public Driver open(Environment environment, String context) {
    var known =
        kubeconfig
            .context(context)
            .orElseThrow(() ->
                new ProblemException(
                    new Problem.NotFound(
                        "There is no kubeconfig context " + context,
                        context,
                        "Choose one of: "
                            + String.join(
                                ", ", contexts().stream().map(KubeContext::name).toList()),
                        "")));
    var namespace = environment.namespace().or(known::namespace).orElse("default");
    var connection = connect(context);
    return new KubernetesDriver(
        environment,
        namespace,
        connection.cluster(),
        connection.live(),
        connection.types(),
        rendering,
        this::key);
  }

  @Override
  public String uid(String context, Cancel cancel) {
    return Identity.of(connect(context).cluster(), cancel);
  }

  private synchronized Connection connect(String context) {
    return connections.computeIfAbsent(
        context,
        name -> {
          var cluster = kubeconfig.open(name);
          return new Connection(
              cluster,
              new LiveStore(cluster, this::key),
              new TypeBook(cluster, InstantSource.system()));
        });
  }

  @Override
  public synchronized void close() {
    connections
        .values()
        .forEach(c -> {
          c.live().close();
          c.cluster().close();
        });
    connections.clear();
  }
}

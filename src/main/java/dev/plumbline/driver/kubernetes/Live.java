package dev.plumbline.driver.kubernetes;

import dev.plumbline.cluster.Cluster;
import dev.plumbline.cluster.Kind;
import dev.plumbline.model.Cancel;
import java.util.Optional;

/// How live objects are read: from watches where an environment is watched, else from the server.
interface Live {

  /// The object; empty when it is not there.
  Optional<Seen> get(Kind kind, String namespace, String name, Cancel cancel);

  /// Objects of a kind will be asked for.
  void prepare(Kind kind, String namespace);

  /// What verdicts that are not asked for may rely on, as of now.
  Grounds grounds(Cancel cancel);

  /// Asks the server each time.
  static Live asking(Cluster cluster, KubernetesDrivers.FingerprintSeed seed) {
    return new Live() {
      @Override
      public Optional<Seen> get(Kind kind, String namespace, String name, Cancel cancel) {
        return cluster.get(kind, namespace, name, cancel).map(o -> Seen.of(o, seed.key()));
      }

      @Override
      public void prepare(Kind kind, String namespace) {}

      @Override
      public Grounds grounds(Cancel cancel) {
        return Grounds.none("nothing is watched");
      }
    };
  }
}

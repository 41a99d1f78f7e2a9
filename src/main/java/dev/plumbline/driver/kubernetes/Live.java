package dev.plumbline.driver.kubernetes;

import dev.plumbline.cluster.Cluster;
import dev.plumbline.cluster.Kind;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.Tree;
import java.util.Optional;

/// How live objects are read: from watches where an environment is watched, else from the server.
@FunctionalInterface
interface Live {

  /// The object; empty when it is not there.
  Optional<Tree.Obj> get(Kind kind, String namespace, String name, Cancel cancel);

  /// Asks the server each time.
  static Live asking(Cluster cluster) {
    return cluster::get;
  }
}

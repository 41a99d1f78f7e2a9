package dev.plumbline.cluster;

import dev.plumbline.model.KubeContext;
import dev.plumbline.model.Problem;
import java.util.List;
import java.util.Optional;

/// The contexts of this person, read as data: nothing is connected, run or logged in to list them.
public interface Kubeconfig {

  /// All contexts, in the order of the files (the first file that defines a name wins, as in
  /// kubectl).
  List<KubeContext> contexts();

  /// The context of a name.
  default Optional<KubeContext> context(String name) {
    return contexts().stream().filter(c -> c.name().equals(name)).findFirst();
  }

  /// The current context: of the first file that sets one.
  default Optional<KubeContext> current() {
    return contexts().stream().filter(KubeContext::current).findFirst();
  }

  /// Files that could not be read or make no sense.
  List<Problem> problems();

  /// A connection to the cluster of a context. Nothing is sent or run yet; the first request does.
  /// `NotFound` when there is no such context.
  Cluster open(String context);
}

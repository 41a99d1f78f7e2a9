package dev.plumbline.driver;

import dev.plumbline.model.Environment;
import dev.plumbline.model.KubeContext;
import dev.plumbline.model.Problem;
import java.util.List;

/// The clusters that this person can reach, and a driver for each environment on one of them.
public interface Drivers extends AutoCloseable {

  /// The contexts of the kubeconfig, read as data: nothing is connected or run.
  List<KubeContext> contexts();

  /// Kubeconfig files that could not be read.
  List<Problem> problems();

  /// The driver of an environment on the cluster of a context. Environments share connections and
  /// watches. Throws [dev.plumbline.model.ProblemException] `NotFound` when there is no such
  /// context.
  Driver open(Environment environment, String context);

  /// UID of the kube-system namespace of a context's cluster: what tells one cluster from another.
  /// Connects.
  String uid(String context, dev.plumbline.model.Cancel cancel);

  @Override
  void close();
}

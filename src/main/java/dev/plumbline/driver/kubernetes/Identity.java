package dev.plumbline.driver.kubernetes;

import dev.plumbline.cluster.Cluster;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;

/// What tells one cluster from another.
final class Identity {

  private Identity() {}

  /// UID of the kube-system namespace; empty when this person may not read it, as where all rights
  /// end at a namespace.
  static String of(Cluster cluster, Cancel cancel) {
    try {
      return cluster.uid(cancel);
    } catch (ProblemException e) {
      if (e.problem() instanceof Problem.Forbidden) {
        return "";
      }
      throw e;
    }
  }
}

package dev.plumbline.health;

import static dev.plumbline.health.Verdict.degraded;
import static dev.plumbline.health.Verdict.healthy;
import static dev.plumbline.health.Verdict.progressing;

import dev.plumbline.model.Health;
import dev.plumbline.model.Tree;

/// What keeps Pods running, as `kubectl rollout status`, kstatus and Argo CD judge it.
final class Workloads {

  private Workloads() {}

  static Health deployment(Tree object) {
    if (object.at("spec", "paused").filter(Tree.bool(true)::equals).isPresent()) {
      return Verdict.suspended("The rollout is paused");
    }
    if (Verdict.saysNothing(object)) {
      return Verdict.silent();
    }
    var late =
        Condition.of(object, "Progressing")
            .filter(c -> c.reason().equals("ProgressDeadlineExceeded"));
    if (late.isPresent()) {
      return degraded(late.get().words());
    }
    var failure = Condition.met(object, "ReplicaFailure");
    if (failure.isPresent()) {
      return degraded(failure.get().words());
    }
    int wanted = Numbers.at(object, 1, "spec", "replicas");
    int updated = status(object, "updatedReplicas");
    int all = status(object, "replicas");
    int available = status(object, "availableReplicas");
    if (updated < wanted) {
      return progressing(updated + " of " + wanted + " updated");
    }
    if (all > updated) {
      return progressing((all - updated) + " of the former revision still to end");
    }
    return available < wanted
        ? progressing(available + " of " + wanted + " available")
        : healthy(available + " of " + wanted + " available");
  }

  static Health statefulSet(Tree object) {
    if (Verdict.saysNothing(object)) {
      return Verdict.silent();
    }
    int wanted = Numbers.at(object, 1, "spec", "replicas");
    int ready = status(object, "readyReplicas");
    int all = status(object, "replicas");
    int updated = status(object, "updatedReplicas");
    if (all > wanted) {
      return progressing((all - wanted) + " too many still to end");
    }
    if (ready < wanted) {
      return progressing(ready + " of " + wanted + " ready");
    }
    var rolls = object.text("spec", "updateStrategy", "type").orElse("RollingUpdate");
    int partition = Numbers.at(object, 0, "spec", "updateStrategy", "rollingUpdate", "partition");
    if (rolls.equals("RollingUpdate") && partition > 0) {
      int due = Math.max(0, wanted - partition);
      return updated < due
          ? progressing(updated + " of " + due + " updated, up to the partition")
          : healthy(ready + " of " + wanted + " ready, updated up to the partition");
    }
    boolean rolling =
        rolls.equals("RollingUpdate")
            && !object
                .text("status", "updateRevision")
                .equals(object.text("status", "currentRevision"));
    return rolling
        ? progressing(updated + " of " + wanted + " updated")
        : healthy(ready + " of " + wanted + " ready");
  }

  static Health daemonSet(Tree object) {
    if (object.at("status", "desiredNumberScheduled").isEmpty()
        || object.at("status", "observedGeneration").isEmpty()) {
      return Verdict.silent();
    }
    int wanted = status(object, "desiredNumberScheduled");
    int updated = status(object, "updatedNumberScheduled");
    int available = status(object, "numberAvailable");
    boolean onDelete =
        object.text("spec", "updateStrategy", "type").filter("OnDelete"::equals).isPresent();
    if (wanted == 0) {
      return healthy("No node wants it");
    }
    if (!onDelete && updated < wanted) {
      return progressing(updated + " of " + wanted + " updated");
    }
    return available < wanted
        ? progressing(available + " of " + wanted + " available")
        : healthy(available + " of " + wanted + " available");
  }

  static Health replicaSet(Tree object) {
    if (Verdict.saysNothing(object)) {
      return Verdict.silent();
    }
    var failure = Condition.met(object, "ReplicaFailure");
    if (failure.isPresent()) {
      return degraded(failure.get().words());
    }
    int wanted = Numbers.at(object, 1, "spec", "replicas");
    int available = status(object, "availableReplicas");
    if (wanted == 0) {
      return healthy("Scaled to 0");
    }
    return available < wanted
        ? progressing(available + " of " + wanted + " available")
        : healthy(available + " of " + wanted + " available");
  }

  /// `4 of 6`: ready of wanted.
  static String ready(Tree object, int wanted) {
    return status(object, "readyReplicas") + " of " + wanted;
  }

  /// The same of a DaemonSet.
  static String ready(Tree object) {
    return status(object, "numberReady") + " of " + status(object, "desiredNumberScheduled");
  }

  private static int status(Tree object, String count) {
    return Numbers.at(object, 0, "status", count);
  }
}

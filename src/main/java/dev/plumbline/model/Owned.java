package dev.plumbline.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A live object that another live object owns (`metadata.ownerReferences`): a ReplicaSet of a
/// Deployment, a Pod of a ReplicaSet, a Job of a CronJob.
///
/// @param owner the owner that controls it, else the first one that is known
/// @param word its state in one or two words: `Running`, `6 of 6`, `CrashLoopBackOff`
/// @param containers names of its containers, those that run at start first; empty unless it is a
///   Pod
/// @param created when the server made it; empty when it does not say
public record Owned(
    ResourceRef ref,
    String uid,
    ResourceRef owner,
    Health health,
    String word,
    List<String> containers,
    Optional<Instant> created) {

  public Owned {
    containers = List.copyOf(containers);
  }
}

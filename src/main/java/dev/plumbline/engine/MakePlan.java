package dev.plumbline.engine;

import dev.plumbline.plan.Planner;
import dev.plumbline.plan.SyncPlan;
import java.util.UUID;

/// Computes what a sync would do.
public final class MakePlan {

  private MakePlan() {}

  /// The plan that brings an environment to a revision, from a fresh look at its cluster.
  public static SyncPlan now(ConfigRepository.At at, Targets.Target target, Work work) {
    var cancel = work.cancelToken();
    var compared = Compare.now(at, target, true, cancel, work::progress);
    return Planner.plan(
        UUID.randomUUID().toString(),
        at.environment().name(),
        at.revision(),
        target.cluster(),
        target.verify(cancel),
        compared.observation().asOf(),
        compared.observation().candidates());
  }
}

package dev.plumbline.engine;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.plan.Planner;
import dev.plumbline.plan.SyncPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Computes what a sync would do.
public final class MakePlan {

  private MakePlan() {}

  /// The plan that brings an environment to a revision, from a fresh look at its cluster.
  public static SyncPlan now(ConfigRepository.At at, Targets.Target target, Work work) {
    var cancel = work.cancelToken();
    var compared = Compare.now(at, target, true, cancel, work::progress);
    var plan =
        Planner.plan(
            UUID.randomUUID().toString(),
            at.environment().name(),
            at.revision(),
            target.cluster(),
            target.verify(cancel),
            compared.observation().asOf(),
            compared.observation().candidates());
    return withDocuments(plan, compared.observation().problems());
  }

  /// A document that could not be read belongs to no object, and the plan leaves it out all the
  /// same: it is told as a `Document` of its place, so that nobody takes the plan for everything
  /// that Git wants.
  private static SyncPlan withDocuments(SyncPlan plan, List<Problem> problems) {
    if (problems.isEmpty()) {
      return plan;
    }
    var leftOut = new ArrayList<>(plan.leftOut());
    for (var problem : problems) {
      leftOut.add(
          new SyncPlan.LeftOut(new ResourceRef("", "", "Document", "", problem.where()), problem));
    }
    return new SyncPlan(
        plan.id(),
        plan.environment(),
        plan.at(),
        plan.cluster(),
        plan.clusterUid(),
        plan.computed(),
        plan.stages(),
        leftOut,
        plan.untouched(),
        plan.warnings());
  }
}

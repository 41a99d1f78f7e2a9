package dev.plumbline.plan;

import dev.plumbline.model.ClusterRef;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What exactly a sync will do: a value that a person approves and the activity log keeps. It holds
/// no bodies; it is rendered again at its revision when it runs.
///
/// @param id names the plan in the activity log (a UUID)
/// @param clusterUid UID of the kube-system namespace: another one is refused
/// @param computed when live state was read
/// @param leftOut objects that this plan does not touch although they are not in sync, and why
/// @param untouched how many objects are equal and stay untouched
/// @param warnings what the server remarked on what would be sent, in its own words; like fields,
///   they are told when the plan is computed and kept in no document
public record SyncPlan(
    String id,
    String environment,
    Revision at,
    ClusterRef cluster,
    String clusterUid,
    Instant computed,
    List<Stage> stages,
    List<LeftOut> leftOut,
    int untouched,
    Map<ResourceRef, List<String>> warnings) {

  public SyncPlan {
    stages = List.copyOf(stages);
    leftOut = List.copyOf(leftOut);
    warnings = Map.copyOf(warnings);
  }

  /// A plan on which the server remarked nothing.
  public SyncPlan(
      String id,
      String environment,
      Revision at,
      ClusterRef cluster,
      String clusterUid,
      Instant computed,
      List<Stage> stages,
      List<LeftOut> leftOut,
      int untouched) {
    this(id, environment, at, cluster, clusterUid, computed, stages, leftOut, untouched, Map.of());
  }

  /// What the server remarked on one object.
  public List<String> warnings(ResourceRef ref) {
    return warnings.getOrDefault(ref, List.of());
  }

  /// An object that the plan leaves as it is.
  public record LeftOut(ResourceRef ref, Problem problem) {}

  /// Every step in order.
  public List<Step> steps() {
    return stages.stream().flatMap(s -> s.steps().stream()).toList();
  }

  /// How many applies there are.
  public int applies() {
    return (int) steps().stream().filter(s -> s instanceof Step.Apply).count();
  }

  /// Nothing to do.
  public boolean isNoop() {
    return applies() == 0;
  }
}

package dev.plumbline.driver.kubernetes;

import dev.plumbline.model.Owned;
import dev.plumbline.model.ResourceRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Who owns whom, by UID: names come again, UIDs do not. Answers what a number of objects own,
/// directly or not.
final class Kinship {

  /// A kind in whatever version.
  record Made(String group, String kind) {}

  private static final Made POD = new Made("", "Pod");
  private static final Made CLAIM = new Made("", "PersistentVolumeClaim");
  private static final Made REPLICA_SET = new Made("apps", "ReplicaSet");
  private static final Made JOB = new Made("batch", "Job");
  private static final List<Made> WORKLOADS =
      List.of(
          new Made("apps", "Deployment"),
          new Made("apps", "StatefulSet"),
          new Made("apps", "DaemonSet"),
          REPLICA_SET,
          new Made("batch", "CronJob"),
          JOB,
          POD,
          new Made("", "Service"),
          CLAIM);
  private static final Set<String> BUILT_IN = Set.of("", "apps", "autoscaling", "batch", "policy");

  private final Map<String, List<Being>> byOwner = new HashMap<>();

  /// The kinds that controllers make for an object of a kind, and those that are made for these in
  /// turn. Revisions of StatefulSets are left out: nobody waits for them. What an operator makes
  /// for its own kind is not known, so there it is whatever runs.
  static List<Made> made(String group, String kind) {
    return switch (group + "/" + kind) {
      case "apps/Deployment" -> List.of(REPLICA_SET, POD);
      case "apps/StatefulSet" -> List.of(POD, CLAIM);
      case "apps/DaemonSet", "apps/ReplicaSet", "/ReplicationController", "batch/Job" ->
          List.of(POD);
      case "batch/CronJob" -> List.of(JOB, POD);
      case "/Service" -> List.of(new Made("discovery.k8s.io", "EndpointSlice"));
      default -> isCustom(group) ? WORKLOADS : List.of();
    };
  }

  private static boolean isCustom(String group) {
    return !BUILT_IN.contains(group)
        && (!group.endsWith(".k8s.io") || group.equals("gateway.networking.k8s.io"));
  }

  void add(Being being) {
    for (var owner : being.owners()) {
      byOwner.computeIfAbsent(owner, _ -> new ArrayList<>(2)).add(being);
    }
  }

  /// What the roots own, without the roots themselves; each with the owner that controls it, else
  /// the first one that is known.
  ///
  /// @param roots objects by UID
  List<Owned> below(Map<String, ResourceRef> roots) {
    var known = new HashMap<>(roots);
    var found = new LinkedHashMap<String, Being>();
    var open = new ArrayDeque<>(roots.keySet());
    while (!open.isEmpty()) {
      for (var child : byOwner.getOrDefault(open.remove(), List.of())) {
        if (known.putIfAbsent(child.uid(), child.ref()) == null) {
          found.put(child.uid(), child);
          open.add(child.uid());
        }
      }
    }
    return found.values().stream().map(b -> b.owned(owner(b, known))).toList();
  }

  private static ResourceRef owner(Being being, Map<String, ResourceRef> known) {
    for (var uid : being.owners()) {
      var ref = known.get(uid);
      if (ref != null) {
        return ref;
      }
    }
    throw new IllegalStateException(being.ref() + " was found below nobody");
  }
}

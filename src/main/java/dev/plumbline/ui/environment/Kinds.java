package dev.plumbline.ui.environment;

import dev.plumbline.drift.ResourceDrift;
import dev.plumbline.model.ResourceRef;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The order of the list: what runs first, then what it is configured by and reached through, then
/// the rest by name of kind.
final class Kinds {

  private static final List<String> FIRST =
      List.of(
          "Deployment",
          "StatefulSet",
          "DaemonSet",
          "ReplicaSet",
          "Pod",
          "Job",
          "CronJob",
          "HorizontalPodAutoscaler",
          "PodDisruptionBudget",
          "ConfigMap",
          "Secret",
          "Service",
          "Ingress",
          "NetworkPolicy",
          "PersistentVolumeClaim",
          "ServiceAccount",
          "Role",
          "RoleBinding",
          "ClusterRole",
          "ClusterRoleBinding",
          "Namespace",
          "CustomResourceDefinition");

  private static final Map<String, Integer> RANK = ranks();

  /// By group of kinds, kind, name, namespace.
  static final Comparator<ResourceRef> REFS =
      Comparator.<ResourceRef>comparingInt(r -> RANK.getOrDefault(r.kind(), FIRST.size()))
          .thenComparing(ResourceRef::kind)
          .thenComparing(ResourceRef::group)
          .thenComparing(ResourceRef::name)
          .thenComparing(ResourceRef::namespace);

  /// The same order for verdicts.
  static final Comparator<ResourceDrift> ORDER = Comparator.comparing(ResourceDrift::ref, REFS);

  private Kinds() {}

  private static Map<String, Integer> ranks() {
    var ranks = new HashMap<String, Integer>();
    FIRST.forEach(kind -> ranks.put(kind, ranks.size()));
    return ranks;
  }
}

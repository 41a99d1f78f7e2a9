package dev.plumbline.plan;

import dev.plumbline.model.ResourceRef;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// In which order kinds are applied, so that what others refer to is there first: the order of Helm
/// and Argo CD (DRIFT.md 3.1), but with the group, so that another group's `Service` is not taken
/// for the core one. Kinds that are not named, custom resources among them, follow; admission
/// webhooks come last, because one whose backend does not run yet would refuse everything after it.
final class KindOrder {

  private static final List<String> NAMED =
      List.of(
          "scheduling.k8s.io/PriorityClass",
          "networking.k8s.io/NetworkPolicy",
          "/ResourceQuota",
          "/LimitRange",
          "policy/PodDisruptionBudget",
          "/ServiceAccount",
          "/Secret",
          "/ConfigMap",
          "storage.k8s.io/StorageClass",
          "/PersistentVolume",
          "/PersistentVolumeClaim",
          "rbac.authorization.k8s.io/ClusterRole",
          "rbac.authorization.k8s.io/ClusterRoleBinding",
          "rbac.authorization.k8s.io/Role",
          "rbac.authorization.k8s.io/RoleBinding",
          "/Service",
          "apps/DaemonSet",
          "/Pod",
          "/ReplicationController",
          "apps/ReplicaSet",
          "apps/Deployment",
          "autoscaling/HorizontalPodAutoscaler",
          "apps/StatefulSet",
          "batch/Job",
          "batch/CronJob",
          "networking.k8s.io/IngressClass",
          "networking.k8s.io/Ingress",
          "apiregistration.k8s.io/APIService");

  private static final Map<String, Integer> PLACES = places();

  /// The order of references inside a stage: kind, then namespace and name.
  static final Comparator<ResourceRef> COMPARATOR =
      Comparator.comparingInt(KindOrder::place).thenComparing(Comparator.naturalOrder());

  private KindOrder() {}

  private static Map<String, Integer> places() {
    var places = new HashMap<String, Integer>();
    for (var kind : NAMED) {
      places.put(kind, places.size());
    }
    return Map.copyOf(places);
  }

  private static int place(ResourceRef ref) {
    if (ref.group().equals("admissionregistration.k8s.io")) {
      return NAMED.size() + 1;
    }
    return PLACES.getOrDefault(ref.group() + "/" + ref.kind(), NAMED.size());
  }
}

package dev.plumbline.sandbox.checks;

import dev.plumbline.model.Tree;
import dev.plumbline.sandbox.kinds.Kind;

/// Looks at an object as the server's code does. Kinds that are not named here are checked by name,
/// labels and the like, and by their schema.
public final class Checks {

  private Checks() {}

  /// Looks at an object.
  ///
  /// @param creating whether it is new
  public static Found of(Kind kind, boolean creating, Tree.Obj object) {
    var found = new Found();
    var spot = new Spot(found, "", object);
    Metadata.check(kind.kindName(), creating, spot);
    switch (kind.kindName()) {
      case "Pod" -> Pods.pod(spot);
      case "Service" -> Services.check(spot);
      case "ConfigMap" -> Data.configMap(spot);
      case "Secret" -> Data.secret(spot);
      case "PersistentVolumeClaim" -> Data.claim(spot);
      case "Namespace" -> {
        for (var finalizer : spot.in("spec").each("finalizers")) {
          if (!finalizer.text().equals("kubernetes") && !finalizer.text().contains("/")) {
            finalizer
                .named("spec.finalizers")
                .invalid("name is neither a standard finalizer name nor is it fully qualified");
          }
        }
      }
      case "Deployment.apps" -> Workloads.deployment(spot);
      case "ReplicaSet.apps" -> Workloads.replicaSet(spot);
      case "StatefulSet.apps" -> Workloads.statefulSet(spot);
      case "DaemonSet.apps" -> Workloads.daemonSet(spot);
      case "Job.batch" -> Jobs.job(creating, spot);
      case "CronJob.batch" -> Jobs.cronJob(spot);
      case "Ingress.networking.k8s.io" -> Ingresses.check(creating, spot);
      case "NetworkPolicy.networking.k8s.io" -> Policies.network(spot);
      case "PodDisruptionBudget.policy" -> Policies.disruption(spot);
      case "HorizontalPodAutoscaler.autoscaling" -> Autoscalers.check(spot);
      case "Role.rbac.authorization.k8s.io" -> Roles.role(true, spot);
      case "ClusterRole.rbac.authorization.k8s.io" -> Roles.role(false, spot);
      case "RoleBinding.rbac.authorization.k8s.io" -> Roles.binding(true, spot);
      case "ClusterRoleBinding.rbac.authorization.k8s.io" -> Roles.binding(false, spot);
      default -> {}
    }
    return found;
  }
}

package dev.plumbline.health;

import dev.plumbline.model.Health;
import dev.plumbline.model.Health.State;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Tree;
import java.util.Set;

/// The health of a live object, from its status alone: the rules of kstatus and Argo CD, with two
/// of our own. What says nothing is `UNKNOWN`, unless for its kind existence is enough. A status
/// that tells of an older generation is `UNKNOWN`, never healthy.
public final class Diagnosis {

  private static final Set<String> EXISTENCE_IS_ENOUGH =
      Set.of(
          "/ConfigMap",
          "/Secret",
          "/ServiceAccount",
          "/Endpoints",
          "/LimitRange",
          "/ResourceQuota",
          "/PodTemplate",
          "admissionregistration.k8s.io/MutatingAdmissionPolicy",
          "admissionregistration.k8s.io/MutatingAdmissionPolicyBinding",
          "admissionregistration.k8s.io/MutatingWebhookConfiguration",
          "admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding",
          "admissionregistration.k8s.io/ValidatingWebhookConfiguration",
          "apps/ControllerRevision",
          "coordination.k8s.io/Lease",
          "discovery.k8s.io/EndpointSlice",
          "networking.k8s.io/IngressClass",
          "networking.k8s.io/NetworkPolicy",
          "node.k8s.io/RuntimeClass",
          "rbac.authorization.k8s.io/ClusterRole",
          "rbac.authorization.k8s.io/ClusterRoleBinding",
          "rbac.authorization.k8s.io/Role",
          "rbac.authorization.k8s.io/RoleBinding",
          "scheduling.k8s.io/PriorityClass",
          "storage.k8s.io/CSIDriver",
          "storage.k8s.io/StorageClass",
          "storage.k8s.io/VolumeAttributesClass");

  private Diagnosis() {}

  /// The health of a live object.
  public static Health of(Tree.Obj object) {
    var kind = kind(object);
    if (object.at("metadata", "deletionTimestamp").isPresent()) {
      return new Health(State.TERMINATING, Deletion.message(object));
    }
    if (EXISTENCE_IS_ENOUGH.contains(kind)) {
      return Verdict.healthy("");
    }
    var old = Verdict.olderGeneration(object);
    if (old.isPresent()) {
      return old.get();
    }
    return switch (kind) {
      case "apps/Deployment" -> Workloads.deployment(object);
      case "apps/StatefulSet" -> Workloads.statefulSet(object);
      case "apps/DaemonSet" -> Workloads.daemonSet(object);
      case "apps/ReplicaSet" -> Workloads.replicaSet(object);
      case "/Pod" -> Pods.health(object);
      case "batch/Job" -> Jobs.job(object);
      case "batch/CronJob" -> Jobs.cronJob(object);
      case "/PersistentVolumeClaim" -> Storage.claim(object);
      case "/PersistentVolume" -> Storage.volume(object);
      case "/Service" -> Traffic.service(object);
      case "networking.k8s.io/Ingress" -> Traffic.ingress(object);
      case "autoscaling/HorizontalPodAutoscaler" -> Scaling.autoscaler(object);
      case "policy/PodDisruptionBudget" -> Scaling.budget(object);
      case "apiextensions.k8s.io/CustomResourceDefinition" -> Extensions.definition(object);
      case "apiregistration.k8s.io/APIService" -> Extensions.apiService(object);
      case "/Namespace" -> Deletion.namespace(object);
      default -> Generic.health(object);
    };
  }

  /// The state of a live object in one or two words, for a narrow row: what kubectl prints for a
  /// Pod (`Running`, `CrashLoopBackOff`, `Init:0/2`), `6 of 6` for what has replicas, `Completed`
  /// for a Job, else the word of its health.
  public static String word(Tree.Obj object) {
    var kind = kind(object);
    if (kind.equals("/Pod")) {
      return PodWord.of(object);
    }
    if (object.at("metadata", "deletionTimestamp").isPresent()) {
      return "Terminating";
    }
    return switch (kind) {
      case "apps/Deployment", "apps/StatefulSet", "apps/ReplicaSet" ->
          Workloads.ready(object, Numbers.at(object, 1, "spec", "replicas"));
      case "apps/DaemonSet" -> Workloads.ready(object);
      case "batch/Job" -> Jobs.word(object);
      case "batch/CronJob" -> Jobs.cronWord(object);
      case "/PersistentVolumeClaim", "/PersistentVolume", "/Namespace" ->
          object.text("status", "phase").orElse("Unknown");
      case "discovery.k8s.io/EndpointSlice" -> Traffic.endpoints(object);
      default -> word(of(object).state());
    };
  }

  private static String word(State state) {
    return switch (state) {
      case HEALTHY -> "Healthy";
      case PROGRESSING -> "Progressing";
      case DEGRADED -> "Degraded";
      case SUSPENDED -> "Suspended";
      case TERMINATING -> "Terminating";
      case UNKNOWN -> "Unknown";
    };
  }

  private static String kind(Tree.Obj object) {
    var ref = ResourceRef.of(object);
    return ref.group() + "/" + ref.kind();
  }
}

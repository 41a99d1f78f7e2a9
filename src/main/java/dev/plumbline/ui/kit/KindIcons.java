package dev.plumbline.ui.kit;

/// The icon of each kind of object.
public final class KindIcons {
  private KindIcons() {}

  /// The literal name of the icon of a kind; a cube for kinds that we do not know.
  public static String of(String kind) {
    return switch (kind) {
      case "Deployment" -> "mdi2l-layers-outline";
      case "ReplicaSet" -> "mdi2c-content-copy";
      case "StatefulSet" -> "mdi2l-layers-triple-outline";
      case "DaemonSet" -> "mdi2h-hexagon-multiple-outline";
      case "Pod" -> "mdi2c-cube-outline";
      case "Job" -> "mdi2b-briefcase-check-outline";
      case "CronJob" -> "mdi2t-timer-outline";
      case "HorizontalPodAutoscaler" -> "mdi2r-resize";
      case "PodDisruptionBudget" -> "mdi2h-heart-pulse";
      case "ConfigMap" -> "mdi2f-file-document-outline";
      case "Secret" -> "mdi2k-key-outline";
      case "Service" -> "mdi2l-lan";
      case "Ingress", "Gateway", "HTTPRoute" -> "mdi2w-web";
      case "NetworkPolicy" -> "mdi2s-shield-outline";
      case "PersistentVolumeClaim", "PersistentVolume", "StorageClass" -> "mdi2d-database-outline";
      case "ServiceAccount" -> "mdi2a-account-key-outline";
      case "Role", "ClusterRole" -> "mdi2s-shield-account-outline";
      case "RoleBinding", "ClusterRoleBinding" -> "mdi2s-shield-link-variant-outline";
      case "Namespace" -> "mdi2f-folder-outline";
      case "CustomResourceDefinition" -> "mdi2p-puzzle-outline";
      case "ServiceMonitor", "PodMonitor", "PrometheusRule" -> "mdi2c-chart-line";
      default -> "mdi2c-cube-outline";
    };
  }
}

package dev.plumbline.ui.kit;

import java.util.Optional;

/// The short names that kubectl knows for kinds (`kubectl api-resources`); initials in capitals.
/// Needs no toolkit.
public final class KindNames {
  private KindNames() {}

  /// The short name of a kind; empty when it has none.
  public static Optional<String> brief(String kind) {
    return Optional.ofNullable(
        switch (kind) {
          case "CustomResourceDefinition" -> "CRD";
          case "HorizontalPodAutoscaler" -> "HPA";
          case "PodDisruptionBudget" -> "PDB";
          case "PersistentVolumeClaim" -> "PVC";
          case "PersistentVolume" -> "PV";
          case "NetworkPolicy" -> "netpol";
          case "ServiceAccount" -> "sa";
          case "ConfigMap" -> "cm";
          case "Deployment" -> "deploy";
          case "StatefulSet" -> "sts";
          case "DaemonSet" -> "ds";
          case "ReplicaSet" -> "rs";
          case "ReplicationController" -> "rc";
          case "CronJob" -> "cj";
          case "Ingress" -> "ing";
          case "Service" -> "svc";
          case "Namespace" -> "ns";
          case "ResourceQuota" -> "quota";
          case "LimitRange" -> "limits";
          case "StorageClass" -> "sc";
          case "PriorityClass" -> "pc";
          case "CertificateSigningRequest" -> "csr";
          default -> null;
        });
  }
}

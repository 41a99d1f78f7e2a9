package dev.plumbline.ui;

import static dev.plumbline.model.Tree.Num.of;
import static dev.plumbline.model.Tree.str;

import dev.plumbline.drift.Cause;
import dev.plumbline.drift.FieldChange;
import dev.plumbline.drift.Owner;
import dev.plumbline.drift.ResourceDrift;
import dev.plumbline.model.Origin;
import dev.plumbline.model.Path;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Tree;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What differs in the made-up clusters, one of each verdict.
final class FakeDrift {
  private FakeDrift() {}

  static List<ResourceDrift> checkout() {
    var list = new ArrayList<ResourceDrift>();
    var image =
        new FieldChange(
            container("checkout").field("image"),
            Optional.of(str("ghcr.io/acme/checkout:2.14.1")),
            Optional.of(str("ghcr.io/acme/checkout:2.13.8-hotfix")),
            Cause.DRIFTED,
            owner("kubectl-set", 44),
            true);
    var timeout =
        new FieldChange(
            container("checkout")
                .field("env")
                .then(Path.key(Map.of("name", str("PAYMENT_TIMEOUT"))))
                .field("value"),
            Optional.of(str("8s")),
            Optional.of(str("30s")),
            Cause.DRIFTED,
            owner("kubectl-edit", 43),
            true);
    var restarted =
        new FieldChange(
            Path.of(
                "spec", "template", "metadata", "annotations", "kubectl.kubernetes.io/restartedAt"),
            Optional.empty(),
            Optional.of(str("2026-11-24T09:59:40Z")),
            Cause.TO_BE_REMOVED,
            owner("kubectl-rollout", 42),
            true);
    list.add(
        new ResourceDrift.Changed(
            ref("apps", "Deployment", "checkout"),
            at("apps/checkout/base/deployment.yaml", 1),
            List.of(
                image,
                timeout,
                restarted,
                new FieldChange(
                    Path.of("spec", "replicas"),
                    Optional.of(of(3)),
                    Optional.of(of(6)),
                    Cause.DRIFTED,
                    owner("kube-controller-manager", 300),
                    false),
                new FieldChange(
                    Path.of("metadata", "annotations", "deployment.kubernetes.io/revision"),
                    Optional.empty(),
                    Optional.of(str("41")),
                    Cause.DRIFTED,
                    owner("kube-controller-manager", 300),
                    false))));
    list.add(changed("apps", "Deployment", "checkout-worker", replicas("4", "9", "keda-operator")));
    list.add(
        changed(
            "autoscaling",
            "HorizontalPodAutoscaler",
            "checkout",
            new FieldChange(
                Path.of("spec", "maxReplicas"),
                Optional.of(of(10)),
                Optional.of(of(20)),
                Cause.DRIFTED,
                owner("kubectl-edit", 300),
                true)));
    list.add(onlyInGit("", "ConfigMap", "checkout-env-7f9k2"));
    list.add(
        new ResourceDrift.OnlyInCluster(
            ref("", "ConfigMap", "checkout-env-5c4h8"), "7d1f2c3a-0000-4000-8000-5c4h8"));
    list.add(same("", "ConfigMap", "checkout-features"));
    list.add(unknown("", "Secret", "payment-gateway"));
    list.add(
        new ResourceDrift.Changed(
            ref("", "Secret", "checkout-token"),
            at("apps/checkout/overlays/prod-eu/secret.yaml", 1),
            List.of(
                new FieldChange(
                    Path.of("data", "token"),
                    Optional.of(Tree.Hidden.of(str("c2VjcmV0LXRva2VuLW9mLXRoZS1zaG9wLXg="))),
                    Optional.of(
                        Tree.Hidden.of(str("YW5vdGhlci10b2tlbi1vZi10aGUtc2hvcC1saXZlLXk="))),
                    Cause.DRIFTED,
                    owner("external-secrets", 20),
                    true))));
    list.add(
        changed(
            "",
            "Service",
            "checkout",
            new FieldChange(
                Path.of("spec", "ports")
                    .then(Path.key(Map.of("port", of(80), "protocol", str("TCP"))))
                    .field("targetPort"),
                Optional.of(str("http")),
                Optional.of(of(8080)),
                Cause.DRIFTED,
                owner("kubectl-edit", 61),
                true)));
    list.add(
        new ResourceDrift.OnlyInGit(
            ref("monitoring.coreos.com", "ServiceMonitor", "checkout"),
            at("apps/checkout/base/monitor.yaml", 1),
            Optional.of("CustomResourceDefinition servicemonitors.monitoring.coreos.com")));
    for (var kind :
        List.of(
            "batch/CronJob/checkout-settle",
            "networking.k8s.io/Ingress/shop",
            "networking.k8s.io/NetworkPolicy/checkout-egress",
            "policy/PodDisruptionBudget/checkout",
            "/ServiceAccount/checkout",
            "/PersistentVolumeClaim/checkout-spool",
            "rbac.authorization.k8s.io/Role/checkout",
            "rbac.authorization.k8s.io/RoleBinding/checkout")) {
      var parts = kind.split("/");
      list.add(same(parts[0], parts[1], parts[2]));
    }
    return list;
  }

  private static Path container(String name) {
    return Path.of("spec", "template", "spec", "containers")
        .then(Path.key(Map.of("name", str(name))));
  }

  static FieldChange replicas(String git, String live, String manager) {
    return new FieldChange(
        Path.of("spec", "replicas"),
        Optional.of(new Tree.Num(git)),
        Optional.of(new Tree.Num(live)),
        Cause.DRIFTED,
        owner(manager, 180),
        true);
  }

  static Optional<Owner> owner(String manager, long minutes) {
    return Optional.of(
        new Owner(
            manager,
            "Update",
            "",
            Optional.of(FakeWorld.ago(minutes).truncatedTo(ChronoUnit.SECONDS).toString())));
  }

  static ResourceRef ref(String group, String kind, String name) {
    return new ResourceRef(
        group, kind.equals("HorizontalPodAutoscaler") ? "v2" : "v1", kind, "shop", name);
  }

  static Optional<Origin> at(String file, int line) {
    return Optional.of(new Origin(file, line, 1));
  }

  static ResourceDrift same(String group, String kind, String name) {
    return new ResourceDrift.InSync(
        ref(group, kind, name),
        at("apps/" + name + "/base/" + kind.toLowerCase(java.util.Locale.ROOT) + ".yaml", 1),
        List.of());
  }

  static ResourceDrift onlyInGit(String group, String kind, String name) {
    return new ResourceDrift.OnlyInGit(
        ref(group, kind, name),
        at("apps/checkout/overlays/prod-eu/kustomization.yaml", 18),
        Optional.empty());
  }

  static ResourceDrift changed(String group, String kind, String name, FieldChange... fields) {
    return new ResourceDrift.Changed(
        ref(group, kind, name),
        at("apps/checkout/base/" + kind.toLowerCase(java.util.Locale.ROOT) + ".yaml", 12),
        List.of(fields));
  }

  static ResourceDrift unknown(String group, String kind, String name) {
    return new ResourceDrift.Unknown(
        ref(group, kind, name),
        at("apps/checkout/base/secret.yaml", 1),
        new Problem.Network(
            kind + " " + name + " was not compared",
            "the webhook quota.acme.io timed out after 10 s",
            "Compare again; it is not counted as in sync",
            "failed calling webhook \"quota.acme.io\": context deadline exceeded"),
        Optional.of("in-sync"),
        Optional.of(FakeWorld.ago(71)));
  }
}

package dev.plumbline.ui;

import static dev.plumbline.model.Tree.Num.of;
import static dev.plumbline.model.Tree.arr;
import static dev.plumbline.model.Tree.obj;
import static dev.plumbline.model.Tree.str;

import dev.plumbline.drift.Drift;
import dev.plumbline.drift.ResourceDrift;
import dev.plumbline.engine.EnvironmentView;
import dev.plumbline.engine.EnvironmentView.Phase;
import dev.plumbline.engine.Session;
import dev.plumbline.model.ClusterRef;
import dev.plumbline.model.Environment;
import dev.plumbline.model.KubeContext;
import dev.plumbline.model.Manifest;
import dev.plumbline.model.Origin;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Revision;
import dev.plumbline.model.Tree;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the made-up repository `acme/shop-config` and its clusters hold.
final class FakeWorld {
  private FakeWorld() {}

  static final java.nio.file.Path REPOSITORY = java.nio.file.Path.of("/home/noor/src/shop-config");

  static Instant ago(long minutes) {
    return Instant.now().minus(minutes, ChronoUnit.MINUTES);
  }

  static Environment environment(String name, String cluster, String path) {
    return new Environment(
        name,
        path,
        Optional.of("main"),
        "kubernetes",
        Environment.Renderer.KUSTOMIZE,
        cluster,
        Optional.of("shop"),
        name.endsWith("prod-eu"),
        Optional.empty(),
        true);
  }

  static Session.Overview overview() {
    var environments = new ArrayList<EnvironmentView>();
    for (var app : List.of("web", "checkout", "api", "search", "mailer", "ingress")) {
      for (var stage : List.of("dev", "staging", "prod-eu", "prod-us")) {
        if (!(app.equals("ingress") && stage.equals("staging"))) {
          environments.add(view(app, stage));
        }
      }
    }
    return new Session.Overview(
        Optional.of(REPOSITORY),
        Optional.of("origin"),
        "main",
        "9c01b7e",
        environments,
        List.of(),
        false);
  }

  private static EnvironmentView view(String app, String stage) {
    var name = app + "/" + stage;
    var environment = environment(name, stage, "apps/" + app + "/overlays/" + stage);
    var cluster =
        new ClusterRef(stage, context(stage), "https://" + context(stage) + ".acme.io:6443");
    var inSync =
        List.of(
            FakeDrift.same("apps", "Deployment", app),
            FakeDrift.same("", "Service", app),
            FakeDrift.same("", "ConfigMap", app + "-env"));
    return switch (name) {
      case "checkout/prod-eu" ->
          compared(environment, cluster, "4f2c19e", 44, FakeDrift.checkout(), List.of());
      case "search/staging" ->
          compared(
              environment,
              cluster,
              "77aa310",
              11,
              List.of(
                  FakeDrift.same("apps", "Deployment", "search"),
                  FakeDrift.unknown("", "Service", "search")),
              List.of());
      case "mailer/staging" ->
          compared(
              environment,
              cluster,
              "6d80c55",
              3,
              List.of(
                  FakeDrift.same("apps", "Deployment", "mailer"),
                  FakeDrift.onlyInGit("batch", "CronJob", "mailer-retry"),
                  FakeDrift.onlyInGit("", "ConfigMap", "mailer-retry")),
              List.of());
      case "search/prod-eu" ->
          compared(
              environment,
              cluster,
              "4f2c19e",
              180,
              List.of(
                  FakeDrift.changed(
                      "apps",
                      "Deployment",
                      "search",
                      FakeDrift.replicas("6", "3", "keda-operator")),
                  FakeDrift.same("", "Service", "search")),
              List.of());
      case "api/staging" ->
          new EnvironmentView(
              environment,
              Phase.FAILED,
              "",
              Optional.of(cluster),
              Optional.of(revision("a1be07d")),
              Optional.empty(),
              Optional.empty(),
              List.of(
                  new Problem.Render(
                      "kustomize could not build apps/api/overlays/staging",
                      "apps/api/overlays/staging/kustomization.yaml",
                      "Correct the file, commit, and compare again",
                      "Error: accumulating resources: accumulation err='accumulating resources from '../../base/migrate-db.yaml': open migrate-db.yaml: no such file or directory'")),
              0);
      case "api/dev" ->
          new EnvironmentView(
              environment,
              Phase.COMPARING,
              "reading 14 kinds, 9 done",
              Optional.of(cluster),
              Optional.of(revision("9c01b7e")),
              Optional.empty(),
              Optional.empty(),
              List.of(),
              14);
      case "ingress/prod-eu" -> {
        var old = compared(environment, cluster, "4f2c19e", 93, inSync, List.of());
        yield new EnvironmentView(
            environment,
            Phase.FAILED,
            "",
            old.cluster(),
            old.revision(),
            old.drift(),
            Optional.of(ago(91)),
            List.of(
                new Problem.Auth(
                    "The login to prod-eu expired",
                    "context eu-1",
                    "Log in again, then compare",
                    "Unauthorized")),
            0);
      }
      case "ingress/dev", "mailer/prod-eu" -> EnvironmentView.idle(environment);
      default ->
          stage.equals("prod-us")
              ? new EnvironmentView(
                  environment,
                  Phase.UNMAPPED,
                  "",
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  List.of(),
                  0)
              : compared(
                  environment,
                  cluster,
                  stage.equals("dev") ? "9c01b7e" : "4f2c19e",
                  2 + Math.floorMod(name.hashCode(), 50),
                  inSync,
                  List.of());
    };
  }

  /// Nothing is known of it: its renderer is not installed.
  static EnvironmentView lacking(EnvironmentView v) {
    var missing =
        new Problem.Missing(
            "helm",
            "helm is not installed. apps/mailer/chart cannot be rendered without it",
            "sudo snap install helm --classic");
    return compared(v.environment(), at(v), "9c01b7e", 1, List.of(), List.of(missing));
  }

  /// One object is only in the cluster.
  static EnvironmentView removed(EnvironmentView v) {
    var app = v.environment().app();
    var ref = new ResourceRef("", "v1", "ConfigMap", "shop", app + "-7gm7f7dmf9");
    return compared(
        v.environment(),
        at(v),
        "4f2c19e",
        5,
        List.of(
            FakeDrift.same("apps", "Deployment", app),
            new ResourceDrift.OnlyInCluster(ref, "0b7c35a1-9a5e-4d2b-8f5e-1f6f0c58d9e3")),
        List.of());
  }

  private static ClusterRef at(EnvironmentView v) {
    var stage = v.environment().stage();
    return new ClusterRef(stage, context(stage), "https://" + context(stage) + ".acme.io:6443");
  }

  /// The same state for an environment of another name.
  static EnvironmentView as(String name, EnvironmentView v) {
    var stage = name.substring(name.lastIndexOf('/') + 1);
    return new EnvironmentView(
        environment(name, stage, "apps/" + name),
        v.phase(),
        v.doing(),
        v.cluster(),
        v.revision(),
        v.drift(),
        v.staleSince(),
        v.problems(),
        v.watchedKinds());
  }

  private static EnvironmentView compared(
      Environment e,
      ClusterRef cluster,
      String commit,
      long minutes,
      List<ResourceDrift> resources,
      List<Problem> problems) {
    var revision = revision(commit);
    return new EnvironmentView(
        e,
        Phase.COMPARED,
        "",
        Optional.of(cluster),
        Optional.of(revision),
        Optional.of(
            new Drift(
                e.name(), revision, ago(minutes), cluster, resources, problems, warned(resources))),
        Optional.empty(),
        List.of(),
        14);
  }

  /// What a server says of the workloads.
  static final List<String> WARNINGS =
      List.of("unknown field \"spec.template.spec.containers[0].resource\"");

  private static Map<ResourceRef, List<String>> warned(List<ResourceDrift> resources) {
    return resources.stream()
        .map(ResourceDrift::ref)
        .filter(r -> r.kind().equals("Deployment"))
        .collect(Collectors.toMap(r -> r, r -> WARNINGS));
  }

  static Revision revision(String commit) {
    return new Revision(FakeHistory.full(commit), "refs/remotes/origin/main");
  }

  static String context(String stage) {
    return switch (stage) {
      case "dev" -> "dev-1";
      case "staging" -> "stg-1";
      case "prod-eu" -> "eu-1";
      default -> "us-1";
    };
  }

  static List<KubeContext> contexts() {
    return List.of(
        new KubeContext(
            "dev-1",
            "dev-1",
            "https://dev-1.acme.io:6443",
            "noor@dev",
            Optional.of("shop"),
            "client certificate",
            "/home/noor/.kube/config",
            true),
        new KubeContext(
            "stg-1",
            "stg-1",
            "https://stg-1.acme.io:6443",
            "noor@stg",
            Optional.empty(),
            "token",
            "/home/noor/.kube/config",
            false),
        new KubeContext(
            "eu-1",
            "eu-1",
            "https://eu-1.acme.io:6443",
            "oidc-noor",
            Optional.empty(),
            "exec kubelogin",
            "/home/noor/.kube/prod",
            false),
        new KubeContext(
            "us-1",
            "us-1",
            "https://us-1.acme.io:6443",
            "oidc-noor",
            Optional.empty(),
            "exec kubelogin",
            "/home/noor/.kube/prod",
            false),
        new KubeContext(
            "kind-scratch",
            "kind-scratch",
            "https://127.0.0.1:38211",
            "kind-scratch",
            Optional.empty(),
            "client certificate",
            "/home/noor/.kube/kind",
            false));
  }

  /// The container of checkout, with an image and a timeout.
  static Tree container(String version, String timeout) {
    return obj(
        "env",
        arr(
            obj("name", str("PAYMENT_TIMEOUT"), "value", str(timeout)),
            obj("name", str("REGION"), "value", str("eu-1"))),
        "image",
        str("ghcr.io/acme/checkout:" + version),
        "name",
        str("checkout"),
        "ports",
        arr(obj("containerPort", of(8080), "name", str("http"))),
        "readinessProbe",
        obj("httpGet", obj("path", str("/ready"), "port", str("http")), "periodSeconds", of(5)),
        "resources",
        obj(
            "limits",
            obj("cpu", str("2"), "memory", str("1Gi")),
            "requests",
            obj("cpu", str("500m"), "memory", str("512Mi"))));
  }

  static List<Manifest> manifests() {
    var deployment =
        obj(
            "apiVersion",
            str("apps/v1"),
            "kind",
            str("Deployment"),
            "metadata",
            obj(
                "name",
                str("checkout"),
                "namespace",
                str("shop"),
                "labels",
                obj("app", str("checkout"))),
            "spec",
            obj(
                "replicas",
                of(6),
                "selector",
                obj("matchLabels", obj("app", str("checkout"))),
                "strategy",
                obj("rollingUpdate", obj("maxSurge", of(0), "maxUnavailable", of(1))),
                "template",
                obj(
                    "metadata",
                    obj("labels", obj("app", str("checkout"))),
                    "spec",
                    obj("containers", arr(container("2.14.1", "8s"))))));
    var token =
        obj(
            "apiVersion",
            str("v1"),
            "kind",
            str("Secret"),
            "metadata",
            obj("name", str("checkout-token"), "namespace", str("shop")),
            "type",
            str("Opaque"),
            "data",
            obj("token", Tree.Hidden.of(str("c2VjcmV0LXRva2VuLW9mLXRoZS1zaG9wLXg="))));
    return List.of(
        new Manifest(
            new ResourceRef("apps", "v1", "Deployment", "shop", "checkout"),
            deployment,
            new Origin("apps/checkout/base/deployment.yaml", 1, 1)),
        new Manifest(
            new ResourceRef("", "v1", "Secret", "shop", "checkout-token"),
            token,
            new Origin("apps/checkout/overlays/prod-eu/secret.yaml", 1, 1)));
  }
}

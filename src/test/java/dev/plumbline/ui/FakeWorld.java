package dev.plumbline.ui;

import static dev.plumbline.model.Tree.Num.of;
import static dev.plumbline.model.Tree.arr;
import static dev.plumbline.model.Tree.bool;
import static dev.plumbline.model.Tree.obj;
import static dev.plumbline.model.Tree.str;

import dev.plumbline.drift.Cause;
import dev.plumbline.drift.Drift;
import dev.plumbline.drift.FieldChange;
import dev.plumbline.drift.Owner;
import dev.plumbline.drift.ResourceDrift;
import dev.plumbline.engine.EnvironmentView;
import dev.plumbline.engine.EnvironmentView.Phase;
import dev.plumbline.engine.Session;
import dev.plumbline.engine.Work;
import dev.plumbline.model.ClusterRef;
import dev.plumbline.model.Environment;
import dev.plumbline.model.KubeContext;
import dev.plumbline.model.Manifest;
import dev.plumbline.model.Origin;
import dev.plumbline.model.Path;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Revision;
import dev.plumbline.model.Tree;
import dev.plumbline.plan.Stage;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.StepResult;
import dev.plumbline.plan.SyncPlan;
import dev.plumbline.plan.SyncRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
            same("apps", "Deployment", app),
            same("", "Service", app),
            same("", "ConfigMap", app + "-env"));
    return switch (name) {
      case "checkout/prod-eu" ->
          compared(environment, cluster, "4f2c19e", 44, checkout(), List.of());
      case "search/staging" ->
          compared(
              environment,
              cluster,
              "77aa310",
              11,
              List.of(same("apps", "Deployment", "search"), unknown("", "Service", "search")),
              List.of());
      case "mailer/staging" ->
          compared(
              environment,
              cluster,
              "6d80c55",
              3,
              List.of(
                  same("apps", "Deployment", "mailer"),
                  onlyInGit("batch", "CronJob", "mailer-retry"),
                  onlyInGit("", "ConfigMap", "mailer-retry")),
              List.of());
      case "search/prod-eu" ->
          compared(
              environment,
              cluster,
              "4f2c19e",
              180,
              List.of(
                  changed("apps", "Deployment", "search", replicas("6", "3", "keda-operator")),
                  same("", "Service", "search")),
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
        Optional.of(new Drift(e.name(), revision, ago(minutes), cluster, resources, problems)),
        Optional.empty(),
        List.of(),
        14);
  }

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
            List.of(image, timeout, restarted)));
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
            Optional.of(ago(minutes).truncatedTo(ChronoUnit.SECONDS).toString())));
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
        Optional.of(ago(71)));
  }

  static Revision revision(String commit) {
    return new Revision(FakeHistory.full(commit), "refs/remotes/origin/main");
  }

  private static String context(String stage) {
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

  static List<Manifest> manifests() {
    var body =
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
                "template",
                obj(
                    "spec",
                    obj(
                        "containers",
                        arr(
                            obj(
                                "name",
                                str("checkout"),
                                "image",
                                str("ghcr.io/acme/checkout:2.14.1"),
                                "tty",
                                bool(false)))))));
    return List.of(
        new Manifest(
            ResourceRef.of(body), body, new Origin("apps/checkout/base/deployment.yaml", 1, 1)));
  }

  static SyncPlan plan(String environment) {
    var steps = new ArrayList<Step>();
    for (var d : checkout()) {
      if (d instanceof ResourceDrift.Changed c) {
        steps.add(
            new Step.Apply(
                c.ref(),
                Step.Action.CHANGE,
                "sha256:9f2c",
                Optional.of("1f6f0c58-9a5e-4d2b-8f5e-0b7c35a1d9e3"),
                Optional.of("fp-1"),
                c.fields()));
      } else if (d instanceof ResourceDrift.OnlyInGit g && g.waitingFor().isEmpty()) {
        steps.add(
            new Step.Apply(
                g.ref(),
                Step.Action.CREATE,
                "sha256:77aa",
                Optional.empty(),
                Optional.empty(),
                List.of()));
      }
    }
    var crd =
        new ResourceRef(
            "apiextensions.k8s.io",
            "v1",
            "CustomResourceDefinition",
            "",
            "servicemonitors.monitoring.coreos.com");
    var monitor = ref("monitoring.coreos.com", "ServiceMonitor", "checkout");
    steps.add(
        new Step.Apply(
            monitor,
            Step.Action.CREATE,
            "sha256:0d9e",
            Optional.empty(),
            Optional.empty(),
            List.of()));
    var stage = environment.substring(environment.lastIndexOf('/') + 1);
    return new SyncPlan(
        "6d1c0f2e-7c55-4b5a-9a0f-6e6a6f7f0c11",
        environment,
        revision("4f2c19e"),
        new ClusterRef(stage, context(stage), "https://" + context(stage) + ".acme.io:6443"),
        "1f6f0c58-9a5e-4d2b-8f5e-0b7c35a1d9e3",
        Instant.now(),
        List.of(
            new Stage(
                "CustomResourceDefinitions",
                List.of(
                    new Step.Apply(
                        crd,
                        Step.Action.CREATE,
                        "sha256:c0de",
                        Optional.empty(),
                        Optional.empty(),
                        List.of()),
                    new Step.AwaitCrd(crd))),
            new Stage("Resources", steps)),
        List.of(
            new SyncPlan.LeftOut(
                ref("", "Secret", "payment-gateway"),
                new Problem.Network(
                    "Secret payment-gateway was not compared",
                    "the webhook quota.acme.io timed out after 10 s",
                    "Compare again",
                    "")),
            new SyncPlan.LeftOut(
                ref("", "ConfigMap", "checkout-env-5c4h8"),
                new Problem.Refused(
                    "ConfigMap checkout-env-5c4h8 is no longer in Git and stays",
                    "",
                    "Delete it by hand; deleting comes with the reconcile engine",
                    ""))),
        8);
  }

  static List<Work.View> works() {
    return List.of(
        new Work.View(
            "w1",
            "Sync api/dev to 9c01b7e",
            "api/dev",
            "waiting for Deployment api",
            9,
            14,
            ago(0),
            Optional.empty(),
            Optional.empty(),
            List.of(
                "10:42:01 applied  Service api",
                "10:42:01 applied  ConfigMap api-env-2k9fd",
                "10:42:02 applied  Deployment api",
                "10:42:07 waiting  2 of 3 replicas updated")),
        new Work.View(
            "w2",
            "Compare search/prod-eu",
            "search/prod-eu",
            "reading 14 kinds, 9 done",
            9,
            14,
            ago(0),
            Optional.empty(),
            Optional.empty(),
            List.of()),
        new Work.View(
            "w3",
            "Sync api/staging to a1be07d",
            "api/staging",
            "",
            14,
            15,
            ago(6),
            Optional.of(ago(4)),
            Optional.of(
                new Problem.Rejected(
                    "Job migrate-db cannot change",
                    ".spec.template is immutable",
                    "Replace it, or give it a new name in Git",
                    "The Job \"migrate-db\" is invalid: spec.template: field is immutable")),
            List.of("10:36:01 applied  Service api", "10:36:02 refused  Job migrate-db")));
  }

  static List<SyncRecord> records() {
    var list = new ArrayList<SyncRecord>();
    list.add(
        record(
            "web/dev", "9c01b7e", 2, 38, "done", "sync", "Noor Haddad <noor@acme.io>", List.of()));
    list.add(
        record(
            "api/staging",
            "a1be07d",
            6,
            112,
            "partial",
            "sync",
            "Iben Koch <iben@acme.io>",
            List.of(
                new Problem.Rejected(
                    "Job migrate-db cannot change",
                    ".spec.template is immutable",
                    "Replace it, or give it a new name in Git",
                    "The Job \"migrate-db\" is invalid: spec.template: field is immutable"))));
    list.add(
        record(
            "checkout/prod-eu",
            "4f2c19e",
            52,
            4,
            "done",
            "dry-run",
            "Noor Haddad <noor@acme.io>",
            List.of()));
    list.add(
        record(
            "search/staging",
            "77aa310",
            140,
            21,
            "cancelled",
            "sync",
            "Mara Lindt <mara@acme.io>",
            List.of()));
    list.add(
        record(
            "checkout/prod-eu",
            "4f2c19e",
            1080,
            241,
            "done",
            "sync",
            "Mara Lindt <mara@acme.io>",
            List.of()));
    list.add(
        record(
            "checkout/staging",
            "4f2c19e",
            1190,
            96,
            "done",
            "sync",
            "Mara Lindt <mara@acme.io>",
            List.of()));
    list.add(
        record(
            "mailer/prod-eu",
            "0d9e412",
            2900,
            2,
            "refused",
            "sync",
            "Iben Koch <iben@acme.io>",
            List.of()));
    list.add(
        record(
            "search/dev",
            "77aa310",
            5400,
            52,
            "done",
            "sync",
            "Aiko Tan <aiko@acme.io>",
            List.of()));
    list.add(
        record(
            "ingress/prod-eu",
            "0d9e412",
            9800,
            12,
            "failed",
            "sync",
            "Noor Haddad <noor@acme.io>",
            List.of(
                new Problem.Network(
                    "The API server did not answer",
                    "https://eu-1.acme.io:6443",
                    "Try again",
                    "connect timed out"))));
    return list;
  }

  private static SyncRecord record(
      String environment,
      String commit,
      long minutes,
      long seconds,
      String outcome,
      String verb,
      String who,
      List<Problem> problems) {
    var stage = environment.substring(environment.lastIndexOf('/') + 1);
    var app = environment.substring(0, environment.indexOf('/'));
    var steps = new ArrayList<StepResult>();
    steps.add(
        new StepResult(
            ref("", "ConfigMap", app + "-env"),
            "change",
            StepResult.Outcome.DONE,
            Optional.empty(),
            Duration.ofMillis(210)));
    steps.add(
        new StepResult(
            ref("", "Service", app),
            "change",
            StepResult.Outcome.DONE,
            Optional.empty(),
            Duration.ofMillis(180)));
    steps.add(
        new StepResult(
            ref("apps", "Deployment", app),
            "change",
            outcome.equals("refused") ? StepResult.Outcome.NOT_RUN : StepResult.Outcome.DONE,
            Optional.empty(),
            Duration.ofMillis(340)));
    for (var p : problems) {
      steps.add(
          new StepResult(
              ref("batch", "Job", "migrate-db"),
              "change",
              StepResult.Outcome.FAILED,
              Optional.of(p),
              Duration.ofMillis(120)));
      steps.add(
          new StepResult(
              ref("batch", "CronJob", app + "-clean"),
              "create",
              StepResult.Outcome.NOT_RUN,
              Optional.empty(),
              Duration.ZERO));
    }
    var started = ago(minutes);
    return new SyncRecord(
        "r-" + environment + "-" + minutes,
        verb,
        environment,
        new ClusterRef(stage, context(stage), "https://" + context(stage) + ".acme.io:6443"),
        FakeHistory.full(commit),
        started,
        started.plusSeconds(seconds),
        who.substring(0, who.indexOf(' ')).toLowerCase(java.util.Locale.ROOT),
        Optional.of(who),
        Optional.of("oidc:" + who.replaceAll(".*<|>", "")),
        Optional.empty(),
        "plan-" + minutes,
        outcome,
        steps,
        Optional.empty());
  }
}

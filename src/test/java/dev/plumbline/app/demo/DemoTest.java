package dev.plumbline.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.cluster.Kubeconfig;
import dev.plumbline.drift.Drift;
import dev.plumbline.drift.Owner;
import dev.plumbline.drift.ResourceDrift;
import dev.plumbline.engine.EnvironmentView;
import dev.plumbline.engine.Session;
import dev.plumbline.engine.Work;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Tree;
import dev.plumbline.process.Programs;
import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.testing.ControlPlane;
import dev.plumbline.yaml.Yaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the demo promises, as the engine compares it: the same on the sandbox and on a real server.
class DemoTest {

  private static final Instant NOW = Instant.now();

  /// Each environment's resources that are not in sync, and each field with the manager that set it
  /// live.
  private static final String PROMISED =
      """
      checkout/dev: IN_SYNC
      checkout/prod-eu: DRIFTED
        changed CronJob shop-prod-eu/checkout-settle
          .spec.suspend false true kubectl-patch
        changed Deployment shop-prod-eu/checkout
          .spec.template.spec.containers[name="checkout"].env[name="LEGACY_TAX"] - {name="LEGACY_TAX", value="on"} plumbline
          .spec.template.spec.containers[name="checkout"].env[name="PAYMENT_TIMEOUT"].value "8s" "30s" kubectl-edit
          .spec.template.spec.containers[name="checkout"].image "acme.example/checkout:2.14.1" "acme.example/checkout:2.13.8-hotfix" kubectl-set
        changed Deployment shop-prod-eu/checkout-worker
          .spec.replicas 4 8 kubectl
        changed HorizontalPodAutoscaler shop-prod-eu/checkout
          .spec.maxReplicas 12 20 kubectl-edit
        changed Secret shop-prod-eu/payment-gateway
          .data.token hidden, 36 characters hidden, 48 characters kubectl-patch
        only-in-cluster Ingress shop-prod-eu/checkout-legacy-redirect
        only-in-git PodDisruptionBudget shop-prod-eu/checkout
      checkout/prod-us: DRIFTED
        changed Deployment shop-prod-us/checkout
          .spec.template.spec.containers[name="checkout"].env[name="LEGACY_TAX"] - {name="LEGACY_TAX", value="on"} plumbline
        changed Ingress shop-prod-us/checkout
          .metadata.annotations["nginx.ingress.kubernetes.io/proxy-read-timeout"] "30" "90" kubectl-annotate
        changed PaymentRoute shop-prod-us/cards
          .spec.providers[name="baltpay"].weight 0 30 kubectl-edit
          .spec.providers[name="northpay"].weight 100 70 kubectl-edit
      checkout/staging: DRIFTED
        changed ConfigMap shop-staging/checkout-features
          .data["features.yaml"] … plumbline
        changed CronJob shop-staging/checkout-settle
          .spec.jobTemplate.spec.template.spec.containers[name="settle"].image "acme.example/checkout:2.15.0-rc1" "acme.example/checkout:2.14.1" plumbline
        changed Deployment shop-staging/checkout
          .spec.template.spec.containers[name="checkout"].image "acme.example/checkout:2.15.0-rc1" "acme.example/checkout:2.14.1" plumbline
        changed Deployment shop-staging/checkout-worker
          .spec.template.spec.containers[name="worker"].image "acme.example/checkout:2.15.0-rc1" "acme.example/checkout:2.14.1" plumbline
      search/dev: IN_SYNC
      search/prod-eu: IN_SYNC
      search/prod-us: DRIFTED
        changed ConfigMap shop-prod-us/search-synonyms
          .data["synonyms.txt"] … kubectl-edit
      search/staging: IN_SYNC
      """;

  @TempDir private Path root;

  @Test
  void theSandboxKeepsThem() {
    var demo = new Demo(new Folder(root), Programs.system(), NOW);
    try (var sandbox = Sandbox.start(new Sandbox.Options(0, demo.clock(), true))) {
      var session = demo.session(sandbox::kubeconfig, sandbox::playOut, making(), () -> {});
      keepsItsPromises(session);

      var drifted =
          NOW.minus(Duration.ofMinutes(44)).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
      var hotfix =
          session.environment("checkout/prod-eu").get().drift().orElseThrow().resources().stream()
              .flatMap(r -> r.fields().stream())
              .filter(f -> f.path().toString().endsWith(".image"))
              .findFirst()
              .orElseThrow();
      assertThat(hotfix.owner().flatMap(Owner::time)).contains(drifted.toString());
      var record = session.activity().get().getFirst();
      assertThat(record.started()).isBefore(NOW.minus(Duration.ofHours(2)));
      assertThat(session.activity().get())
          .hasSizeGreaterThanOrEqualTo(12)
          .allSatisfy(r -> assertThat(r.outcome()).isEqualTo("done"));
      livesInItsTime(Kubeconfig.load(List.of(root.resolve("kubeconfig")), Programs.system()));
      session.close();
    }
  }

  /// Pods are as old as what made them, and so is all that their conditions and events say.
  private static void livesInItsTime(Kubeconfig kubeconfig) {
    var cluster = kubeconfig.open("sandbox-prod-eu");
    try {
      var cancel = Cancel.never();
      var pods =
          cluster
              .list(cluster.kind("", "v1", "Pod", cancel).orElseThrow(), "shop-prod-eu", cancel)
              .items();
      assertThat(pods).hasSizeGreaterThan(10);
      for (var pod : pods) {
        var born = pod.text("metadata", "creationTimestamp").orElseThrow();
        assertThat(Instant.parse(born)).isBefore(NOW.minus(Duration.ofMinutes(37)));
        assertThat(pod.items("status", "conditions"))
            .hasSize(4)
            .allSatisfy(c -> assertThat(c.text("lastTransitionTime")).contains(born));
        assertThat(pod.text("status", "startTime")).contains(born);
        assertThat(pod.items("status", "containerStatuses"))
            .allSatisfy(s -> assertThat(s.text("state", "running", "startedAt")).contains(born));
      }
      assertThat(
              cluster
                  .list(
                      cluster.kind("", "v1", "Event", cancel).orElseThrow(), "shop-prod-eu", cancel)
                  .items())
          .hasSizeGreaterThan(30)
          .allSatisfy(e ->
              assertThat(Instant.parse(e.text("lastTimestamp").orElseThrow()))
                  .isBefore(NOW.minus(Duration.ofMinutes(29))));
    } finally {
      cluster.close();
    }
  }

  @Test
  void whoCancelsTheMakingLeavesNothing() {
    var work = making();
    work.state()
        .subscribe(v -> {
          if (v.doing().startsWith("Syncing")) {
            work.cancel();
          }
        });
    var before = folders();
    assertThatThrownBy(() -> Demo.open(Programs.system(), work))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem()).isInstanceOf(Problem.Cancelled.class));
    assertThat(folders()).isEqualTo(before);
  }

  private static Set<Path> folders() {
    try (var all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return all.filter(f -> f.getFileName().toString().startsWith("plumbline-demo-"))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aRealServerSaysTheSame() throws IOException {
    var known = Yaml.read(Files.readAllBytes(ControlPlane.shared().kubeconfig()), "kubeconfig");
    var kubeconfig = (Tree.Obj) known.documents().getFirst().body();
    var demo = new Demo(new Folder(root), Programs.system(), NOW);
    try (var session =
        demo.session(
            contexts -> Yaml.write(withContexts(kubeconfig, contexts)),
            () -> {},
            making(),
            () -> {})) {
      keepsItsPromises(session);
    }
  }

  @Test
  void nothingStaysWhenItsSessionIsClosed() {
    Path folder;
    try (var session = Demo.open(Programs.system(), making())) {
      await(() -> !session.overview().get().loading());
      folder = session.overview().get().repository().orElseThrow().getParent();
      assertThat(folder).isDirectoryContaining("glob:**/kubeconfig");
      assertThat(session.preferences().get().clusters()).hasSize(4);
    }
    assertThat(folder).doesNotExist();
  }

  private static Work making() {
    return new Work("Open the demo", "demo");
  }

  private static Tree withContexts(Tree.Obj kubeconfig, Map<String, String> contexts) {
    var context = (Tree.Obj) kubeconfig.items("contexts").getFirst().at("context").orElseThrow();
    return kubeconfig.with(
        "contexts",
        new Tree.Arr(
            contexts.entrySet().stream()
                .map(c ->
                    (Tree)
                        Tree.obj(
                            "name",
                            Tree.str(c.getKey()),
                            "context",
                            context.with("namespace", Tree.str(c.getValue()))))
                .toList()));
  }

  private static void keepsItsPromises(Session session) {
    var said = new StringBuilder();
    compare(session)
        .forEach((name, drift) -> {
          if (!name.startsWith("web/") && !name.startsWith("mailer/")) {
            said.append(name).append(": ").append(drift.verdict()).append('\n');
            drift.resources().stream().map(DemoTest::said).sorted().forEach(said::append);
          }
        });
    assertThat(said.toString()).isEqualTo(PROMISED);
  }

  private static String said(ResourceDrift resource) {
    if (resource.word().equals("in-sync") && resource.fields().isEmpty()) {
      return "";
    }
    var lines = new TreeSet<String>();
    for (var f : resource.fields()) {
      var values =
          f.desired().map(Tree::toString).orElse("-")
              + " "
              + f.live().map(Tree::toString).orElse("-");
      lines.add(
          "    "
              + f.path()
              + " "
              + (values.contains("\n") ? "…" : values)
              + " "
              + f.owner().map(o -> o.manager()).orElse("nobody")
              + "\n");
    }
    return "  " + resource.word() + " " + resource.ref() + "\n" + String.join("", lines);
  }

  private static Map<String, Drift> compare(Session session) {
    await(() -> {
      var overview = session.overview().get();
      return !overview.loading() && !overview.environments().isEmpty();
    });
    var names =
        session.overview().get().environments().stream().map(e -> e.environment().name()).toList();
    names.forEach(session::compare);
    var drifts = new TreeMap<String, Drift>();
    for (var name : names) {
      var state = session.environment(name);
      await(() ->
          state.get().drift().isPresent() || state.get().phase() == EnvironmentView.Phase.FAILED);
      state.get().drift().ifPresent(d -> drifts.put(name, d));
    }
    return drifts;
  }

  private static void await(BooleanSupplier condition) {
    var until = Instant.now().plus(Duration.ofSeconds(120));
    try {
      while (!condition.getAsBoolean() && Instant.now().isBefore(until)) {
        if (new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS)) {
          throw new AssertionError("nobody counts down");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }
}

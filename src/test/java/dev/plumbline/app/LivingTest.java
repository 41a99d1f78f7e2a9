package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.plumbline.cluster.Cable;
import dev.plumbline.engine.EnvironmentView.Phase;
import dev.plumbline.engine.Session;
import dev.plumbline.engine.Session.Living;
import dev.plumbline.engine.State;
import dev.plumbline.git.Git;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.ClusterEvent;
import dev.plumbline.model.Health;
import dev.plumbline.model.Owned;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Tree;
import dev.plumbline.store.Folders;
import dev.plumbline.testing.ControlPlane;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What lives beside what Git declares, against a real API server with its controllers. Nobody runs
/// the Pods: their status is written by hand, as a kubelet would.
@Timeout(120)
class LivingTest {

  private static final String NAME = "shop/prod";

  @TempDir Path folder;

  private ControlPlane plane;
  private Cable cable;
  private Git git;
  private Session session;
  private String namespace;
  private ResourceRef web;

  @BeforeEach
  void begin() {
    plane = ControlPlane.shared();
    namespace = plane.namespace("living");
    web = new ResourceRef("apps", "v1", "Deployment", namespace, "web");
    git = Git.init(folder.resolve("config"));
    write(
        "plumbline.yaml",
        """
        apiVersion: plumbline.dev/v1
        environments:
          - name: shop/prod
            source: {path: envs/prod}
            cluster: prod-eu
            namespace: %s
        """
            .formatted(namespace));
    write(
        "envs/prod/web.yaml",
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          replicas: 2
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec:
              automountServiceAccountToken: false
              initContainers: [{name: wait, image: shop/wait}]
              containers: [{name: web, image: shop/web}]
        ---
        apiVersion: v1
        kind: Secret
        metadata: {name: login}
        stringData: {password: hunter2hunter2}
        """);
    git.run("add", "-A");
    git.run("commit", "-qm", "The shop");
  }

  @AfterEach
  void end() {
    if (session != null) {
      session.close();
      cable.close();
    }
  }

  private void write(String path, String text) {
    try {
      var file = git.folder().resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /// Opens the window's session as who a kubeconfig names, through the cable.
  private void open(String kubeconfig) {
    try {
      int port = URI.create(plane.server()).getPort();
      cable = new Cable(port);
      var file = folder.resolve("kubeconfig");
      Files.writeString(file, kubeconfig.replace("127.0.0.1:" + port, "127.0.0.1:" + cable.port()));
      var home = Map.of("PLUMBLINE_HOME", folder.resolve("home").toString());
      session =
          new Wiring(Folders.of(home, "Linux", folder), home)
              .session(Optional.of(git.folder()), Optional.of(file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    await(session.overview(), o -> !o.loading() && !o.environments().isEmpty());
    session.mapCluster("prod-eu", session.contexts().getFirst().name(), Cancel.never());
  }

  private String admin() {
    try {
      return Files.readString(plane.kubeconfig());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void sync() {
    var work = session.sync(session.plan(NAME, Cancel.never()), false, Optional.empty());
    var ended = await(work.state(), w -> !w.running());
    assertThat(ended.problem()).isEmpty();
  }

  private String kubectl(String... arguments) {
    var all = new ArrayList<>(List.of(arguments));
    Collections.addAll(all, "-n", namespace);
    return plane.kubectl("", all.toArray(String[]::new));
  }

  /// Says of a Pod what a kubelet would.
  private void report(String pod, String status) {
    kubectl(
        "patch",
        "pod",
        pod,
        "--subresource=status",
        "--type=merge",
        "-p",
        "{\"status\":" + status + "}");
  }

  private Living living(Predicate<Living> wanted) {
    return await(session.living(NAME), wanted);
  }

  private static List<Owned> of(Living living, String kind) {
    return living.owned().stream().filter(o -> o.ref().kind().equals(kind)).toList();
  }

  private Owned pod(Living living, String name) {
    return of(living, "Pod").stream()
        .filter(o -> o.ref().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static <T> T await(State<T> state, Predicate<T> wanted) {
    var seen = new CountDownLatch(1);
    var found = new AtomicReference<T>();
    try (var _ =
        state.subscribe(value -> {
          if (wanted.test(value) && found.compareAndSet(null, value)) {
            seen.countDown();
          }
        })) {
      assertThat(seen.await(30, TimeUnit.SECONDS))
          .as(() -> "not seen within 30 s; last: " + state.get())
          .isTrue();
      return found.get();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whatControllersMakeIsShownAndHowItIs() {
    open(admin());
    assertThat(session.living(NAME).get()).isEqualTo(Living.unknown());
    sync();
    var held = session.hold(NAME);
    var first = living(l -> of(l, "Pod").size() == 2 && l.asOf().isPresent());
    var set = of(first, "ReplicaSet").getFirst();
    assertThat(set.owner()).isEqualTo(web);
    assertThat(set.word()).isEqualTo("0 of 2");
    assertThat(of(first, "Pod"))
        .allSatisfy(p -> {
          assertThat(p.owner()).isEqualTo(set.ref());
          assertThat(p.word()).isEqualTo("Pending");
          assertThat(p.containers()).containsExactly("wait", "web");
          assertThat(p.created()).isPresent();
        });
    assertThat(first.problems()).isEmpty();
    assertThat(first.health().get(web).state()).isNotEqualTo(Health.State.HEALTHY);
    assertThat(first.health().get(new ResourceRef("", "v1", "Secret", namespace, "login")).state())
        .isEqualTo(Health.State.HEALTHY);

    var names = of(first, "Pod").stream().map(p -> p.ref().name()).sorted().toList();
    report(
        names.getFirst(),
        """
        {"phase":"Running","conditions":[{"type":"Ready","status":"True"}],
         "containerStatuses":[{"name":"web","ready":true,"restartCount":0,"image":"i","imageID":"i",
           "state":{"running":{"startedAt":"2026-11-24T10:00:00Z"}}}]}
        """);
    report(
        names.getLast(),
        """
        {"phase":"Running","containerStatuses":[{"name":"web","ready":false,"restartCount":4,
           "image":"i","imageID":"i",
           "state":{"waiting":{"reason":"CrashLoopBackOff"}},
           "lastState":{"terminated":{"exitCode":137,"reason":"OOMKilled"}}}]}
        """);
    var later =
        living(l ->
            of(l, "ReplicaSet").stream().anyMatch(o -> o.word().equals("1 of 2"))
                && of(l, "Pod").stream().anyMatch(p -> p.word().equals("CrashLoopBackOff")));
    assertThat(pod(later, names.getFirst()).word()).isEqualTo("Running");
    var crashing = pod(later, names.getLast());
    assertThat(crashing.health())
        .isEqualTo(
            new Health(
                Health.State.DEGRADED,
                "web: CrashLoopBackOff, OOMKilled, exit code 137, restarted 4 times"));
    var wide = living(l -> l.health().get(web).message().equals("1 of 2 available"));
    assertThat(wide.health().get(web).state()).isEqualTo(Health.State.PROGRESSING);

    held.close();
    var kept = session.living(NAME).get();
    kubectl("scale", "deployment", "web", "--replicas=0");
    kubectl("wait", "--for=delete", "pod", "-l", "app=web", "--timeout=30s");
    assertThat(session.living(NAME).get()).isEqualTo(kept);
  }

  @Test
  void aPodThatChangesDoesNotCompareAgain() {
    open(admin());
    sync();
    try (var _ = session.hold(NAME)) {
      var first = living(l -> of(l, "Pod").size() == 2 && l.asOf().isPresent());
      await(session.environment(NAME), v -> v.phase() == Phase.COMPARED && v.watchedKinds() > 0);
      var pod = of(first, "Pod").getFirst().ref().name();
      // The Deployment's own status settles first: that does compare again.
      pause(Duration.ofSeconds(1));
      var compared = session.environment(NAME).get().drift().orElseThrow().asOf();
      report(pod, "{\"phase\":\"Pending\",\"reason\":\"Odd\"}");
      living(l -> of(l, "Pod").stream().anyMatch(p -> p.word().equals("Odd")));
      pause(Duration.ofSeconds(1));
      assertThat(session.environment(NAME).get().drift().orElseThrow().asOf()).isEqualTo(compared);
    }
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whatMayNotBeListedIsSaidAndTheRestIsShown() {
    open(admin());
    sync();
    session.close();
    cable.close();
    kubectl("create", "serviceaccount", "guest");
    plane.kubectl(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: guest, namespace: %1$s}
        rules:
          - {apiGroups: [apps], resources: [deployments, replicasets], verbs: ["*"]}
          - {apiGroups: [""], resources: [secrets, configmaps], verbs: ["*"]}
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: guest, namespace: %1$s}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: guest}
        subjects: [{kind: ServiceAccount, name: guest, namespace: %1$s}]
        """
            .formatted(namespace),
        "apply",
        "-f",
        "-");
    var token = kubectl("create", "token", "guest").strip();
    try {
      open(
          Files.readString(plane.kubeconfig("token")).replaceAll("token: \\S+", "token: " + token));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    try (var _ = session.hold(NAME)) {
      var seen = living(l -> !l.problems().isEmpty() && l.asOf().isPresent());
      assertThat(seen.problems())
          .singleElement()
          .isInstanceOf(Problem.Forbidden.class)
          .extracting(Problem::what)
          .isEqualTo("Pods may not be listed in " + namespace + ": what is shown lacks them");
      assertThat(of(seen, "ReplicaSet")).hasSize(1);
      var compared = await(session.environment(NAME), v -> v.phase() == Phase.COMPARED);
      assertThat(compared.staleSince()).isEmpty();
    }
  }

  @Test
  void aCutCableLeavesWhatWasKnownWithItsTimeAndThenItIsCurrentAgain() {
    open(admin());
    sync();
    try (var _ = session.hold(NAME)) {
      living(l -> of(l, "Pod").size() == 2 && l.asOf().isPresent());
      cable.cut();
      var lost = living(l -> !l.problems().isEmpty());
      assertThat(of(lost, "Pod")).hasSize(2);
      var then = Instant.now();
      kubectl("scale", "deployment", "web", "--replicas=1");
      assertThat(session.living(NAME).get().asOf().orElseThrow()).isBefore(then);
      cable.plug();
      var again = living(l -> of(l, "Pod").size() == 1 && l.problems().isEmpty());
      assertThat(again.asOf().orElseThrow()).isAfter(then);
    }
  }

  @Test
  void eventsOfAnObjectAreThoseOfWhatItOwnsToo() {
    open(admin());
    sync();
    List<ClusterEvent> asked;
    do {
      asked = session.events(NAME, web, Cancel.never());
    } while (asked.stream().filter(e -> e.reason().equals("SuccessfulCreate")).count() < 2);
    assertThat(asked)
        .anySatisfy(e -> {
          assertThat(e.reason()).isEqualTo("ScalingReplicaSet");
          assertThat(e.about()).isEqualTo(web);
          assertThat(e.from()).isEqualTo("deployment-controller");
        })
        .isSortedAccordingTo(
            Comparator.comparing((ClusterEvent e) -> e.last().orElseThrow()).reversed());
    try (var _ = session.hold(NAME)) {
      living(l -> of(l, "Pod").size() == 2 && l.asOf().isPresent());
      assertThat(session.events(NAME, web, Cancel.never()))
          .containsExactlyInAnyOrderElementsOf(asked);
      var set =
          asked.stream()
              .filter(e -> e.about().kind().equals("ReplicaSet"))
              .findFirst()
              .orElseThrow()
              .about();
      assertThat(session.events(NAME, set, Cancel.never()))
          .isNotEmpty()
          .noneMatch(e -> e.about().kind().equals("Deployment"));
    }
    assertThat(session.events(NAME, web.inNamespace("default"), Cancel.never())).isEmpty();
  }

  @Test
  void aLiveObjectHasItsManagedFieldsAndASecretHidesItsValues() {
    open(admin());
    sync();
    var secret = new ResourceRef("", "v1", "Secret", namespace, "login");
    for (int i = 0; i < 2; i++) {
      var object = session.live(NAME, web, Cancel.never()).orElseThrow();
      assertThat(object.items("metadata", "managedFields")).isNotEmpty();
      var hidden = session.live(NAME, secret, Cancel.never()).orElseThrow();
      assertThat(hidden.at("data", "password").orElseThrow()).isInstanceOf(Tree.Hidden.class);
      // The second time from the watch.
      session.hold(NAME);
      living(l -> l.asOf().isPresent());
    }
    var nothing = new ResourceRef("", "v1", "ConfigMap", namespace, "nothing");
    assertThat(session.live(NAME, nothing, Cancel.never())).isEmpty();
  }

  @Test
  void whyAPodHasNoLogIsSaid() {
    open(admin());
    sync();
    try (var _ = session.hold(NAME)) {
      var pod = of(living(l -> of(l, "Pod").size() == 2), "Pod").getFirst().ref();
      var thrown =
          catchThrowable(() ->
              session.logs(
                  NAME,
                  new Session.LogRequest(pod, "", 100, true, false),
                  _ -> {},
                  Cancel.never()));
      assertThat(((ProblemException) thrown).problem().what())
          .isEqualTo(pod + " is on no node yet, so it has no log");
    }
  }
}

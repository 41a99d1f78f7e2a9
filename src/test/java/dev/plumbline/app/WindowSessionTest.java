package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cluster.Cable;
import dev.plumbline.drift.Drift;
import dev.plumbline.drift.ResourceDrift;
import dev.plumbline.engine.EnvironmentView;
import dev.plumbline.engine.EnvironmentView.Phase;
import dev.plumbline.engine.Session;
import dev.plumbline.engine.State;
import dev.plumbline.git.Git;
import dev.plumbline.model.Cancel;
import dev.plumbline.store.Folders;
import dev.plumbline.testing.ControlPlane;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the window holds, without a window: a repository, a real API server, watches, a sync, a cut
/// cable.
class WindowSessionTest {

  private static final String NAME = "shop/prod";

  @TempDir Path folder;

  private ControlPlane plane;
  private Cable cable;
  private Git git;
  private Session session;
  private String namespace;

  @BeforeEach
  void begin() throws IOException {
    plane = ControlPlane.shared();
    namespace = plane.namespace("window");
    int port = URI.create(plane.server()).getPort();
    cable = new Cable(port);
    var kubeconfig = folder.resolve("kubeconfig");
    Files.writeString(
        kubeconfig,
        Files.readString(plane.kubeconfig())
            .replace("127.0.0.1:" + port, "127.0.0.1:" + cable.port()));
    git = Git.init(folder.resolve("config"));
    commit(
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
    config("fast");
    var home = Map.of("PLUMBLINE_HOME", folder.resolve("home").toString());
    session =
        new Wiring(Folders.of(home, "Linux", folder), home)
            .session(Optional.of(git.folder()), Optional.of(kubeconfig));
  }

  @AfterEach
  void end() {
    if (session != null) {
      session.close();
      cable.close();
    }
  }

  private void config(String mode) {
    commit(
        "envs/prod/config.yaml",
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: settings}
        data: {mode: %s}
        """
            .formatted(mode));
  }

  private void commit(String path, String text) {
    try {
      var file = git.folder().resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    git.run("add", "-A");
    git.run("commit", "-qm", "Change " + path);
  }

  @Test
  void nothingIsConnectedBeforeItIsAskedFor() {
    opened();
    assertThat(session.contexts()).isNotEmpty();
    assertThat(view().phase()).isEqualTo(Phase.IDLE);
    assertThat(cable.connections.get()).isZero();
  }

  @Test
  void anUnmappedClusterIsAskedForOnceAndRemembered() {
    opened();
    session.compare(NAME);
    await(session.environment(NAME), v -> v.phase() == Phase.UNMAPPED);
    assertThat(cable.connections.get()).isZero();
    map();
    var seen = await(session.environment(NAME), v -> v.phase() == Phase.COMPARED);
    assertThat(seen.cluster().orElseThrow().context()).isEqualTo(context());
    var mapped = session.preferences().get().clusters().get("prod-eu");
    assertThat(mapped).isNotNull();
    assertThat(mapped.uid()).isNotEmpty();
  }

  @Test
  void aLiveEditAndACommitAreSeenWithoutAsking() {
    opened();
    map();
    try (var _ = session.hold(NAME)) {
      await(session.environment(NAME), v -> verdict(v).equals("only-in-git"));
      sync();
      await(session.environment(NAME), v -> verdict(v).equals("in-sync"));

      kubectl(
          "patch", "configmap", "settings", "--type=merge", "-p", "{\"data\":{\"mode\":\"odd\"}}");
      var edited = await(session.environment(NAME), v -> verdict(v).equals("changed"));
      var field = edited.drift().orElseThrow().resources().getFirst().fields().getFirst();
      assertThat(field.path()).hasToString(".data.mode");
      assertThat(field.owner().orElseThrow().manager()).startsWith("kubectl");
      assertThat(edited.watchedKinds()).isPositive();

      config("odd");
      var moved = await(session.environment(NAME), v -> verdict(v).equals("in-sync"));
      assertThat(moved.revision().orElseThrow().id()).isEqualTo(git.run("rev-parse", "HEAD"));
    }
  }

  @Test
  void whatWasSeenBeforeTheCableBrokeIsStaleAndNeverFreshlyInSync() {
    opened();
    map();
    try (var _ = session.hold(NAME)) {
      sync();
      await(session.environment(NAME), v -> verdict(v).equals("in-sync"));
      cable.cut();
      var stale = await(session.environment(NAME), v -> v.staleSince().isPresent());
      assertThat(stale.problems()).isNotEmpty();
      assertThat(stale.drift()).isPresent();

      session.compare(NAME);
      await(session.environment(NAME), v -> v.phase() == Phase.FAILED);
      assertThat(view().staleSince()).isPresent();

      kubectl(
          "patch", "configmap", "settings", "--type=merge", "-p", "{\"data\":{\"mode\":\"away\"}}");
      cable.plug();
      var back =
          await(
              session.environment(NAME),
              v -> v.staleSince().isEmpty() && verdict(v).equals("changed"));
      assertThat(back.problems()).isEmpty();
    }
  }

  @Test
  void aSyncShowsItsWorkAndIsRecorded() {
    opened();
    map();
    var work = sync();
    assertThat(work.results().get()).hasSize(1);
    assertThat(session.works().get().getFirst().running()).isFalse();
    var record =
        await(
                session.activity(),
                list -> !list.isEmpty() && list.getFirst().outcome().equals("done"))
            .getFirst();
    assertThat(record.environment()).isEqualTo(NAME);
    assertThat(record.revision()).isEqualTo(git.run("rev-parse", "HEAD"));
  }

  @Test
  void aFolderThatIsNoRepositoryIsAProblemAndTheNextOneOpens() {
    opened();
    session.open(folder.resolve("nowhere"));
    var failed = await(session.overview(), o -> !o.problems().isEmpty());
    assertThat(failed.problems().getFirst().where() + failed.problems().getFirst().what())
        .contains("nowhere");
    session.open(git.folder());
    opened();
  }

  private void opened() {
    await(session.overview(), o -> o.environments().size() == 1 && !o.loading());
  }

  private EnvironmentView view() {
    return session.environment(NAME).get();
  }

  private void map() {
    session.mapCluster("prod-eu", context(), Cancel.never());
  }

  private String context() {
    return plane.kubectl("", "config", "current-context").strip();
  }

  private dev.plumbline.engine.Work sync() {
    var plan = session.plan(NAME, Cancel.never());
    var work = session.sync(plan, false, Optional.empty());
    var ended = await(work.state(), w -> !w.running());
    assertThat(ended.problem()).isEmpty();
    return work;
  }

  private static String verdict(EnvironmentView view) {
    return view.phase() != Phase.COMPARED
        ? ""
        : view.drift()
            .map(Drift::resources)
            .filter(r -> r.size() == 1)
            .map(List::getFirst)
            .map(ResourceDrift::word)
            .orElse("");
  }

  private void kubectl(String... arguments) {
    var all = new java.util.ArrayList<>(List.of("-n", namespace));
    all.addAll(List.of(arguments));
    plane.kubectl("", all.toArray(String[]::new));
  }

  private static <T> T await(State<T> state, Predicate<T> wanted) {
    var seen = new CountDownLatch(1);
    var found = new java.util.concurrent.atomic.AtomicReference<T>();
    try (var _ =
        state.subscribe(value -> {
          if (wanted.test(value) && found.compareAndSet(null, value)) {
            seen.countDown();
          }
        })) {
      assertThat(seen.await(60, TimeUnit.SECONDS))
          .as(() -> "not seen within 60 s; last: " + state.get())
          .isTrue();
      return found.get();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}

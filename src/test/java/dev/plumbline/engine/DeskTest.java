package dev.plumbline.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.driver.Ability;
import dev.plumbline.driver.Driver;
import dev.plumbline.driver.Drivers;
import dev.plumbline.git.Git;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.Environment;
import dev.plumbline.model.Problem;
import dev.plumbline.process.Programs;
import dev.plumbline.store.Settings;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskTest {

  private static final Environment SHOP =
      new Environment(
          "shop/dev",
          "shop",
          Optional.of("main"),
          "kubernetes",
          Environment.Renderer.PLAIN,
          "dev",
          Optional.of("shop"),
          false,
          Optional.empty(),
          true);

  @TempDir Path temp;

  /// How often a cluster was looked at; each look lasts until it is cancelled.
  private final AtomicInteger looks = new AtomicInteger();

  private final Semaphore looking = new Semaphore(0);

  @Test
  void aComparisonThatIsStoppedEndsAndDoesNotBeginAgainByItself() throws InterruptedException {
    var git = Git.init(temp.resolve("r.git"), "--bare");
    var commit = "commit refs/heads/main\ncommitter B <b@x> 1 +0000\ndata 1\nx\n";
    var file = "M 100644 inline shop/a.yaml\ndata 1\nx\n";
    git.feed((commit + file).getBytes(StandardCharsets.UTF_8), "fast-import", "--quiet");
    var clusters = new TreeMap<String, Settings.Mapping>();
    clusters.put("dev", new Settings.Mapping("dev-1", "uid", Instant.EPOCH));
    var settings =
        new Settings("light", java.util.List.of(), clusters, new TreeMap<>(), new TreeMap<>());
    try (var repository = ConfigRepository.open(git.folder(), Programs.system());
        var desk =
            new Desk(
                SHOP, () -> repository, new Targets(drivers(), () -> settings, Optional.empty()))) {
      var failed = new Semaphore(0);
      desk.state()
          .subscribe(v -> {
            if (v.phase() == EnvironmentView.Phase.FAILED) {
              failed.release();
            }
          });
      desk.stop();
      desk.compare(false);
      assertThat(looking.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
      desk.compare(false);
      desk.stop();

      assertThat(failed.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
      assertThat(desk.state().get().problems().getFirst()).isInstanceOf(Problem.Cancelled.class);
      assertThat(looking.tryAcquire(1, TimeUnit.SECONDS)).as("what was asked before").isFalse();

      desk.compare(true);
      assertThat(looking.tryAcquire(20, TimeUnit.SECONDS)).as("what a person asks").isTrue();
      assertThat(looks).hasValue(2);
    }
  }

  private Drivers drivers() {
    return fake(
        Drivers.class,
        (name, cancel) ->
            switch (name) {
              case "open" -> driver();
              case "problems", "contexts" -> java.util.List.of();
              default -> null;
            });
  }

  private Driver driver() {
    return fake(
        Driver.class,
        (name, cancel) ->
            switch (name) {
              case "abilities" -> Set.<Ability>of();
              case "server" -> "https://dev.example:6443";
              case "uid" -> "uid";
              case "observe" -> look(cancel.orElseThrow());
              default -> null;
            });
  }

  private Object look(Cancel cancel) {
    looks.incrementAndGet();
    var stopped = new CountDownLatch(1);
    try (var _ = cancel.onCancel(stopped::countDown)) {
      looking.release();
      stopped.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    cancel.check();
    return Optional.empty();
  }

  private interface Answers {
    Object of(String method, Optional<Cancel> cancel);
  }

  private static <T> T fake(Class<T> type, Answers answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, args) ->
                answers.of(
                    method.getName(),
                    args == null
                        ? Optional.empty()
                        : java.util.Arrays.stream(args)
                            .filter(Cancel.class::isInstance)
                            .map(Cancel.class::cast)
                            .findFirst())));
  }
}

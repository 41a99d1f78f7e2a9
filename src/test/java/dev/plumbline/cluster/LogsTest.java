package dev.plumbline.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Logs from a double: no kubelet is at hand. The texts of failures are those of Kubernetes 1.37.
@Timeout(30)
class LogsTest {

  private static final Cluster.Log PLAIN = new Cluster.Log("web", 100, false, false);
  private static final Cluster.Log FOLLOWED = new Cluster.Log("web", 100, true, false);

  @TempDir Path folder;

  private Cluster open(ApiDouble server) {
    return server.open(folder, "{token: t}", new NoPrograms());
  }

  private List<String> read(ApiDouble.Responder responder, Cluster.Log log) {
    var lines = new ArrayList<String>();
    try (var server = new ApiDouble(responder);
        var cluster = open(server)) {
      cluster.log("shop", "web-1", log, lines::add, Cancel.never());
    }
    return lines;
  }

  private Problem problem(ApiDouble.Responder responder, Cluster.Log log) {
    return Real.problem(() -> read(responder, log));
  }

  private static void write(HttpExchange exchange, String... parts) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    for (var part : parts) {
      exchange.getResponseBody().write(part.getBytes(StandardCharsets.UTF_8));
      exchange.getResponseBody().flush();
    }
  }

  @Test
  void theWishBecomesTheQuery() {
    try (var server = new ApiDouble(x -> write(x, "a\n"));
        var cluster = open(server)) {
      var cancel = Cancel.never();
      cluster.log("shop", "web-1", PLAIN, _ -> {}, cancel);
      cluster.log("shop", "web-1", new Cluster.Log("", -1, true, true), _ -> {}, cancel);
      assertThat(server.requests)
          .containsExactly(
              "GET /api/v1/namespaces/shop/pods/web-1/log?container=web&tailLines=100",
              "GET /api/v1/namespaces/shop/pods/web-1/log?follow=true&previous=true");
    }
  }

  @Test
  void linesComeWholeAndTheLastMayLackItsEnd() {
    assertThat(read(x -> write(x, "one\ntw", "o\r\n\nfour ü"), PLAIN))
        .containsExactly("one", "two", "", "four ü");
    assertThat(read(x -> write(x), PLAIN)).isEmpty();
  }

  @Test
  void aLineOfAMegabyteIsCutAndSaysSo() {
    var lines = read(x -> write(x, "ü".repeat(500_000) + "!\nnext\n"), PLAIN);
    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst())
        .startsWith("üüü")
        .endsWith("ü … (cut here: the line has 1000001 bytes)")
        .hasSizeLessThan(Logs.LONGEST_LINE);
    assertThat(lines.getLast()).isEqualTo("next");
  }

  @Test
  void aCutLineEndsWithAWholeCharacter() {
    var lines = read(x -> write(x, "x" + "€".repeat(20_000) + "\n"), PLAIN);
    assertThat(lines.getFirst())
        .doesNotContain("\uFFFD")
        .endsWith("€ … (cut here: the line has 60001 bytes)");
  }

  @Test
  void aFollowedLogIsHeardLineByLineAndACancelEndsItAtOnce() throws InterruptedException {
    var gone = new CountDownLatch(1);
    try (var server =
            new ApiDouble(x -> {
              write(x, "one\n");
              untilGone(x, gone);
            });
        var cluster = open(server)) {
      var cancel = new Cancel();
      var lines = new CopyOnWriteArrayList<String>();
      var first = new CountDownLatch(1);
      var reading =
          Thread.ofVirtual()
              .start(() ->
                  cluster.log(
                      "shop",
                      "web-1",
                      FOLLOWED,
                      line -> {
                        lines.add(line);
                        first.countDown();
                      },
                      cancel));
      assertThat(first.await(5, TimeUnit.SECONDS)).isTrue();
      assertThat(reading.isAlive()).isTrue();
      cancel.cancel();
      assertThat(reading.join(Duration.ofSeconds(1))).isTrue();
      assertThat(lines.getFirst()).isEqualTo("one");
      assertThat(gone.await(10, TimeUnit.SECONDS)).as("the server's side was closed").isTrue();
    }
  }

  /// Writes until nobody is there any more.
  private static void untilGone(HttpExchange exchange, CountDownLatch gone) {
    try {
      while (true) {
        Waits.pause(Duration.ofMillis(20), Cancel.never());
        exchange.getResponseBody().write('.');
        exchange.getResponseBody().write('\n');
        exchange.getResponseBody().flush();
      }
    } catch (IOException closed) {
      gone.countDown();
    }
  }

  @Test
  void manySilentLogsHoldUpNobodyAndEndWhenCancelled() throws InterruptedException {
    var asked = new CountDownLatch(40);
    var end = new CountDownLatch(1);
    try (var server =
            new ApiDouble(x -> {
              if (x.getRequestURI().getPath().endsWith("/log")) {
                asked.countDown();
                hold(end);
              } else {
                ApiDouble.json(x, 200, "{\"gitVersion\":\"v1\"}");
              }
            });
        var cluster = open(server)) {
      var cancel = new Cancel();
      var readers = new ArrayList<Thread>();
      for (int i = 0; i < 40; i++) {
        var pod = "web-" + i;
        readers.add(
            Thread.ofVirtual().start(() -> cluster.log("shop", pod, FOLLOWED, _ -> {}, cancel)));
      }
      assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(cluster.version(Cancel.never())).isEqualTo("v1");
      cancel.cancel();
      for (var reader : readers) {
        assertThat(reader.join(Duration.ofSeconds(2))).isTrue();
      }
      end.countDown();
    }
  }

  private static void hold(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aLogThatBreaksIsANetworkProblem() {
    var problem =
        problem(
            x -> {
              x.sendResponseHeaders(200, 1000);
              x.getResponseBody().write("one\n".getBytes(StandardCharsets.UTF_8));
              x.getResponseBody().flush();
            },
            PLAIN);
    assertThat(problem).isInstanceOf(Problem.Network.class);
  }

  @Test
  void whyThereIsNoLogIsSaidInClearWords() {
    says(
        400,
        "BadRequest",
        "container \"web\" in pod \"web-1\" is waiting to start: ContainerCreating",
        "Container web of Pod shop/web-1 has not started: ContainerCreating");
    says(
        400,
        "BadRequest",
        "container \"web\" in pod \"web-1\" is waiting to start: trying and failing to pull image",
        "Container web of Pod shop/web-1 has not started: trying and failing to pull image");
    says(
        400,
        "BadRequest",
        "previous terminated container \"web\" in pod \"web-1\" not found",
        "Container web of Pod shop/web-1 had no run before this one");
    says(
        400,
        "BadRequest",
        "container web is not valid for pod web-1",
        "Pod shop/web-1 has no container web");
    says(
        500,
        "InternalError",
        "Get \"https://10.0.0.1:10250/containerLogs/shop/web-1/web\": dial tcp: i/o timeout",
        "The node of Pod shop/web-1 did not give its log");
    var several =
        problem(
            x ->
                ApiDouble.status(
                    x,
                    400,
                    "BadRequest",
                    "a container name must be specified for pod web-1, choose one of: [web proxy]"),
            new Cluster.Log("", 10, false, false));
    assertThat(several.sentence())
        .isEqualTo(
            "Pod shop/web-1 has several containers (Pod shop/web-1). Choose one of: web, proxy");
  }

  private void says(int code, String reason, String server, String words) {
    var problem = problem(x -> ApiDouble.status(x, code, reason, server), PLAIN);
    assertThat(problem.what()).isEqualTo(words);
    assertThat(problem.detail()).contains(server);
  }

  @Test
  void whatIsNotOnANodeHasNoLog() {
    var problem = problem(x -> x.sendResponseHeaders(204, -1), PLAIN);
    assertThat(problem).isInstanceOf(Problem.NotFound.class);
    assertThat(problem.what()).isEqualTo("Pod shop/web-1 is on no node yet, so it has no log");
  }
}

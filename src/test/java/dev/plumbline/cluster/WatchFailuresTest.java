package dev.plumbline.cluster;

import static dev.plumbline.cluster.Real.CONFIG_MAP;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a watch does when the server does not go on as hoped.
class WatchFailuresTest {

  @TempDir Path folder;

  private final AtomicInteger watches = new AtomicInteger();
  private final AtomicInteger lists = new AtomicInteger();

  /// Answers the Nth watch, from 1.
  private interface Watch {
    void answer(HttpExchange exchange, int n) throws IOException;
  }

  private ApiDouble serving(Watch watch) {
    return new ApiDouble(exchange -> {
      var query = exchange.getRequestURI().getRawQuery();
      if (query.contains("watch=1")) {
        watch.answer(exchange, watches.incrementAndGet());
      } else {
        list(exchange, lists.incrementAndGet());
      }
    });
  }

  private static void list(HttpExchange exchange, int n) throws IOException {
    ApiDouble.json(
        exchange,
        200,
        """
        {"kind":"ConfigMapList","apiVersion":"v1","metadata":{"resourceVersion":"%d00"},
         "items":[{"metadata":{"name":"of-list-%d"}}]}\
        """
            .formatted(n, n));
  }

  private static void lines(HttpExchange exchange, String... lines) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    for (var line : lines) {
      exchange.getResponseBody().write(line.getBytes(StandardCharsets.UTF_8));
      exchange.getResponseBody().flush();
    }
  }

  private static String event(String type, String name, String version) {
    return """
    {"type":"%s","object":{"kind":"ConfigMap","apiVersion":"v1",\
    "metadata":{"name":"%s","resourceVersion":"%s"}}}
    """
        .formatted(type, name, version);
  }

  private static void stay() {
    Waits.pause(Duration.ofSeconds(20), Cancel.never());
  }

  private Cluster open(ApiDouble server) {
    return server.open(folder, "{token: t}", new NoPrograms());
  }

  @Test
  void anEndInOrderIsNoLossAndTheWatchGoesOnWhereItWas() {
    try (var server =
            serving((x, n) -> {
              if (n == 1) {
                lines(x, event("ADDED", "a", "101"), event("BOOKMARK", "", "150"));
              } else {
                lines(x, event("MODIFIED", "a", "151"));
                stay();
              }
            });
        var cluster = open(server)) {
      var seen = new Recorder();
      try (var watching = cluster.watch(CONFIG_MAP, "shop", seen)) {
        seen.until(() -> seen.count("changed a") == 2);
        assertThat(watching).isNotNull();
        assertThat(seen.problems).isEmpty();
        assertThat(lists).hasValue(1);
        assertThat(server.requests.get(1)).contains("resourceVersion=100");
        assertThat(server.requests.get(2)).contains("resourceVersion=150");
      }
    }
  }

  @Test
  void aForgottenVersionIsListedAgainWithoutALoss() {
    var gone =
        """
        {"type":"ERROR","object":{"kind":"Status","code":410,"reason":"Expired","message":"old"}}
        """;
    try (var server =
            serving((x, n) -> {
              switch (n) {
                case 1 -> lines(x, event("ADDED", "a", "101"), gone);
                case 2 -> ApiDouble.status(x, 410, "Expired", "too old");
                default -> {
                  lines(x, event("ADDED", "b", "301"));
                  stay();
                }
              }
            });
        var cluster = open(server)) {
      var seen = new Recorder();
      try (var watching = cluster.watch(CONFIG_MAP, "shop", seen)) {
        seen.until(() -> seen.count("changed b") == 1);
        assertThat(watching).isNotNull();
        assertThat(seen.problems).isEmpty();
        assertThat(seen.count("replaced")).isEqualTo(3);
        assertThat(seen.objects()).containsOnlyKeys("of-list-3", "b");
      }
    }
  }

  @Test
  void halfALineIsALossAndNotAnEvent() {
    try (var server =
            serving((x, n) -> {
              if (n == 1) {
                var whole = event("ADDED", "a", "101");
                lines(x, whole, whole.substring(0, 40));
              } else {
                lines(x, event("ADDED", "b", "102"));
                stay();
              }
            });
        var cluster = open(server)) {
      var seen = new Recorder();
      try (var watching = cluster.watch(CONFIG_MAP, "shop", seen)) {
        seen.until(() -> seen.count("changed b") == 1);
        assertThat(watching).isNotNull();
        assertThat(seen.calls())
            .containsExactly(
                "replaced", "current", "changed a", "lost Network", "current", "changed b");
        assertThat(lists).hasValue(1);
        assertThat(server.requests.get(2)).contains("resourceVersion=101");
      }
    }
  }

  @Test
  void whatMakesNoSenseIsToldAndListedAgain() {
    try (var server =
            serving((x, n) -> {
              if (n == 1) {
                lines(x, "<html>\n");
              } else {
                lines(x, event("ADDED", "b", "102"));
                stay();
              }
            });
        var cluster = open(server)) {
      var seen = new Recorder();
      try (var watching = cluster.watch(CONFIG_MAP, "shop", seen)) {
        seen.until(() -> seen.count("changed b") == 1);
        assertThat(watching).isNotNull();
        assertThat(seen.problems).hasOnlyElementsOfType(Problem.Unexpected.class).hasSize(1);
        assertThat(lists).hasValue(2);
      }
    }
  }

  @Test
  void aLoginThatExpiresIsRenewedOrToldOnce() throws IOException {
    Files.writeString(folder.resolve("t"), "old");
    try (var server =
            new ApiDouble(x -> {
              if ("Bearer new".equals(x.getRequestHeaders().getFirst("Authorization"))) {
                if (x.getRequestURI().getRawQuery().contains("watch=1")) {
                  lines(x, event("ADDED", "b", "102"));
                  stay();
                }
                list(x, 1);
              } else {
                ApiDouble.status(x, 401, "Unauthorized", "Unauthorized");
              }
            });
        var cluster = server.open(folder, "{tokenFile: t}", new NoPrograms())) {
      var seen = new Recorder();
      try (var watching = cluster.watch(CONFIG_MAP, "shop", seen)) {
        seen.until(() -> server.requests.size() >= 4);
        assertThat(watching).isNotNull();
        assertThat(seen.count("lost Auth")).isEqualTo(1);
        Files.writeString(folder.resolve("t"), "new");
        seen.until(() -> seen.count("changed b") == 1);
        assertThat(seen.count("lost Auth")).isEqualTo(1);
      }
    }
  }

  @Test
  void aWatchThatAlwaysEndsAtOnceIsALoss() {
    try (var server = serving((x, n) -> lines(x));
        var cluster = open(server)) {
      var seen = new Recorder();
      try (var watching = cluster.watch(CONFIG_MAP, "shop", seen)) {
        seen.until(() -> seen.count("lost Network") == 1);
        assertThat(watching).isNotNull();
        assertThat(watches.get()).isLessThan(10);
      }
    }
  }

  @Test
  void closingStopsAWaitingWatchAtOnce() {
    var ended = new AtomicInteger();
    try (var server =
            serving((x, n) -> {
              lines(x, event("ADDED", "a", "101"));
              try {
                while (true) {
                  Waits.pause(Duration.ofMillis(50), Cancel.never());
                  x.getResponseBody().write('\n');
                  x.getResponseBody().flush();
                }
              } catch (IOException gone) {
                ended.incrementAndGet();
              }
            });
        var cluster = open(server)) {
      var seen = new Recorder();
      var watching = cluster.watch(CONFIG_MAP, "shop", seen);
      seen.until(() -> seen.count("changed a") == 1);
      watching.close();
      for (int i = 0; i < 100 && ended.get() == 0; i++) {
        Waits.pause(Duration.ofMillis(50), Cancel.never());
      }
      assertThat(ended).as("the server noticed").hasValue(1);
      assertThat(seen.problems).isEmpty();
      assertThat(watches).hasValue(1);
    }
  }
}

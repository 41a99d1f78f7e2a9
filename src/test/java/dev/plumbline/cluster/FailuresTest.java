package dev.plumbline.cluster;

import static dev.plumbline.cluster.Real.CONFIG_MAP;
import static dev.plumbline.cluster.Real.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Secrets;
import dev.plumbline.model.Tree;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Answers that are not a success, and no answers.
class FailuresTest {

  @TempDir Path folder;

  private final Cancel cancel = Cancel.never();
  private final Tree.Obj body = Real.configMap("shop", "a", "x");

  private Cluster open(ApiDouble server) {
    return server.open(folder, "{token: t}", new NoPrograms());
  }

  private Problem afterApply(int code, String reason, String message) {
    try (var server = new ApiDouble(x -> ApiDouble.status(x, code, reason, message))) {
      return problem(() -> open(server).apply(CONFIG_MAP, body, "plumbline", true, true, cancel));
    }
  }

  @Test
  void aSecretsValuesAreNotRepeated() {
    var secret =
        Secrets.hide(
            Tree.obj(
                "apiVersion", Tree.str("v1"),
                "kind", Tree.str("Secret"),
                "metadata", Tree.obj("name", Tree.str("a"), "namespace", Tree.str("shop")),
                "stringData",
                    Tree.obj("pin", new Tree.Num("987654321"), "pw", Tree.str("h\"nter2"))));
    var said =
        ".stringData.pin: expected string, got &value.valueUnstructured{Value:987654321}; h\"nter2";
    try (var server = new ApiDouble(x -> ApiDouble.status(x, 500, "", said))) {
      var problem =
          problem(() -> open(server).apply(CONFIG_MAP, secret, "plumbline", true, true, cancel));
      assertThat(problem.toString()).doesNotContain("987654321").doesNotContain("nter2");
      assertThat(problem.detail()).contains(".stringData.pin: expected string");
    }
  }

  @Test
  void webhooksAndPoliciesAreNamed() {
    var denied =
        afterApply(
            400, "BadRequest", "admission webhook \"quota.acme.io\" denied the request: too much");
    assertThat(denied).isInstanceOf(Problem.Rejected.class);
    assertThat(denied.what()).isEqualTo("The webhook quota.acme.io refused ConfigMap shop/a");
    assertThat(denied.detail()).contains("denied the request: too much");

    var unreachable =
        afterApply(
            500,
            "InternalError",
            "Internal error occurred: failed calling webhook \"quota.acme.io\": deadline exceeded");
    assertThat(unreachable).isInstanceOf(Problem.Rejected.class);
    assertThat(unreachable.what())
        .isEqualTo("The webhook quota.acme.io could not be asked about ConfigMap shop/a");

    var policy =
        afterApply(
            422,
            "Invalid",
            "configmaps \"a\" is forbidden: ValidatingAdmissionPolicy 'no-x' with binding 'b'"
                + " denied request: no");
    assertThat(policy.what()).isEqualTo("The admission policy no-x refused ConfigMap shop/a");
  }

  @Test
  void a403OfAdmissionIsNotAMatterOfPermissions() {
    assertThat(
            afterApply(
                403,
                "Forbidden",
                "configmaps \"a\" is forbidden: unable to create new content in namespace shop"
                    + " because it is being terminated"))
        .isInstanceOf(Problem.Rejected.class);
    assertThat(
            afterApply(
                403,
                "Forbidden",
                "configmaps \"a\" is forbidden: User \"v\" cannot patch resource \"configmaps\" in"
                    + " API group \"\" in the namespace \"shop\""))
        .isInstanceOf(Problem.Forbidden.class)
        .extracting(Problem::what)
        .isEqualTo("You may not patch configmaps in shop (RBAC)");
  }

  @Test
  void causesThatTheMessageDoesNotRepeatAreKept() {
    var status =
        """
        {"kind":"Status","code":422,"reason":"Invalid","message":"it is invalid","details":
         {"causes":[{"field":".data","message":"too long"},{"field":"x","message":"invalid"}]}}\
        """;
    try (var server = new ApiDouble(x -> ApiDouble.json(x, 422, status))) {
      assertThat(problem(() -> open(server).create(CONFIG_MAP, body, "p", cancel)).detail())
          .isEqualTo("it is invalid\n.data: too long (reason Invalid)");
    }
  }

  @Test
  void whatIsNoObjectIsUnexpected() {
    for (var answer : List.of("<html>login</html>", "[1]", "")) {
      try (var server = new ApiDouble(x -> ApiDouble.json(x, 200, answer))) {
        assertThat(problem(() -> open(server).get(CONFIG_MAP, "shop", "a", cancel)))
            .isInstanceOf(Problem.Unexpected.class);
      }
    }
    try (var server = new ApiDouble(x -> ApiDouble.json(x, 302, "moved"))) {
      var problem = problem(() -> open(server).get(CONFIG_MAP, "shop", "a", cancel));
      assertThat(problem).isInstanceOf(Problem.Unexpected.class);
      assertThat(problem.what()).contains("HTTP 302");
    }
  }

  @Test
  void a404OfAProxyIsNotAMissingObject() {
    try (var server = new ApiDouble(x -> ApiDouble.json(x, 404, "404 page not found"))) {
      assertThat(problem(() -> open(server).get(CONFIG_MAP, "shop", "a", cancel)))
          .isInstanceOf(Problem.NotFound.class)
          .extracting(Problem::detail)
          .isEqualTo("404 page not found");
    }
  }

  @Test
  void waitsWhenTheServerAsksForItAndGivesUpInTheEnd() {
    var count = new AtomicInteger();
    try (var server =
        new ApiDouble(x -> {
          if (count.incrementAndGet() < 3) {
            x.getResponseHeaders().add("Retry-After", "0");
            ApiDouble.status(x, 429, "TooManyRequests", "later");
          } else {
            ApiDouble.json(x, 201, "{\"kind\":\"ConfigMap\"}");
          }
        })) {
      open(server).create(CONFIG_MAP, body, "p", cancel);
      assertThat(server.requests).hasSize(3);
    }
    try (var server = new ApiDouble(x -> later(x, 503))) {
      assertThat(problem(() -> open(server).version(cancel))).isInstanceOf(Problem.Network.class);
      assertThat(server.requests).hasSize(5);
    }
    try (var server = new ApiDouble(x -> ApiDouble.status(x, 503, "", "no hint"))) {
      assertThat(problem(() -> open(server).version(cancel))).isInstanceOf(Problem.Network.class);
      assertThat(server.requests).hasSize(1);
    }
  }

  private static void later(HttpExchange exchange, int code) throws IOException {
    exchange.getResponseHeaders().add("Retry-After", "0");
    ApiDouble.status(exchange, code, "", "later");
  }

  @Test
  void aReadIsSentOnceMoreWhenTheConnectionBreaksAWriteIsNot() {
    var count = new AtomicInteger();
    try (var server =
        new ApiDouble(x -> {
          if (count.incrementAndGet() > 1) {
            ApiDouble.json(x, 200, "{\"gitVersion\":\"v1\"}");
          }
        })) {
      assertThat(open(server).version(cancel)).isEqualTo("v1");
      assertThat(server.requests).hasSize(2);
    }
    try (var server = new ApiDouble(x -> {})) {
      var problem =
          problem(() -> open(server).apply(CONFIG_MAP, body, "plumbline", true, true, cancel));
      assertThat(problem).isInstanceOf(Problem.Network.class);
      assertThat(problem.what()).isEqualTo("The connection to the API server of test broke");
      assertThat(server.requests).hasSize(1);
    }
  }

  @Test
  void noConnectionIsSaidInWords() {
    assertThat(problem(() -> to("http://127.0.0.1:1").version(cancel)))
        .isInstanceOf(Problem.Network.class)
        .extracting(Problem::what)
        .isEqualTo("The API server of test refuses the connection");
    assertThat(problem(() -> to("http://no-such-host.invalid").version(cancel)))
        .isInstanceOf(Problem.Network.class)
        .extracting(Problem::what)
        .isEqualTo("The host of the API server of test is not known");
    assertThat(problem(() -> to("nonsense").version(cancel))).isInstanceOf(Problem.Auth.class);
  }

  private Cluster to(String url) {
    return ApiDouble.open(folder, url, "{}", new NoPrograms());
  }

  @Test
  void aCancelEndsAWaitAtOnce() throws InterruptedException {
    var reached = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    try (var server =
        new ApiDouble(x -> {
          reached.countDown();
          try {
            release.await(30, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        })) {
      var stop = new Cancel();
      var waiting =
          Thread.ofVirtual()
              .start(() -> {
                reached.countDown();
                assertThat(problem(() -> open(server).version(stop)))
                    .isInstanceOf(Problem.Cancelled.class);
                release.countDown();
              });
      assertThat(reached.await(10, TimeUnit.SECONDS)).isTrue();
      stop.cancel();
      assertThat(waiting.join(Duration.ofSeconds(10))).isTrue();
      assertThat(release.getCount()).isZero();
    }
  }

  @Test
  void noMoreThanSixteenRequestsAreUnderWay() throws InterruptedException {
    var now = new AtomicInteger();
    var most = new AtomicInteger();
    try (var server =
        new ApiDouble(x -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          Waits.pause(Duration.ofMillis(20), Cancel.never());
          now.decrementAndGet();
          ApiDouble.json(x, 200, "{}");
        })) {
      var cluster = open(server);
      var threads =
          java.util.stream.IntStream.range(0, 60)
              .mapToObj(i -> Thread.ofVirtual().start(() -> cluster.version(cancel)))
              .toList();
      for (var thread : threads) {
        thread.join();
      }
      assertThat(server.requests).hasSize(60);
      assertThat(most.get()).isBetween(2, 16);
    }
  }

  @Test
  void aForgottenContinuationBeginsTheListAgain() {
    var gone = new AtomicInteger();
    try (var server =
        new ApiDouble(x -> {
          var query = x.getRequestURI().getRawQuery();
          if (query.contains("continue=c%2F1") && gone.getAndIncrement() == 0) {
            ApiDouble.status(x, 410, "Expired", "too old");
          } else if (query.contains("continue")) {
            ApiDouble.json(
                x,
                200,
                """
                {"kind":"ConfigMapList","apiVersion":"v1","metadata":{"resourceVersion":"9"},
                 "items":[{"metadata":{"name":"b"}}]}\
                """);
          } else {
            ApiDouble.json(
                x,
                200,
                """
                {"kind":"ConfigMapList","apiVersion":"v1",
                 "metadata":{"resourceVersion":"9","continue":"c/1"},
                 "items":[{"metadata":{"name":"a"}}]}\
                """);
          }
        })) {
      var listing = open(server).list(CONFIG_MAP, "shop", cancel);
      assertThat(listing.items())
          .containsExactly(
              Real.object(
                  "{\"kind\":\"ConfigMap\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"a\"}}"),
              Real.object(
                  "{\"kind\":\"ConfigMap\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"b\"}}"));
      assertThat(listing.resourceVersion()).isEqualTo("9");
      assertThat(server.requests).hasSize(4);
    }
  }

  @Test
  void problemsCarryNoTokens() {
    try (var server = new ApiDouble(x -> ApiDouble.status(x, 500, "", "boom"))) {
      try {
        server.open(folder, "{token: hunter2}", new NoPrograms()).version(cancel);
      } catch (ProblemException e) {
        assertThat(e.problem().toString()).doesNotContain("hunter2");
      }
    }
  }
}

package dev.plumbline.driver.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.Cause;
import dev.plumbline.drift.ResourceDrift;
import dev.plumbline.driver.Observation;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Tree;
import dev.plumbline.testing.CallCounter;
import dev.plumbline.testing.ControlPlane;
import dev.plumbline.testing.Webhook;
import dev.plumbline.yaml.Json;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is decided without a request, and what is asked, on a real API server.
class RealVerdictTest {

  private static final String FOUR =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: settings}
      data: {a: "1", b: "2"}
      ---
      apiVersion: v1
      kind: Secret
      metadata: {name: login}
      data: {password: aHVudGVyMg==}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: web}
      spec:
        selector: {app: web}
        ports: [{name: http, port: 80, protocol: TCP, targetPort: 8080}]
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web, labels: {app: web}}
      spec:
        replicas: 0
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec:
            containers:
              - name: web
                image: example.com/web:1
                env: [{name: A, value: "1"}, {name: B, value: "2"}]
      """;
  private static final String ONE =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: settings}
      data: {a: "1"}
      """;

  private static ControlPlane plane;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    plane = ControlPlane.quiet();
  }

  private Scene scene(String name) {
    return new Scene(plane, "admin", plane.namespace(name));
  }

  private static boolean allInSync(Observation seen) {
    return seen.resources().stream().allMatch(r -> r instanceof ResourceDrift.InSync);
  }

  @Test
  void whatWeAppliedIsCertainWithoutARequest() {
    try (var scene = scene("certain").git(FOUR).apply()) {
      var seen = scene.lookUntil(RealVerdictTest::allInSync);
      assertThat(seen.effort().asked()).isEmpty();
      assertThat(seen.effort().certain()).isEqualTo(4);
      assertThat(scene.calls.take()).doesNotContainKey("apply").doesNotContainKey("get");
      var again = scene.look();
      assertThat(again.effort()).isEqualTo(new Observation.Effort(4, 0, Map.of()));
      assertThat(scene.calls.take()).isEmpty();
    }
  }

  @Test
  void aDriftedObjectIsAskedAboutOnceAndAloneAndStatusCostsNothing() {
    try (var scene = scene("drifted").git(FOUR).apply()) {
      scene.lookUntil(RealVerdictTest::allInSync);
      scene.patch(
          "ConfigMap", "settings", "", (Tree.Obj) Json.parse("{\"data\":{\"a\":\"9\"}}", ""));
      scene.calls.take();
      var seen = scene.lookUntil(s -> Scene.words(s).contains("changed"));
      assertThat(Scene.words(seen)).containsOnlyOnce("changed");
      assertThat(scene.calls.take()).isEqualTo(Map.of("apply", 1L));
      assertThat(scene.look().effort()).isEqualTo(new Observation.Effort(4, 0, Map.of()));

      int before = scene.changes.get();
      scene.patch(
          "Deployment",
          "web",
          "status",
          (Tree.Obj) Json.parse("{\"status\":{\"observedGeneration\":1}}", ""));
      scene.patch(
          "ConfigMap", "settings", "", (Tree.Obj) Json.parse("{\"data\":{\"a\":\"1\"}}", ""));
      var back = scene.lookUntil(RealVerdictTest::allInSync);
      assertThat(scene.changes.get()).isEqualTo(before + 1);
      assertThat(back.effort().remembered()).isEqualTo(3);
      assertThat(scene.calls.take()).containsOnlyKeys("apply").containsEntry("apply", 1L);
    }
  }

  @Test
  void aPersonWhoAsksGetsTheServersOwnAnswer() {
    try (var scene = scene("asked").git(FOUR).apply()) {
      scene.lookUntil(RealVerdictTest::allInSync);
      scene.calls.take();
      var seen = scene.ask();
      assertThat(allInSync(seen)).isTrue();
      assertThat(seen.effort().asks()).isEqualTo(4);
      assertThat(scene.calls.take()).containsEntry("apply", 4L);
    }
  }

  @Test
  void aWebhookThatMayChangeAnObjectMakesItUncertain() {
    var name = plane.namespace("hooked");
    plane.kubectl("", "label", "namespace", name, "hooked=" + name);
    try (var scene = new Scene(plane, "admin", name).git(FOUR).apply();
        var webhook = new Webhook(folder, "hook")) {
      assertThat(scene.lookUntil(RealVerdictTest::allInSync).effort().certain()).isEqualTo(4);
      plane.kubectl(webhook.registration(name, "hooked: elsewhere"), "apply", "-f", "-");
      var elsewhere = scene.lookUntil(s -> s.effort().remembered() < 4);
      assertThat(elsewhere.effort().certain()).isEqualTo(4);
      assertThat(webhook.asked()).isZero();

      plane.kubectl(webhook.registration(name, "hooked: " + name), "apply", "-f", "-");
      // The server's own webhook list may be a moment behind its watch.
      var seen =
          scene.lookUntil(s -> {
            if (s.resources().stream().anyMatch(r -> !r.fields().isEmpty())) {
              return true;
            }
            scene.ask();
            return false;
          });
      // Git does not say it, so it is told as admission's and does not count.
      assertThat(seen.resources().getFirst().fields())
          .singleElement()
          .satisfies(f -> {
            assertThat(f.path().toString()).contains("annotations");
            assertThat(f.cause()).isEqualTo(Cause.ADMISSION);
            assertThat(f.counts()).isFalse();
          });
      assertThat(seen.resources().subList(1, 4)).allMatch(r -> r.fields().isEmpty());
    } finally {
      plane.kubectl("", "delete", "mutatingwebhookconfiguration", name, "--ignore-not-found");
    }
  }

  @Test
  void aViewerIsNeverToldThatAnythingIsInSync() {
    var name = plane.namespace("viewer");
    try (var admin = new Scene(plane, "admin", name).git(ONE).apply();
        var viewer = new Scene(plane, "viewer", name).git(ONE)) {
      admin.lookUntil(RealVerdictTest::allInSync);
      var seen = viewer.look();
      assertThat(seen.resources())
          .singleElement()
          .isInstanceOfSatisfying(
              ResourceDrift.Unknown.class,
              u -> assertThat(u.problem()).isInstanceOf(Problem.Forbidden.class));
      assertThat(seen.effort().certain()).isZero();
    }
  }

  @Test
  void anOpenApiThatMakesNoSenseIsAskedAroundAndOthersAreNotConcerned() {
    CallCounter.Instead nonsense =
        (method, arguments) -> {
          if (method.equals("openApi") && arguments[0].toString().contains("apis/apps/v1")) {
            throw new ProblemException(new Problem.Unexpected("no JSON", "", "", ""));
          }
          return method.equals("openApi") && arguments[0].toString().contains("api/v1")
              ? Json.parse("{\"components\":{\"schemas\":{\"x\":[1],\"y\":{\"type\":7}}}}", "")
              : null;
        };
    var name = plane.namespace("nonsense");
    try (var scene = new Scene(plane, "admin", name, nonsense).git(FOUR).apply()) {
      var seen = scene.lookUntil(RealVerdictTest::allInSync);
      assertThat(seen.effort().certain()).isZero();
      assertThat(seen.effort().asks()).isEqualTo(4);
    }
  }

  @Test
  void withoutOpenApiTheServerIsAsked() {
    var name = plane.namespace("untyped");
    CallCounter.Instead none =
        (method, arguments) -> method.equals("openApi") && arguments.length == 1 ? Map.of() : null;
    try (var scene = new Scene(plane, "admin", name, none).git(ONE).apply()) {
      var seen = scene.lookUntil(RealVerdictTest::allInSync);
      assertThat(seen.effort().asked().keySet())
          .singleElement()
          .asString()
          .contains("describes no types");
      assertThat(scene.look().effort().remembered()).isOne();
    }
  }
}

package dev.plumbline.cluster;

import static dev.plumbline.cluster.Real.CONFIG_MAP;
import static dev.plumbline.cluster.Real.configMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.Problem;
import dev.plumbline.testing.ControlPlane;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Watches against a real API server, through a cable that is cut.
class RealWatchTest {

  private static final int MANY = 300;

  private static ControlPlane plane;

  @TempDir Path folder;

  private final Cancel cancel = Cancel.never();

  @BeforeAll
  static void connect() {
    plane = ControlPlane.shared();
  }

  private void apply(Cluster cluster, String namespace, String name, String value) {
    cluster.apply(CONFIG_MAP, configMap(namespace, name, value), "plumbline", true, false, cancel);
  }

  @Test
  void tellsWhatIsAddedChangedAndDeleted() {
    var namespace = plane.namespace("watch");
    try (var cluster = Real.as(plane, "admin")) {
      apply(cluster, namespace, "before", "1");
      var seen = new Recorder();
      try (var watching = cluster.watch(CONFIG_MAP, namespace, seen)) {
        seen.until(() -> seen.count("current") > 0);
        assertThat(watching).isNotNull();
        assertThat(seen.calls().getFirst()).isEqualTo("replaced");
        assertThat(seen.objects()).containsKey("before");
        apply(cluster, namespace, "later", "1");
        apply(cluster, namespace, "later", "2");
        plane.kubectl("", "-n", namespace, "delete", "configmap", "before");
        seen.until(() -> seen.count("deleted before") == 1);
        assertThat(seen.count("changed later")).isEqualTo(2);
        assertThat(seen.objects().get("later"))
            .isEqualTo(cluster.get(CONFIG_MAP, namespace, "later", cancel).orElseThrow());
        assertThat(seen.problems).isEmpty();
      }
      var told = seen.calls().size();
      apply(cluster, namespace, "unseen", "1");
      Waits.pause(java.time.Duration.ofMillis(300), cancel);
      assertThat(seen.calls()).hasSize(told);
    }
  }

  @Test
  void aCutIsToldAndWhatHappenedMeanwhileIsCaughtUp() {
    var namespace = plane.namespace("cut");
    try (var admin = Real.as(plane, "admin");
        var cable = new Cable(Real.port(plane));
        var cluster = Real.through(plane, cable, folder)) {
      apply(admin, namespace, "stays", "1");
      apply(admin, namespace, "goes", "1");
      var seen = new Recorder();
      try (var watching = cluster.watch(CONFIG_MAP, namespace, seen)) {
        seen.until(() -> seen.count("current") == 1);
        assertThat(watching).isNotNull();
        cable.cut();
        seen.until(() -> seen.count("lost Network") == 1);
        apply(admin, namespace, "stays", "2");
        plane.kubectl("", "-n", namespace, "delete", "configmap", "goes");
        cable.plug();
        seen.until(() ->
            seen.objects.containsKey("stays")
                && !seen.objects.containsKey("goes")
                && seen.objects.get("stays").text("data", "a").filter("2"::equals).isPresent());
        assertThat(seen.count("replaced")).as("it goes on where it was").isEqualTo(1);
        assertThat(seen.count("current")).isGreaterThanOrEqualTo(2);
        assertThat(seen.calls().indexOf("lost Network"))
            .isLessThan(seen.calls().lastIndexOf("current"));
      }
    }
  }

  @Test
  void threeHundredWatchesShareFewConnectionsAndSurviveACut() {
    var namespace = plane.namespace("many");
    try (var admin = Real.as(plane, "admin");
        var cable = new Cable(Real.port(plane));
        var cluster = Real.through(plane, cable, folder)) {
      var all = new ArrayList<Recorder>();
      for (int i = 0; i < MANY; i++) {
        var seen = new Recorder();
        all.add(seen);
        cluster.watch(CONFIG_MAP, namespace, seen);
      }
      all.forEach(r -> r.until(() -> r.count("current") >= 1));
      assertThat(cable.connections.get()).isLessThan(40);
      assertThat(cluster.version(cancel)).startsWith("v");
      apply(admin, namespace, "news", "1");
      all.forEach(r -> r.until(() -> r.count("changed news") == 1));
      assertThat(all).allMatch(r -> r.problems.isEmpty());

      cable.cut();
      all.forEach(r -> r.until(() -> r.count("lost Network") >= 1));
      apply(admin, namespace, "late", "1");
      cable.plug();
      all.forEach(r -> r.until(() -> r.count("changed late") == 1));
      for (var problems : List.of(all.getFirst().problems, all.getLast().problems)) {
        assertThat(problems).allMatch(p -> p instanceof Problem.Network);
      }
    }
  }
}

package dev.plumbline.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.Problem;
import dev.plumbline.testing.ControlPlane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a real API server says of logs, as far as it needs no kubelet, and its field selectors.
class RealLogsTest {

  private final ControlPlane plane = ControlPlane.shared();
  private final String namespace = plane.namespace("logs");

  private void pod(String name, String node) {
    plane.kubectl(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: %s, namespace: %s}
        spec:
          %s
          automountServiceAccountToken: false
          containers: [{name: web, image: shop/web}, {name: proxy, image: shop/proxy}]
        """
            .formatted(name, namespace, node.isEmpty() ? "" : "nodeName: " + node),
        "apply",
        "-f",
        "-");
  }

  private Problem problem(String user, String pod, String container) {
    try (var cluster = Real.as(plane, user)) {
      return Real.problem(() ->
          cluster.log(
              namespace,
              pod,
              new Cluster.Log(container, 10, false, false),
              line -> {
                throw new AssertionError(line);
              },
              Cancel.never()));
    }
  }

  @Test
  void aPodThatIsNotThere() {
    var problem = problem("admin", "web-1", "web");
    assertThat(problem).isInstanceOf(Problem.NotFound.class);
    assertThat(problem.what()).isEqualTo("Pod " + namespace + "/web-1 is not there");
  }

  @Test
  void aPodOnNoNodeAndItsContainers() {
    pod("web-1", "");
    assertThat(problem("admin", "web-1", "web").what())
        .isEqualTo("Pod " + namespace + "/web-1 is on no node yet, so it has no log");
    assertThat(problem("admin", "web-1", "odd").what())
        .isEqualTo("Pod " + namespace + "/web-1 has no container odd");
    assertThat(problem("admin", "web-1", "").whatToDo()).isEqualTo("Choose one of: web, proxy");
  }

  @Test
  void aPodOnANodeThatIsGone() {
    pod("web-2", "nowhere");
    var problem = problem("admin", "web-2", "web");
    assertThat(problem).isInstanceOf(Problem.Network.class);
    assertThat(problem.what())
        .isEqualTo("The node of Pod " + namespace + "/web-2 did not give its log");
  }

  @Test
  void whoMayNotReadLogs(@TempDir Path folder) throws IOException {
    pod("web-3", "");
    plane.kubectl("", "create", "serviceaccount", "nobody", "-n", namespace);
    var token = plane.kubectl("", "create", "token", "nobody", "-n", namespace).strip();
    var file = folder.resolve("kubeconfig");
    var known = Files.readString(plane.kubeconfig("token"));
    Files.writeString(file, known.replaceAll("token: \\S+", "token: " + token));
    try (var cluster = Real.current(file)) {
      var problem =
          Real.problem(() ->
              cluster.log(
                  namespace,
                  "web-3",
                  new Cluster.Log("web", 10, false, false),
                  _ -> {},
                  Cancel.never()));
      assertThat(problem).isInstanceOf(Problem.Forbidden.class);
      assertThat(problem.what()).isEqualTo("You may not get pods/log in " + namespace + " (RBAC)");
    }
  }

  @Test
  void eventsAreChosenByTheUidOfWhatTheyAreAbout() {
    try (var cluster = Real.as(plane, "admin")) {
      plane.kubectl("", "create", "deployment", "web", "--image=shop/web", "-n", namespace);
      var uid =
          plane.kubectl(
              "", "get", "deployment", "web", "-n", namespace, "-o", "jsonpath={.metadata.uid}");
      plane.kubectl(
          "", "wait", "--for=create", "rs", "-l", "app=web", "-n", namespace, "--timeout=20s");
      for (var group : List.of("", "events.k8s.io")) {
        var kind = cluster.kind(group, "v1", "Event", Cancel.never()).orElseThrow();
        var field = group.isEmpty() ? "involvedObject" : "regarding";
        assertThat(cluster.list(kind, namespace, field + ".uid=" + uid, Cancel.never()).items())
            .isNotEmpty()
            .allSatisfy(e -> assertThat(e.text(field, "uid")).hasValue(uid));
        assertThat(cluster.list(kind, namespace, field + ".uid=none", Cancel.never()).items())
            .isEmpty();
      }
    }
  }
}

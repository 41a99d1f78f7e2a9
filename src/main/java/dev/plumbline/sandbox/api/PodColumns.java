package dev.plumbline.sandbox.api;

import dev.plumbline.model.Tree;
import java.util.List;
import java.util.Optional;

/// The columns of pods (`printPod` of Kubernetes), but for init containers that go on running.
final class PodColumns {

  private PodColumns() {}

  static List<Column> all() {
    return List.of(
        Column.named(),
        Column.text("Ready", (o, now) -> ready(o) + "/" + o.items("spec", "containers").size()),
        Column.text("Status", (o, now) -> status(o)),
        Column.text("Restarts", (o, now) -> Long.toString(restarts(o))),
        Column.aged(),
        given("IP", "status", "podIP"),
        given("Node", "spec", "nodeName"),
        given("Nominated Node", "status", "nominatedNodeName"),
        Column.text("Readiness Gates", (o, now) -> gates(o)).onlyWide());
  }

  private static Column given(String name, String... path) {
    return Column.text(name, (o, now) -> Columns.some(o.text(path).orElse(""))).onlyWide();
  }

  private static boolean yes(Tree object, String... path) {
    return object.at(path).filter(Tree.bool(true)::equals).isPresent();
  }

  private static long ready(Tree.Obj pod) {
    return pod.items("status", "containerStatuses").stream()
        .filter(c -> yes(c, "ready") && c.at("state", "running").isPresent())
        .count();
  }

  private static long restarts(Tree.Obj pod) {
    return pod.items("status", "containerStatuses").stream()
        .mapToLong(c -> Columns.number(c, "restartCount"))
        .sum();
  }

  private static String status(Tree.Obj pod) {
    if (pod.at("metadata", "deletionTimestamp").isPresent()) {
      return "Terminating";
    }
    var said =
        pod.text("status", "reason")
            .filter(r -> !r.isEmpty())
            .orElse(pod.text("status", "phase").orElse(""));
    var beginning = beginning(pod);
    if (beginning.isPresent()) {
      return beginning.get();
    }
    boolean running = false;
    for (var container : pod.items("status", "containerStatuses").reversed()) {
      var waits = container.text("state", "waiting", "reason").orElse("");
      if (!waits.isEmpty()) {
        said = waits;
      } else if (container.at("state", "terminated").isPresent()) {
        said = ended(container);
      } else if (yes(container, "ready") && container.at("state", "running").isPresent()) {
        running = true;
      }
    }
    if (said.equals("Completed") && running) {
      return isReady(pod) ? "Running" : "NotReady";
    }
    return said;
  }

  private static Optional<String> beginning(Tree.Obj pod) {
    var containers = pod.items("status", "initContainerStatuses");
    int total = pod.items("spec", "initContainers").size();
    for (int i = 0; i < containers.size(); i++) {
      var container = containers.get(i);
      boolean over = container.at("state", "terminated").isPresent();
      if ((over && Columns.number(container, "state", "terminated", "exitCode") == 0)
          || yes(container, "started")) {
        continue;
      }
      var waits = container.text("state", "waiting", "reason").orElse("");
      return Optional.of(
          "Init:"
              + (over
                  ? ended(container)
                  : waits.isEmpty() || waits.equals("PodInitializing") ? i + "/" + total : waits));
    }
    return Optional.empty();
  }

  private static String ended(Tree container) {
    var reason = container.text("state", "terminated", "reason").orElse("");
    long signal = Columns.number(container, "state", "terminated", "signal");
    return !reason.isEmpty()
        ? reason
        : signal != 0
            ? "Signal:" + signal
            : "ExitCode:" + Columns.number(container, "state", "terminated", "exitCode");
  }

  private static boolean isReady(Tree.Obj pod) {
    return holds(pod, "Ready");
  }

  private static boolean holds(Tree.Obj pod, String condition) {
    return pod.items("status", "conditions").stream()
        .anyMatch(c ->
            c.text("type").filter(condition::equals).isPresent()
                && c.text("status").filter("True"::equals).isPresent());
  }

  private static String gates(Tree.Obj pod) {
    var gates = pod.items("spec", "readinessGates");
    long open = gates.stream().filter(g -> holds(pod, g.text("conditionType").orElse(""))).count();
    return gates.isEmpty() ? Columns.some("") : open + "/" + gates.size();
  }
}

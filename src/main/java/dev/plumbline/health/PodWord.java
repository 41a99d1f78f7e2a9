package dev.plumbline.health;

import dev.plumbline.model.Tree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The STATUS column of `kubectl get pods`, by the same rules (printPod of
/// k8s.io/kubernetes/pkg/printers/internalversion).
final class PodWord {

  private PodWord() {}

  static String of(Tree pod) {
    if (pod.at("metadata", "deletionTimestamp").isPresent() && !isOver(pod)) {
      return pod.text("status", "reason").filter("NodeLost"::equals).isPresent()
          ? "Unknown"
          : "Terminating";
    }
    return starting(pod).orElseGet(() -> started(pod));
  }

  private static boolean isOver(Tree pod) {
    var phase = pod.text("status", "phase").orElse("");
    return phase.equals("Succeeded") || phase.equals("Failed");
  }

  private static String base(Tree pod) {
    return Condition.of(pod, "PodScheduled")
        .map(Condition::reason)
        .filter("SchedulingGated"::equals)
        .or(() -> pod.text("status", "reason"))
        .or(() -> pod.text("status", "phase"))
        .orElse("Unknown");
  }

  /// What its init containers say, while they are not through.
  private static Optional<String> starting(Tree pod) {
    if (Condition.met(pod, "Initialized").isPresent()) {
      return Optional.empty();
    }
    var statuses = pod.items("status", "initContainerStatuses");
    var sidecars = sidecars(pod);
    for (int i = 0; i < statuses.size(); i++) {
      var container = statuses.get(i);
      var ended = container.at("state", "terminated");
      boolean through = ended.isPresent() && Numbers.at(ended.get(), 0, "exitCode") == 0;
      boolean sidecar =
          sidecars.getOrDefault(container.text("name").orElse(""), false)
              && container.at("started").filter(Tree.bool(true)::equals).isPresent();
      if (through || sidecar) {
        continue;
      }
      if (ended.isPresent()) {
        return Optional.of("Init:" + ending(ended.get()));
      }
      var waiting =
          container
              .text("state", "waiting", "reason")
              .filter(r -> !r.isEmpty() && !r.equals("PodInitializing"));
      return Optional.of("Init:" + waiting.orElse(i + "/" + sidecars.size()));
    }
    return Optional.empty();
  }

  private static String started(Tree pod) {
    var word = base(pod);
    boolean running = false;
    var statuses = pod.items("status", "containerStatuses");
    for (var container : statuses.reversed()) {
      var waiting = container.text("state", "waiting", "reason").filter(r -> !r.isEmpty());
      var ended = container.at("state", "terminated");
      if (waiting.isPresent()) {
        word = waiting.get();
      } else if (ended.isPresent()) {
        word = ending(ended.get());
      } else if (container.at("ready").filter(Tree.bool(true)::equals).isPresent()
          && container.at("state", "running").isPresent()) {
        running = true;
      }
    }
    if (word.equals("Completed") && running) {
      return Condition.met(pod, "Ready").isPresent() ? "Running" : "NotReady";
    }
    return word.equals("Succeeded") ? "Completed" : word;
  }

  private static String ending(Tree ended) {
    int signal = Numbers.at(ended, 0, "signal");
    return ended
        .text("reason")
        .filter(r -> !r.isEmpty())
        .orElse(signal != 0 ? "Signal:" + signal : "ExitCode:" + Numbers.at(ended, 0, "exitCode"));
  }

  /// Each init container, and whether it runs on beside the others.
  private static Map<String, Boolean> sidecars(Tree pod) {
    var all = new HashMap<String, Boolean>();
    List<Tree> declared = pod.items("spec", "initContainers");
    for (var container : declared) {
      all.put(
          container.text("name").orElse(""),
          container.text("restartPolicy").filter("Always"::equals).isPresent());
    }
    return all;
  }
}

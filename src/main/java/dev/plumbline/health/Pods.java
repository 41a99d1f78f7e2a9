package dev.plumbline.health;

import static dev.plumbline.health.Verdict.degraded;
import static dev.plumbline.health.Verdict.healthy;
import static dev.plumbline.health.Verdict.progressing;

import dev.plumbline.model.Health;
import dev.plumbline.model.Tree;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A Pod, as Argo CD judges it, with two differences: one that cannot be scheduled is degraded
/// (kstatus says so after 15 s; here no clock is asked), and so is one whose container ended with a
/// failure and waits for its next run, whatever its restart policy.
final class Pods {

  private Pods() {}

  static Health health(Tree pod) {
    return switch (pod.text("status", "phase").orElse("")) {
      case "Succeeded" -> healthy("Completed");
      case "Failed" -> degraded(failure(pod));
      case "Pending" -> pending(pod);
      case "Running" -> running(pod);
      case "Unknown" -> Verdict.unknown("Its node does not answer");
      default -> Verdict.silent();
    };
  }

  private static Health pending(Tree pod) {
    var unschedulable =
        Condition.of(pod, "PodScheduled").filter(c -> c.reason().equals("Unschedulable"));
    if (unschedulable.isPresent()) {
      return degraded(unschedulable.get().words());
    }
    return stuck(pod).orElseGet(() -> progressing(words(pod, "It is not started yet")));
  }

  private static Health running(Tree pod) {
    var stuck = stuck(pod);
    if (stuck.isPresent()) {
      return stuck.get();
    }
    var containers = pod.items("status", "containerStatuses");
    var ready = containers.stream().filter(c -> isTrue(c, "ready")).count();
    var text = ready + " of " + containers.size() + " containers ready";
    if (!restarts(pod)) {
      return progressing(text);
    }
    return ready == containers.size() && ready > 0 ? healthy(text) : progressing(text);
  }

  /// A container that waits because something went wrong, or that ended with a failure.
  private static Optional<Health> stuck(Tree pod) {
    return statuses(pod)
        .flatMap(c -> trouble(c).stream())
        .reduce((a, b) -> a + "; " + b)
        .map(Verdict::degraded);
  }

  private static Optional<String> trouble(Tree container) {
    var name = container.text("name").orElse("");
    var waiting = container.text("state", "waiting", "reason").orElse("");
    if (isTrouble(waiting)) {
      var said = container.text("state", "waiting", "message").map(m -> ": " + m).orElse("");
      return Optional.of(
          name + ": " + waiting + ended(container, "lastState").map(e -> ", " + e).orElse(said));
    }
    return ended(container, "state").map(e -> name + ": " + e);
  }

  /// How a run failed: `OOMKilled, exit code 137`. Empty when it did not.
  private static Optional<String> ended(Tree container, String which) {
    var run = container.at(which, "terminated");
    int code = run.map(r -> Numbers.at(r, 0, "exitCode")).orElse(0);
    if (code == 0) {
      return Optional.empty();
    }
    int restarts = Numbers.at(container, 0, "restartCount");
    return Optional.of(
        run.get().text("reason").orElse("Error")
            + ", exit code "
            + code
            + (restarts > 0 ? ", restarted " + restarts + " times" : ""));
  }

  private static boolean isTrouble(String reason) {
    return reason.startsWith("Err")
        || reason.startsWith("Invalid")
        || reason.endsWith("Error")
        || reason.endsWith("BackOff");
  }

  private static String failure(Tree pod) {
    return pod.text("status", "message")
        .or(() -> stuck(pod).map(Health::message))
        .or(() -> pod.text("status", "reason"))
        .orElse("It failed");
  }

  private static String words(Tree pod, String otherwise) {
    return statuses(pod)
        .flatMap(c -> c.text("state", "waiting", "reason").stream())
        .filter(r -> !r.equals("PodInitializing"))
        .findFirst()
        .orElse(otherwise);
  }

  /// Whether its containers are meant to run for ever.
  private static boolean restarts(Tree pod) {
    return pod.text("spec", "restartPolicy").orElse("Always").equals("Always");
  }

  private static Stream<Tree> statuses(Tree pod) {
    return Stream.of("initContainerStatuses", "containerStatuses")
        .map(list -> pod.items("status", list))
        .flatMap(List::stream);
  }

  private static boolean isTrue(Tree tree, String key) {
    return tree.at(key).filter(Tree.bool(true)::equals).isPresent();
  }
}

package dev.plumbline.sandbox.api;

import dev.plumbline.model.Tree;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The log of a container that does not exist: it says so.
final class Logs {

  private static final int LINES = 5;
  private static final long PAUSE = 2_000;

  Reply answer(Tree.Obj pod, Request request) {
    if (!request.method().equals("GET")) {
      throw Failure.notAllowed();
    }
    var names = new ArrayList<String>();
    pod.items("spec", "containers").forEach(c -> c.text("name").ifPresent(names::add));
    var asked = request.parameter("container");
    var podName = pod.text("metadata", "name").orElse("");
    if (asked.isEmpty() && names.size() > 1) {
      throw Failure.badRequest(
          "a container name must be specified for pod " + podName + ", choose one of: " + names);
    }
    var container = asked.orElseGet(() -> names.isEmpty() ? "" : names.getFirst());
    if (!names.contains(container)) {
      throw Failure.badRequest("container " + container + " is not valid for pod " + podName);
    }
    if (pod.items("status", "containerStatuses").isEmpty()) {
      throw Failure.badRequest(
          "container \""
              + container
              + "\" in pod \""
              + podName
              + "\" is waiting to start: ContainerCreating");
    }
    if (request.flag("previous")) {
      throw Failure.badRequest(
          "previous terminated container \""
              + container
              + "\" in pod \""
              + podName
              + "\" not found");
    }
    var start = pod.text("status", "startTime").map(Instant::parse).orElse(Instant.EPOCH);
    var lines = lines(podName, container, start);
    int tail = request.parameter("tailLines").map(t -> (int) Lists.parse(t)).orElse(LINES);
    var shown = lines.subList(Math.max(0, lines.size() - tail), lines.size());
    boolean stamped = request.flag("timestamps");
    boolean follow = request.flag("follow");
    return new Reply(
        200,
        "text/plain",
        List.of(),
        out -> {
          for (var line : shown) {
            write(out, line, stamped);
          }
          if (follow) {
            follow(out, stamped);
          }
        },
        follow);
  }

  private record Line(Instant at, String text) {}

  private static List<Line> lines(String pod, String container, Instant start) {
    return List.of(
        new Line(start, "This is the simulated log of a simulated container."),
        new Line(start.plusSeconds(1), "Nothing runs in the Plumbline sandbox."),
        new Line(start.plusSeconds(1), "pod " + pod + ", container " + container),
        new Line(start.plusSeconds(2), "A real cluster shows here what the program writes."),
        new Line(start.plusSeconds(2), "ready"));
  }

  private static void follow(OutputStream out, boolean stamped) throws IOException {
    try {
      for (int beat = 1; ; beat++) {
        out.flush();
        Thread.sleep(PAUSE);
        write(out, new Line(Instant.now(), "simulated line " + beat), stamped);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void write(OutputStream out, Line line, boolean stamped) throws IOException {
    var text = (stamped ? line.at() + " " : "") + line.text() + "\n";
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}

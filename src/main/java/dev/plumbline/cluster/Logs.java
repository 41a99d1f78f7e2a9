package dev.plumbline.cluster;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Reads the log of a container as it comes, and says in clear words why there is none. The words
/// of the server and of the kubelet that are told apart here stand in kubernetes/pkg/kubelet
/// (validateContainerLogStatus) and pkg/registry/core/pod (LogLocation).
final class Logs {

  /// Longer lines are cut: nobody reads them, and one of a gigabyte would take the memory.
  static final int LONGEST_LINE = 1 << 15;

  private static final Pattern WAITING = Pattern.compile("is waiting to start: ([^\n(]*)");
  private static final Pattern SEVERAL = Pattern.compile("choose one of: \\[([^]]*)]");

  private final Api api;

  Logs(Api api) {
    this.api = api;
  }

  void read(String namespace, String pod, Cluster.Log log, Consumer<String> line, Cancel cancel) {
    var about = "Pod " + namespace + "/" + pod;
    var path =
        Call.query(
            "/api/v1/namespaces/" + Call.encode(namespace) + "/pods/" + Call.encode(pod) + "/log",
            "container",
            log.container(),
            "tailLines",
            log.tail() < 0 ? "" : Integer.toString(log.tail()),
            "follow",
            log.follow() ? "true" : "",
            "previous",
            log.previous() ? "true" : "");
    // A kubelet answers in text/plain; with another Accept an API server says 406.
    var call = new Call("GET", path, about, "text/plain, */*", Optional.empty());
    try {
      read(call, pod, log, line, cancel);
    } catch (ProblemException e) {
      if (cancel.isCancelled()) {
        return;
      }
      throw new ProblemException(explained(e.problem(), about, pod, log), e);
    }
  }

  private void read(Call call, String pod, Cluster.Log log, Consumer<String> line, Cancel cancel) {
    try (var lines = Lines.ofLog(api.openLog(call, log.follow(), cancel), LONGEST_LINE)) {
      var hook = cancel.onCancel(lines::close);
      try {
        for (var next = lines.next();
            next.isPresent() && !cancel.isCancelled();
            next = lines.next()) {
          line.accept(next.get().endsWith("\r") ? chopped(next.get()) : next.get());
        }
      } finally {
        hook.close();
      }
    } catch (Api.Empty e) {
      throw new ProblemException(
          new Problem.NotFound(
              call.about() + " is on no node yet, so it has no log",
              call.about(),
              "Look at its events",
              "the answer to a log of \"" + pod + "\" was empty (HTTP 204)"),
          e);
    } catch (IOException e) {
      if (!cancel.isCancelled()) {
        throw api.broken(e, call, cancel);
      }
    }
  }

  private static String chopped(String line) {
    return line.substring(0, line.length() - 1);
  }

  private static Problem explained(Problem problem, String about, String pod, Cluster.Log log) {
    var said = problem.detail();
    var container =
        log.container().isEmpty() ? about : "Container " + log.container() + " of " + about;
    var waiting = WAITING.matcher(said);
    if (waiting.find()) {
      return new Problem.NotFound(
          container + " has not started: " + waiting.group(1).strip(),
          about,
          "Look at its events",
          said);
    }
    if (said.contains("previous terminated container")) {
      return new Problem.NotFound(container + " had no run before this one", about, "", said);
    }
    if (said.contains("is not valid for pod")) {
      return new Problem.NotFound(
          about + " has no container " + log.container(), about, "Choose another container", said);
    }
    var several = SEVERAL.matcher(said);
    if (several.find()) {
      return new Problem.Invalid(
          about + " has several containers",
          about,
          "Choose one of: " + several.group(1).strip().replace(" ", ", "),
          said);
    }
    // A Pod's node that is gone is told as a Pod of the node's name that is not found.
    boolean byNode =
        problem instanceof Problem.Unexpected
            || (problem instanceof Problem.NotFound && !said.contains("\"" + pod + "\""));
    return byNode
        ? new Problem.Network(
            "The node of " + about + " did not give its log", about, "Try again", said)
        : problem;
  }
}

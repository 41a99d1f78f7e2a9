package dev.plumbline.sandbox.controllers;

import static dev.plumbline.sandbox.controllers.Work.name;
import static dev.plumbline.sandbox.controllers.Work.namespace;
import static dev.plumbline.sandbox.controllers.Work.number;
import static dev.plumbline.sandbox.controllers.Work.part;

import dev.plumbline.model.Tree;
import dev.plumbline.sandbox.kinds.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Plays scheduler and kubelet: a pod gets a node, then runs, then is ready. The tag of an image
/// decides otherwise, as with the control plane of the tests: `:missing` cannot be pulled, `:crash`
/// fails again and again, `:unready` is never ready. Pods of Jobs succeed.
final class Pods {

  static final String NODE = "sandbox";
  private static final String KUBELET = "kubelet";

  private final Work work;
  private final Kind pods;
  private int addresses = 10;

  Pods(Work work) {
    this.work = work;
    this.pods = work.kind("", "Pod");
  }

  /// How far a pod is.
  enum Step {
    SCHEDULED,
    READY,
    NOTHING
  }

  /// What comes next for a pod.
  Step next(String namespace, String name) {
    var pod = work.hands.get(pods, namespace, name);
    if (pod.isEmpty() || Work.deleted(pod.get())) {
      return Step.NOTHING;
    }
    if (pod.get().text("spec", "nodeName").orElse("").isEmpty()) {
      return Step.SCHEDULED;
    }
    return pod.get().text("status", "phase").filter("Pending"::equals).isPresent()
            && pod.get().items("status", "containerStatuses").isEmpty()
        ? Step.READY
        : Step.NOTHING;
  }

  void schedule(String namespace, String name) {
    work.hands
        .change(
            pods,
            namespace,
            name,
            "",
            "kube-scheduler",
            live -> live.with("spec", part(live, "spec").with("nodeName", Tree.str(NODE))))
        .ifPresent(pod -> {
          work.event(
              pod,
              "default-scheduler",
              "Scheduled",
              "Successfully assigned " + namespace + "/" + name + " to " + NODE);
          work.hands.change(
              pods,
              namespace,
              name,
              "status",
              KUBELET,
              live ->
                  live.with(
                      "status",
                      part(live, "status")
                          .with("startTime", Tree.str(work.hands.now()))
                          .with("hostIP", Tree.str("127.0.0.1"))
                          .with("conditions", conditions(live, "ContainersNotReady"))));
        });
  }

  void run(String namespace, String name) {
    var found = work.hands.get(pods, namespace, name);
    if (found.isEmpty() || Work.deleted(found.get())) {
      return;
    }
    var pod = found.get();
    var trouble = trouble(pod);
    boolean once = pod.text("spec", "restartPolicy").filter(p -> !p.equals("Always")).isPresent();
    boolean succeeds = trouble.isEmpty() && once;
    var statuses = new ArrayList<Tree>();
    for (var container : pod.items("spec", "containers")) {
      statuses.add(status(container, trouble(container, pod), succeeds));
    }
    var phase =
        succeeds
            ? "Succeeded"
            : trouble.filter("ImagePullBackOff"::equals).isPresent() ? "Pending" : "Running";
    var reason = succeeds ? "PodCompleted" : trouble.isPresent() ? "ContainersNotReady" : "";
    var ip = Tree.str("10.244.0." + (addresses++ % 240 + 2));
    work.hands.change(
        pods,
        namespace,
        name,
        "status",
        KUBELET,
        live ->
            live.with(
                "status",
                part(live, "status")
                    .with("phase", Tree.str(phase))
                    .with("podIP", ip)
                    .with("podIPs", Tree.arr(Tree.obj("ip", ip)))
                    .with("conditions", conditions(live, reason))
                    .with("containerStatuses", new Tree.Arr(statuses))));
    tell(pod, trouble);
  }

  private void tell(Tree.Obj pod, Optional<String> trouble) {
    for (var container : pod.items("spec", "containers")) {
      var name = container.text("name").orElse("");
      var image = container.text("image").orElse("");
      switch (trouble.orElse("")) {
        case "ImagePullBackOff" ->
            work.event(
                pod,
                KUBELET,
                "Warning",
                "Failed",
                "Failed to pull image \"" + image + "\": the sandbox plays a missing image");
        case "CrashLoopBackOff" ->
            work.event(
                pod,
                KUBELET,
                "Warning",
                "BackOff",
                "Back-off restarting failed container " + name + " (simulated)");
        default ->
            work.event(pod, KUBELET, "Started", "Container started: " + name + " (simulated)");
      }
    }
  }

  private Tree conditions(Tree pod, String notReady) {
    var list = new ArrayList<Tree>();
    for (var type : List.of("Initialized", "Ready", "ContainersReady", "PodScheduled")) {
      boolean about = type.equals("Ready") || type.equals("ContainersReady");
      boolean yes = notReady.isEmpty() || !about;
      var condition = Tree.obj("type", Tree.str(type), "status", Tree.str(yes ? "True" : "False"));
      condition = condition.with("lastTransitionTime", since(pod, type, condition));
      list.add(yes ? condition : condition.with("reason", Tree.str(notReady)));
    }
    return new Tree.Arr(list);
  }

  private Tree since(Tree pod, String type, Tree.Obj condition) {
    return pod.items("status", "conditions").stream()
        .filter(c ->
            c.text("type").filter(type::equals).isPresent()
                && c.at("status").equals(condition.get("status")))
        .flatMap(c -> c.at("lastTransitionTime").stream())
        .findFirst()
        .orElse(Tree.str(work.hands.now()));
  }

  private static Optional<String> trouble(Tree.Obj pod) {
    return pod.items("spec", "containers").stream()
        .map(c -> trouble(c, pod))
        .filter(t -> !t.isEmpty())
        .findFirst();
  }

  private static String trouble(Tree container, Tree.Obj pod) {
    var image = container.text("image").orElse("");
    if (image.endsWith(":missing")) {
      return "ImagePullBackOff";
    }
    if (image.endsWith(":crash")) {
      return "CrashLoopBackOff";
    }
    return image.endsWith(":unready") && namespace(pod).length() > 0 ? "Unready" : "";
  }

  private Tree status(Tree container, String trouble, boolean succeeded) {
    var now = Tree.str(work.hands.now());
    boolean runs = trouble.isEmpty() || trouble.equals("Unready");
    Tree state;
    if (succeeded) {
      state =
          Tree.obj(
              "terminated",
              Tree.obj(
                  "exitCode",
                  Tree.Num.of(0),
                  "reason",
                  Tree.str("Completed"),
                  "startedAt",
                  now,
                  "finishedAt",
                  now));
    } else if (runs) {
      state = Tree.obj("running", Tree.obj("startedAt", now));
    } else {
      state =
          Tree.obj(
              "waiting",
              Tree.obj(
                  "reason",
                  Tree.str(trouble),
                  "message",
                  Tree.str("simulated because of the image's tag")));
    }
    return Tree.obj(
        "name",
        container.at("name").orElse(Tree.str("")),
        "image",
        container.at("image").orElse(Tree.str("")),
        "imageID",
        Tree.str(""),
        "ready",
        Tree.bool(trouble.isEmpty() && !succeeded),
        "started",
        Tree.bool(runs && !succeeded),
        "restartCount",
        Tree.Num.of(trouble.equals("CrashLoopBackOff") ? 3 : 0),
        "state",
        state);
  }

  /// Makes pods until there are enough, deletes those that are too many (the unready and the
  /// youngest first), and counts.
  ///
  /// @return all, ready
  Counted keep(Tree.Obj owner, Tree.Obj template, long wanted, String from) {
    var there = new ArrayList<>(work.owned(pods, owner));
    there.removeIf(Work::deleted);
    for (long i = there.size(); i < wanted; i++) {
      create(owner, template, "generateName", name(owner) + "-", from).ifPresent(there::add);
    }
    if (there.size() > wanted) {
      there.sort((a, b) -> Boolean.compare(Work.ready(b), Work.ready(a)));
      for (var pod : List.copyOf(there).subList((int) wanted, there.size())) {
        delete(owner, pod, from);
        there.remove(pod);
      }
    }
    long ready = there.stream().filter(Work::ready).count();
    return new Counted(there.size(), ready);
  }

  record Counted(long all, long ready) {}

  Optional<Tree.Obj> create(
      Tree.Obj owner, Tree.Obj template, String field, String name, String from) {
    var metadata = Work.metadata(owner, field, name, template.fields("metadata", "labels"));
    var annotations = part(template, "metadata", "annotations");
    metadata =
        annotations.fields().isEmpty() ? metadata : metadata.with("annotations", annotations);
    var pod =
        work.hands.create(
            pods,
            namespace(owner),
            Tree.obj("metadata", metadata, "spec", part(template, "spec")),
            Work.MANAGER);
    pod.ifPresent(p -> work.event(owner, from, "SuccessfulCreate", "Created pod: " + name(p)));
    return pod;
  }

  void delete(Tree.Obj owner, Tree.Obj pod, String from) {
    work.hands.delete(pods, namespace(pod), name(pod), Work.uid(pod), "Background");
    work.event(owner, from, "SuccessfulDelete", "Deleted pod: " + name(pod));
  }

  List<Tree.Obj> of(Tree.Obj owner) {
    return work.owned(pods, owner);
  }

  static long generation(Tree object) {
    return number(object, 1, "metadata", "generation");
  }
}

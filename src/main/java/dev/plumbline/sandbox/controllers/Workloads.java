package dev.plumbline.sandbox.controllers;

import static dev.plumbline.sandbox.controllers.Deployments.some;
import static dev.plumbline.sandbox.controllers.Work.name;
import static dev.plumbline.sandbox.controllers.Work.number;
import static dev.plumbline.sandbox.controllers.Work.part;

import dev.plumbline.model.Tree;
import dev.plumbline.sandbox.kinds.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;

/// ReplicaSets, StatefulSets, DaemonSets (on the one node) and Jobs keep their pods.
final class Workloads {

  private static final String REVISION = "controller-revision-hash";

  private final Work work;
  private final Pods pods;
  private final Kind replicaSets;
  private final Kind statefulSets;
  private final Kind daemonSets;
  private final Kind jobs;

  Workloads(Work work, Pods pods) {
    this.work = work;
    this.pods = pods;
    this.replicaSets = work.kind("apps", "ReplicaSet");
    this.statefulSets = work.kind("apps", "StatefulSet");
    this.daemonSets = work.kind("apps", "DaemonSet");
    this.jobs = work.kind("batch", "Job");
  }

  private Optional<Tree.Obj> get(Kind kind, String namespace, String name) {
    return work.hands.get(kind, namespace, name).filter(o -> !Work.deleted(o));
  }

  void replicaSet(String namespace, String name) {
    get(replicaSets, namespace, name)
        .ifPresent(set -> {
          var counted =
              pods.keep(
                  set,
                  part(set, "spec", "template"),
                  number(set, 1, "spec", "replicas"),
                  "replicaset-controller");
          work.status(
              replicaSets,
              set,
              Tree.obj(
                  "observedGeneration",
                  Tree.Num.of(Pods.generation(set)),
                  "replicas",
                  Tree.Num.of(counted.all()),
                  "fullyLabeledReplicas",
                  some(counted.all()),
                  "readyReplicas",
                  some(counted.ready()),
                  "availableReplicas",
                  some(counted.ready())));
        });
  }

  void daemonSet(String namespace, String name) {
    get(daemonSets, namespace, name)
        .ifPresent(set -> {
          var template = revised(set, part(set, "spec", "template"));
          outdated(set, template, "daemonset-controller");
          var counted = pods.keep(set, template, 1, "daemonset-controller");
          work.status(
              daemonSets,
              set,
              Tree.obj(
                  "observedGeneration",
                  Tree.Num.of(Pods.generation(set)),
                  "currentNumberScheduled",
                  Tree.Num.of(counted.all()),
                  "desiredNumberScheduled",
                  Tree.Num.of(1),
                  "updatedNumberScheduled",
                  some(counted.all()),
                  "numberMisscheduled",
                  Tree.Num.of(0),
                  "numberReady",
                  Tree.Num.of(counted.ready()),
                  "numberAvailable",
                  some(counted.ready()),
                  "numberUnavailable",
                  some(1 - counted.ready())));
        });
  }

  private static Tree.Obj revised(Tree.Obj set, Tree.Obj template) {
    var labels = new LinkedHashMap<>(template.fields("metadata", "labels"));
    labels.put(REVISION, Tree.str(name(set) + "-" + Hash.of(template)));
    return template.with(
        "metadata", part(template, "metadata").with("labels", new Tree.Obj(labels)));
  }

  /// Deletes a pod that was made of another template.
  private boolean outdated(Tree.Obj set, Tree.Obj template, String from) {
    var revision = template.at("metadata", "labels", REVISION);
    for (var pod : pods.of(set)) {
      if (!Work.deleted(pod) && !pod.at("metadata", "labels", REVISION).equals(revision)) {
        pods.delete(set, pod, from);
        return true;
      }
    }
    return false;
  }

  void statefulSet(String namespace, String name) {
    get(statefulSets, namespace, name)
        .ifPresent(set -> {
          var template = revised(set, part(set, "spec", "template"));
          var from = "statefulset-controller";
          long wanted = number(set, 1, "spec", "replicas");
          var there = pods.of(set);
          boolean waiting = outdated(set, template, from);
          for (var pod : there) {
            if (ordinal(name(pod)) >= wanted) {
              pods.delete(set, pod, from);
            }
          }
          for (long i = 0; i < wanted && !waiting; i++) {
            var podName = name + "-" + i;
            var pod = there.stream().filter(p -> name(p).equals(podName)).findFirst();
            if (pod.isEmpty()) {
              pods.create(set, named(template, podName), "name", podName, from);
            }
            waiting = pod.filter(Work::ready).isEmpty();
          }
          var now = pods.of(set);
          long ready = now.stream().filter(Work::ready).count();
          var revision = template.at("metadata", "labels", REVISION).orElse(Tree.str(""));
          work.status(
              statefulSets,
              set,
              Tree.obj(
                  "observedGeneration",
                  Tree.Num.of(Pods.generation(set)),
                  "replicas",
                  Tree.Num.of(now.size()),
                  "readyReplicas",
                  some(ready),
                  "availableReplicas",
                  Tree.Num.of(ready),
                  "currentReplicas",
                  some(now.size()),
                  "updatedReplicas",
                  some(now.size()),
                  "currentRevision",
                  revision,
                  "updateRevision",
                  revision,
                  "collisionCount",
                  Tree.Num.of(0)));
        });
  }

  private static Tree.Obj named(Tree.Obj template, String pod) {
    var labels =
        part(template, "metadata", "labels")
            .with("statefulset.kubernetes.io/pod-name", Tree.str(pod));
    return template.with("metadata", part(template, "metadata").with("labels", labels));
  }

  private static long ordinal(String pod) {
    var last = pod.substring(pod.lastIndexOf('-') + 1);
    return last.matches("\\d{1,9}") ? Long.parseLong(last) : 0;
  }

  void job(String namespace, String name) {
    get(jobs, namespace, name)
        .ifPresent(job -> {
          if (!job.items("status", "conditions").isEmpty()
              || job.at("spec", "suspend").filter(Tree.bool(true)::equals).isPresent()) {
            return;
          }
          long wanted = number(job, 1, "spec", "completions");
          pods.keep(job, part(job, "spec", "template"), wanted, "job-controller");
          long done =
              pods.of(job).stream()
                  .filter(p -> p.text("status", "phase").filter("Succeeded"::equals).isPresent())
                  .count();
          var started = job.at("status", "startTime").orElse(Tree.str(work.hands.now()));
          var status =
              Tree.obj(
                  "startTime",
                  started,
                  "active",
                  some(wanted - done),
                  "succeeded",
                  some(done),
                  "ready",
                  Tree.Num.of(0),
                  "terminating",
                  Tree.Num.of(0),
                  "uncountedTerminatedPods",
                  Tree.Obj.EMPTY);
          if (done >= wanted) {
            status =
                status
                    .with("completionTime", Tree.str(work.hands.now()))
                    .with(
                        "conditions",
                        Tree.arr(finished("SuccessCriteriaMet"), finished("Complete")));
            work.event(job, "job-controller", "Completed", "Job completed");
          }
          work.status(jobs, job, status);
        });
  }

  /// A deleted claim goes: nothing uses it, as nothing runs.
  void claim(String namespace, String name) {
    var claims = work.kind("", "PersistentVolumeClaim");
    work.hands
        .get(claims, namespace, name)
        .filter(Work::deleted)
        .ifPresent(claim ->
            work.change(
                claims,
                claim,
                live -> {
                  var left = new ArrayList<>(live.items("metadata", "finalizers"));
                  left.remove(Tree.str("kubernetes.io/pvc-protection"));
                  var metadata = part(live, "metadata");
                  return live.with("metadata", metadata.with("finalizers", new Tree.Arr(left)));
                }));
  }

  private Tree finished(String type) {
    var now = Tree.str(work.hands.now());
    return Tree.obj(
        "type",
        Tree.str(type),
        "status",
        Tree.str("True"),
        "lastProbeTime",
        now,
        "lastTransitionTime",
        now,
        "reason",
        Tree.str("CompletionsReached"),
        "message",
        Tree.str("Reached expected number of succeeded pods"));
  }
}

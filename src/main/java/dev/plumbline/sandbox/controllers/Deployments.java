package dev.plumbline.sandbox.controllers;

import static dev.plumbline.sandbox.controllers.Work.name;
import static dev.plumbline.sandbox.controllers.Work.number;
import static dev.plumbline.sandbox.controllers.Work.part;

import dev.plumbline.model.Tree;
import dev.plumbline.sandbox.kinds.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// A Deployment has a ReplicaSet for each of its templates and rolls from the old ones to the new.
final class Deployments {

  private static final String HASH = "pod-template-hash";
  private static final String REVISION = "deployment.kubernetes.io/revision";
  private static final String FROM = "deployment-controller";

  private final Work work;
  private final Kind deployments;
  private final Kind sets;

  Deployments(Work work) {
    this.work = work;
    this.deployments = work.kind("apps", "Deployment");
    this.sets = work.kind("apps", "ReplicaSet");
  }

  void reconcile(String namespace, String name) {
    var found = work.hands.get(deployments, namespace, name);
    if (found.isEmpty() || Work.deleted(found.get())) {
      return;
    }
    var deployment = found.get();
    var owned = work.owned(sets, deployment);
    boolean paused = deployment.at("spec", "paused").filter(Tree.bool(true)::equals).isPresent();
    var hash = Hash.of(part(deployment, "spec", "template"));
    var current =
        owned.stream()
            .filter(s -> s.text("metadata", "labels", HASH).filter(hash::equals).isPresent())
            .findFirst();
    if (current.isEmpty() && !paused) {
      current = create(deployment, hash, owned);
      owned = work.owned(sets, deployment);
    }
    if (current.isPresent()) {
      var set = current.get();
      revise(deployment, set, owned);
      var olds = new ArrayList<>(owned);
      olds.removeIf(s -> name(s).equals(name(set)));
      roll(deployment, set, olds);
      tidy(deployment, olds);
    }
    status(deployment, current.map(Work::name).orElse(""));
  }

  private Optional<Tree.Obj> create(Tree.Obj deployment, String hash, List<Tree.Obj> owned) {
    var template = part(deployment, "spec", "template");
    var labels = new LinkedHashMap<>(template.fields("metadata", "labels"));
    labels.put(HASH, Tree.str(hash));
    var selector = part(deployment, "spec", "selector");
    var matched = new LinkedHashMap<>(selector.fields("matchLabels"));
    matched.put(HASH, Tree.str(hash));
    var metadata =
        Work.metadata(deployment, "name", name(deployment) + "-" + hash, labels)
            .with("annotations", Tree.obj(REVISION, Tree.str(Long.toString(newest(owned) + 1))));
    var spec =
        Tree.obj(
            "replicas",
            Tree.Num.of(0),
            "selector",
            selector.with("matchLabels", new Tree.Obj(matched)),
            "template",
            template.with(
                "metadata", part(template, "metadata").with("labels", new Tree.Obj(labels))));
    return work.hands.create(
        sets,
        Work.namespace(deployment),
        Tree.obj("metadata", metadata, "spec", spec),
        Work.MANAGER);
  }

  private static long revision(Tree set) {
    var text = set.text("metadata", "annotations", REVISION).orElse("0");
    return text.matches("\\d{1,9}") ? Long.parseLong(text) : 0;
  }

  private static long newest(List<Tree.Obj> sets) {
    return sets.stream().mapToLong(Deployments::revision).max().orElse(0);
  }

  /// The current set has the highest revision, also after a rollback; the Deployment says it too.
  private void revise(Tree.Obj deployment, Tree.Obj set, List<Tree.Obj> owned) {
    long newest = newest(owned);
    long revision = revision(set);
    if (revision < newest || revision == 0) {
      revision = newest + 1;
      annotate(sets, set, revision);
    }
    annotate(deployments, deployment, revision);
  }

  private void annotate(Kind kind, Tree.Obj object, long revision) {
    var value = Tree.str(Long.toString(revision));
    if (object.at("metadata", "annotations", REVISION).filter(value::equals).isEmpty()) {
      work.change(
          kind,
          object,
          live -> {
            var annotations = part(live, "metadata", "annotations").with(REVISION, value);
            return live.with("metadata", part(live, "metadata").with("annotations", annotations));
          });
    }
  }

  private void roll(Tree.Obj deployment, Tree.Obj set, List<Tree.Obj> olds) {
    long wanted = number(deployment, 1, "spec", "replicas");
    long current = number(set, 0, "spec", "replicas");
    long before = olds.stream().mapToLong(s -> number(s, 0, "spec", "replicas")).sum();
    boolean recreate =
        deployment.text("spec", "strategy", "type").filter("Recreate"::equals).isPresent();
    long surge = recreate ? 0 : share(deployment, "maxSurge", wanted, true);
    long missing = recreate ? wanted : share(deployment, "maxUnavailable", wanted, false);
    if (surge == 0 && missing == 0) {
      missing = 1;
    }
    long room =
        before == 0
            ? wanted - current
            : Math.min(wanted - current, wanted + surge - current - before);
    if (current > wanted || room > 0) {
      scale(deployment, set, current > wanted ? wanted : current + room);
    }
    long available =
        number(set, 0, "status", "availableReplicas")
            + olds.stream().mapToLong(s -> number(s, 0, "status", "availableReplicas")).sum();
    long unready =
        olds.stream()
            .mapToLong(
                s -> number(s, 0, "spec", "replicas") - number(s, 0, "status", "availableReplicas"))
            .sum();
    long spare = Math.max(unready, available - (wanted - missing));
    for (var old : olds) {
      long there = number(old, 0, "spec", "replicas");
      long less = Math.min(there, Math.max(0, spare));
      if (less > 0) {
        scale(deployment, old, there - less);
        spare -= less;
      }
    }
  }

  private static long share(Tree deployment, String field, long of, boolean up) {
    var value = deployment.at("spec", "strategy", "rollingUpdate", field).orElse(Tree.str("25%"));
    if (value instanceof Tree.Num n) {
      return n.value().longValue();
    }
    var text = value instanceof Tree.Str(String t) ? t.replace("%", "") : "25";
    double part = text.matches("\\d{1,4}") ? of * Integer.parseInt(text) / 100.0 : 0;
    return (long) (up ? Math.ceil(part) : Math.floor(part));
  }

  private void scale(Tree.Obj deployment, Tree.Obj set, long to) {
    long from = number(set, 0, "spec", "replicas");
    work.replicas(sets, set, to);
    work.event(
        deployment,
        FROM,
        "ScalingReplicaSet",
        "Scaled "
            + (to > from ? "up" : "down")
            + " replica set "
            + name(set)
            + " from "
            + from
            + " to "
            + to);
  }

  private void tidy(Tree.Obj deployment, List<Tree.Obj> olds) {
    long limit = number(deployment, 10, "spec", "revisionHistoryLimit");
    var empty =
        olds.stream()
            .filter(s ->
                number(s, 0, "spec", "replicas") == 0 && number(s, 0, "status", "replicas") == 0)
            .sorted((a, b) -> Long.compare(revision(a), revision(b)))
            .toList();
    for (int i = 0; i < empty.size() - limit; i++) {
      var set = empty.get(i);
      work.hands.delete(sets, Work.namespace(set), name(set), Work.uid(set), "Background");
    }
  }

  private void status(Tree.Obj deployment, String current) {
    long wanted = number(deployment, 1, "spec", "replicas");
    long replicas = 0;
    long updated = 0;
    long ready = 0;
    for (var set : work.owned(sets, deployment)) {
      replicas += number(set, 0, "status", "replicas");
      ready += number(set, 0, "status", "readyReplicas");
      if (name(set).equals(current)) {
        updated = number(set, 0, "status", "replicas");
      }
    }
    boolean enough = ready >= wanted - share(deployment, "maxUnavailable", wanted, false);
    boolean done = updated == wanted && replicas == wanted && ready == wanted;
    var set = "ReplicaSet \"" + current + "\"";
    work.status(
        deployments,
        deployment,
        Tree.obj(
            "observedGeneration",
            deployment.at("metadata", "generation").orElse(Tree.Num.of(1)),
            "replicas",
            some(replicas),
            "updatedReplicas",
            some(updated),
            "readyReplicas",
            some(ready),
            "availableReplicas",
            some(ready),
            "unavailableReplicas",
            some(Math.max(0, wanted - ready)),
            "conditions",
            Tree.arr(
                enough
                    ? work.condition(
                        "Available",
                        true,
                        "MinimumReplicasAvailable",
                        "Deployment has minimum availability.")
                    : work.condition(
                        "Available",
                        false,
                        "MinimumReplicasUnavailable",
                        "Deployment does not have minimum availability."),
                done
                    ? work.condition(
                        "Progressing",
                        true,
                        "NewReplicaSetAvailable",
                        set + " has successfully progressed.")
                    : work.condition(
                        "Progressing", true, "ReplicaSetUpdated", set + " is progressing."))));
  }

  /// A count as the server writes it: none is left out.
  static Tree some(long count) {
    return count == 0 ? Tree.Null.VALUE : Tree.Num.of(count);
  }
}

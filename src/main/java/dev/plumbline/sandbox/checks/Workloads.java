package dev.plumbline.sandbox.checks;

import dev.plumbline.model.Tree;
import java.util.TreeMap;

/// Deployments, ReplicaSets, StatefulSets and DaemonSets (`pkg/apis/apps/validation`).
final class Workloads {

  private static final String MISMATCH = "`selector` does not match template `labels`";
  private static final String UNUSABLE = "invalid label selector";

  private Workloads() {}

  static void deployment(Spot object) {
    var spec = object.in("spec");
    spec.in("replicas").notNegative();
    if (selector(spec, "deployment", UNUSABLE)) {
      matching(spec);
      template(spec, "ReplicaSet");
    }
    strategy(spec.in("strategy"));
    spec.in("minReadySeconds").notNegative();
    spec.in("revisionHistoryLimit").notNegative();
    var deadline = spec.in("progressDeadlineSeconds");
    deadline.notNegative();
    if (deadline.isNumber() && deadline.number() <= spec.in("minReadySeconds").number()) {
      deadline.invalid("must be greater than minReadySeconds");
    }
  }

  static void replicaSet(Spot object) {
    var spec = object.in("spec");
    spec.in("replicas").notNegative();
    spec.in("minReadySeconds").notNegative();
    if (selector(spec, "deployment", UNUSABLE)) {
      matching(spec);
      template(spec, "ReplicaSet");
    }
  }

  static void statefulSet(Spot object) {
    var spec = object.in("spec");
    var management = spec.in("podManagementPolicy");
    if (!management.text().equals("OrderedReady") && !management.text().equals("Parallel")) {
      management.invalid("must be 'OrderedReady' or 'Parallel'");
    }
    var update = spec.in("updateStrategy");
    switch (update.text("type")) {
      case "RollingUpdate" -> update.in("rollingUpdate", "partition").notNegative();
      case "OnDelete" -> {}
      default -> update.invalid(shown(update), "must be 'RollingUpdate' or 'OnDelete'");
    }
    for (var when : new String[] {"whenDeleted", "whenScaled"}) {
      spec.in("persistentVolumeClaimRetentionPolicy", when).among("Retain", "Delete");
    }
    spec.in("replicas").notNegative();
    spec.in("minReadySeconds").notNegative();
    spec.in("ordinals", "start").notNegative();
    var service = spec.in("serviceName");
    if (!service.text().isEmpty()) {
      service.invalid(Names.label(service.text()));
    }
    if (spec.in("revisionHistoryLimit").number() < 0) {
      spec.in("revisionHistoryLimit")
          .warn("a negative value retains all historical revisions; a value >= 0 is recommended");
    }
    if (selector(spec, "statefulset", "")) {
      matching(spec);
      Pods.template(withClaims(spec));
    }
    always(spec, "StatefulSet");
  }

  /// The template with the volumes that its claims bring.
  private static Spot withClaims(Spot spec) {
    var template = spec.in("template");
    var volumes = new java.util.ArrayList<>(template.in("spec", "volumes").items());
    for (var claim : spec.each("volumeClaimTemplates")) {
      var name = claim.in("metadata", "name").value();
      volumes.removeIf(v -> v.at("name").filter(name::equals).isPresent());
      volumes.add(Tree.obj("name", name, "emptyDir", Tree.Obj.EMPTY));
    }
    if (spec.each("volumeClaimTemplates").isEmpty()
        || !(template.value() instanceof Tree.Obj object)
        || !(template.in("spec").value() instanceof Tree.Obj pod)) {
      return template;
    }
    return template.with(object.with("spec", pod.with("volumes", new Tree.Arr(volumes))));
  }

  static void daemonSet(Spot object) {
    var spec = object.in("spec");
    var chosen = spec.in("selector");
    boolean usable = Selecting.check(chosen);
    if (usable) {
      matching(spec);
    }
    if (chosen.there() && Selecting.empty(chosen)) {
      chosen.invalid("empty selector is invalid for daemonset");
    }
    template(spec, "DaemonSet");
    spec.in("minReadySeconds").notNegative();
    var update = spec.in("updateStrategy");
    switch (update.text("type")) {
      case "OnDelete" -> {}
      case "RollingUpdate" -> rolling(update.in("rollingUpdate"));
      default -> update.unsupported(shown(update), "RollingUpdate", "OnDelete");
    }
    spec.in("revisionHistoryLimit").notNegative();
  }

  private static void rolling(Spot rolling) {
    var away = rolling.in("maxUnavailable");
    var more = rolling.in("maxSurge");
    Shares.positive(away);
    Shares.positive(more);
    if (Shares.none(away) && Shares.none(more)) {
      away.required("cannot be 0 when maxSurge is 0");
    }
    Shares.atMostAll(away);
    Shares.atMostAll(more);
  }

  private static void strategy(Spot strategy) {
    var rolling = strategy.in("rollingUpdate");
    switch (strategy.text("type")) {
      case "Recreate" -> {
        if (rolling.there()) {
          rolling.forbidden("may not be specified when strategy `type` is 'Recreate'");
        }
      }
      case "RollingUpdate" -> {
        var away = rolling.in("maxUnavailable");
        var more = rolling.in("maxSurge");
        Shares.positive(away);
        Shares.positive(more);
        if (Shares.none(away) && Shares.none(more)) {
          away.invalid("may not be 0 when `maxSurge` is 0");
        }
        Shares.atMostAll(away);
      }
      default -> strategy.unsupported(shown(strategy), "Recreate", "RollingUpdate");
    }
  }

  /// A strategy as Go shows it.
  private static Tree shown(Spot strategy) {
    return Tree.obj(
        "Type",
        Tree.str(strategy.text("type")),
        "RollingUpdate",
        strategy.in("rollingUpdate").value());
  }

  /// Says what is wrong with a selector.
  ///
  /// @return whether the selector can be used, so that the template is looked at
  private static boolean selector(Spot spec, String of, String unusable) {
    var selector = spec.in("selector");
    if (!selector.there()) {
      selector.required();
      return true;
    }
    boolean usable = Selecting.check(selector);
    if (Selecting.empty(selector)) {
      selector.invalid("empty selector is invalid for " + of);
    }
    if (!usable) {
      selector.invalid(unusable);
    }
    return usable;
  }

  /// Whether the template makes what the selector selects.
  static void matching(Spot spec) {
    var selector = spec.in("selector");
    var labels = spec.in("template", "metadata", "labels");
    boolean everything = selector.there() && Selecting.empty(selector);
    if (!everything && !Selecting.matches(selector, labels.fields())) {
      labels.invalid(
          labels.there() ? new Tree.Obj(new TreeMap<>(labels.fields())) : Tree.Null.VALUE,
          MISMATCH);
    }
  }

  private static void template(Spot spec, String of) {
    Pods.template(spec.in("template"));
    always(spec, of);
  }

  private static void always(Spot spec, String of) {
    var pod = spec.in("template", "spec");
    if (!pod.is("restartPolicy", "Always")) {
      pod.in("restartPolicy").unsupported(pod.in("restartPolicy").value(), "Always");
    }
    if (pod.has("activeDeadlineSeconds")) {
      pod.in("activeDeadlineSeconds")
          .forbidden("activeDeadlineSeconds in " + of + " is not Supported");
    }
  }
}

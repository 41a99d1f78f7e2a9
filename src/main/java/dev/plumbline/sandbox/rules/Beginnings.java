package dev.plumbline.sandbox.rules;

import static dev.plumbline.sandbox.rules.Edit.absent;
import static dev.plumbline.sandbox.rules.Edit.all;
import static dev.plumbline.sandbox.rules.Edit.in;
import static dev.plumbline.sandbox.rules.Edit.made;

import dev.plumbline.model.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/// What the server sets once, when it creates an object (`pkg/registry/*/strategy.go` and the
/// admission plugins that are always on).
final class Beginnings {

  private static final Set<String> CRITICAL = Set.of("cpu", "memory");

  /// Fields that an Event always shows.
  static final UnaryOperator<Tree.Obj> EVENT =
      all(
          absent("firstTimestamp", Tree.Null.VALUE),
          absent("lastTimestamp", Tree.Null.VALUE),
          absent("eventTime", Tree.Null.VALUE),
          absent("reportingComponent", ""),
          absent("reportingInstance", ""));

  static final Map<String, UnaryOperator<Tree.Obj>> TABLE =
      Map.ofEntries(
          Map.entry("Pod", Beginnings::pod),
          Map.entry("Role.rbac.authorization.k8s.io", absent("rules", Tree.Null.VALUE)),
          Map.entry("ClusterRole.rbac.authorization.k8s.io", absent("rules", Tree.Null.VALUE)),
          Map.entry("Service", made("status", made("loadBalancer"))),
          Map.entry("Ingress.networking.k8s.io", made("status", made("loadBalancer"))),
          Map.entry(
              "PersistentVolumeClaim",
              all(protectedBy("pvc-protection"), made("status", absent("phase", "Pending")))),
          Map.entry(
              "PersistentVolume",
              all(protectedBy("pv-protection"), made("status", absent("phase", "Pending")))),
          Map.entry("Namespace", Beginnings::namespace),
          Map.entry("Deployment.apps", made("status")),
          Map.entry("ReplicaSet.apps", made("status", absent("replicas", 0))),
          Map.entry("ReplicationController", made("status", absent("replicas", 0))),
          Map.entry(
              "StatefulSet.apps",
              all(
                  made("status", absent("availableReplicas", 0), absent("replicas", 0)),
                  in("spec", absent("serviceName", "")))),
          Map.entry(
              "DaemonSet.apps",
              made(
                  "status",
                  absent("currentNumberScheduled", 0),
                  absent("desiredNumberScheduled", 0),
                  absent("numberMisscheduled", 0),
                  absent("numberReady", 0))),
          Map.entry("Job.batch", all(made("status"), Beginnings::job)),
          Map.entry("CronJob.batch", made("status")),
          Map.entry(
              "HorizontalPodAutoscaler.autoscaling",
              made(
                  "status",
                  absent("currentMetrics", Tree.Null.VALUE),
                  absent("desiredReplicas", 0))),
          Map.entry(
              "PodDisruptionBudget.policy",
              made(
                  "status",
                  absent("currentHealthy", 0),
                  absent("desiredHealthy", 0),
                  absent("disruptionsAllowed", 0),
                  absent("expectedPods", 0))),
          Map.entry("ResourceQuota", made("status")),
          Map.entry("Node", made("status")),
          Map.entry("Event", EVENT),
          Map.entry("CustomResourceDefinition.apiextensions.k8s.io", Beginnings::definition));

  private Beginnings() {}

  private static UnaryOperator<Tree.Obj> protectedBy(String finalizer) {
    var name = Tree.str("kubernetes.io/" + finalizer);
    return in(
        "metadata",
        m -> {
          var all = new ArrayList<>(m.items("finalizers"));
          if (!all.contains(name)) {
            all.add(name);
          }
          return m.with("finalizers", new Tree.Arr(all));
        });
  }

  private static Tree.Obj namespace(Tree.Obj object) {
    var own = Tree.str("kubernetes");
    return all(
            made(
                "spec",
                s -> {
                  var finalizers = new ArrayList<>(s.items("finalizers"));
                  if (!finalizers.contains(own)) {
                    finalizers.add(own);
                  }
                  return s.with("finalizers", new Tree.Arr(finalizers));
                }),
            made("status", absent("phase", "Active")))
        .apply(object);
  }

  private static Tree.Obj job(Tree.Obj object) {
    if (object.at("spec", "manualSelector").filter(Tree.bool(true)::equals).isPresent()) {
      return object;
    }
    var uid = Tree.str(object.text("metadata", "uid").orElse(""));
    var name = Tree.str(object.text("metadata", "name").orElse(""));
    UnaryOperator<Tree.Obj> labels =
        l ->
            l.with("controller-uid", uid)
                .with("job-name", name)
                .with("batch.kubernetes.io/controller-uid", uid)
                .with("batch.kubernetes.io/job-name", name);
    return in(
            "spec",
            made(
                "selector",
                made("matchLabels", l -> l.with("batch.kubernetes.io/controller-uid", uid))),
            made("template", made("metadata", made("labels", labels))))
        .andThen(j -> labelled(object, j))
        .apply(object);
  }

  private static Tree.Obj definition(Tree.Obj object) {
    var stored = new ArrayList<Tree>();
    for (var version : object.items("spec", "versions")) {
      if (version.at("storage").filter(Tree.bool(true)::equals).isPresent()) {
        stored.add(version.at("name").orElse(Tree.str("")));
      }
    }
    var names = Tree.obj("plural", Tree.str(""), "kind", Tree.str(""));
    return object.with(
        "status",
        Tree.obj(
            "conditions",
            Tree.Null.VALUE,
            "acceptedNames",
            names,
            "storedVersions",
            new Tree.Arr(stored)));
  }

  /// A Job with the labels of its template keeps them the same.
  private static Tree.Obj labelled(Tree.Obj before, Tree.Obj job) {
    var labels = new Tree.Obj(job.fields("spec", "template", "metadata", "labels"));
    boolean same =
        before
            .fields("metadata", "labels")
            .equals(before.fields("spec", "template", "metadata", "labels"));
    return same ? in("metadata", m -> m.with("labels", labels)).apply(job) : job;
  }

  private static Tree.Obj pod(Tree.Obj object) {
    return all(
            in(
                "spec",
                absent("serviceAccountName", "default"),
                s -> s.get("serviceAccountName").map(a -> s.with("serviceAccount", a)).orElse(s),
                s ->
                    s.get("terminationGracePeriodSeconds").orElse(Tree.Null.VALUE)
                                instanceof Tree.Num n
                            && n.value().signum() < 0
                        ? s.with("terminationGracePeriodSeconds", Tree.Num.of(1))
                        : s,
                absent("priority", 0),
                absent("preemptionPolicy", "PreemptLowerPriority"),
                ServiceAccountToken::mounted,
                Beginnings::tolerations),
            made(
                "status",
                absent("phase", "Pending"),
                s -> s.with("qosClass", Tree.str(qos(object)))))
        .apply(object);
  }

  private static Tree.Obj tolerations(Tree.Obj spec) {
    var all = new ArrayList<>(spec.items("tolerations"));
    for (var taint : List.of("node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable")) {
      boolean there = all.stream().anyMatch(t -> t.text("key").filter(taint::equals).isPresent());
      if (!there) {
        all.add(
            Tree.obj(
                "key",
                Tree.str(taint),
                "operator",
                Tree.str("Exists"),
                "effect",
                Tree.str("NoExecute"),
                "tolerationSeconds",
                Tree.Num.of(300)));
      }
    }
    return spec.with("tolerations", new Tree.Arr(all));
  }

  private static String qos(Tree.Obj pod) {
    boolean any = false;
    boolean guaranteed = true;
    for (var container : pod.items("spec", "containers")) {
      var requests = container.fields("resources", "requests");
      var limits = container.fields("resources", "limits");
      for (var resource : CRITICAL) {
        any |= requests.containsKey(resource) || limits.containsKey(resource);
        guaranteed &=
            limits.containsKey(resource)
                && requests.getOrDefault(resource, Tree.Null.VALUE).equals(limits.get(resource));
      }
    }
    return !any ? "BestEffort" : guaranteed ? "Guaranteed" : "Burstable";
  }
}

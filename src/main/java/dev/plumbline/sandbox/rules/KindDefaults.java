package dev.plumbline.sandbox.rules;

import static dev.plumbline.sandbox.rules.Edit.absent;
import static dev.plumbline.sandbox.rules.Edit.all;
import static dev.plumbline.sandbox.rules.Edit.each;
import static dev.plumbline.sandbox.rules.Edit.in;
import static dev.plumbline.sandbox.rules.Edit.made;

import dev.plumbline.model.Tree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Defaults by kind (`pkg/apis/*/v1/defaults.go` of Kubernetes): what the server adds when it
/// decodes an object, beyond what its OpenAPI says.
final class KindDefaults {

  private static final String RBAC = "rbac.authorization.k8s.io";

  private static final UnaryOperator<Tree.Obj> CLAIM = absent("volumeMode", "Filesystem");

  private static final UnaryOperator<Tree.Obj> BINDING =
      all(
          made("roleRef", absent("apiGroup", RBAC)),
          each(
              "subjects",
              s ->
                  s.text("kind").filter("ServiceAccount"::equals).isPresent()
                      ? s
                      : absent("apiGroup", RBAC).apply(s)));

  static final Map<String, UnaryOperator<Tree.Obj>> TABLE =
      Map.ofEntries(
          Map.entry("Pod", made("spec", PodDefaults.POD, PodDefaults.SPEC)),
          Map.entry(
              "ReplicationController", made("spec", absent("replicas", 1), PodDefaults.TEMPLATE)),
          Map.entry(
              "Deployment.apps",
              made(
                  "spec",
                  absent("replicas", 1),
                  absent("revisionHistoryLimit", 10),
                  absent("progressDeadlineSeconds", 600),
                  made(
                      "strategy",
                      rolling(absent("maxUnavailable", "25%"), absent("maxSurge", "25%"))),
                  PodDefaults.TEMPLATE)),
          Map.entry("ReplicaSet.apps", made("spec", absent("replicas", 1), PodDefaults.TEMPLATE)),
          Map.entry(
              "DaemonSet.apps",
              all(
                  KindDefaults::templateGeneration,
                  made(
                      "spec",
                      absent("revisionHistoryLimit", 10),
                      made(
                          "updateStrategy",
                          rolling(absent("maxUnavailable", 1), absent("maxSurge", 0))),
                      PodDefaults.TEMPLATE))),
          Map.entry(
              "StatefulSet.apps",
              made(
                  "spec",
                  absent("podManagementPolicy", "OrderedReady"),
                  made(
                      "updateStrategy",
                      rolling(absent("maxUnavailable", 1), absent("partition", 0))),
                  made(
                      "persistentVolumeClaimRetentionPolicy",
                      absent("whenDeleted", "Retain"),
                      absent("whenScaled", "Retain")),
                  absent("replicas", 1),
                  absent("revisionHistoryLimit", 10),
                  each(
                      "volumeClaimTemplates",
                      absent("apiVersion", "v1"),
                      absent("kind", "PersistentVolumeClaim"),
                      made("spec", CLAIM),
                      made("status", absent("phase", "Pending"))),
                  PodDefaults.TEMPLATE)),
          Map.entry(
              "Job.batch",
              all(
                  made(
                      "spec",
                      KindDefaults::completions,
                      absent("backoffLimit", 6),
                      absent("completionMode", "NonIndexed"),
                      absent("suspend", false),
                      absent("manualSelector", false),
                      KindDefaults::podReplacement,
                      PodDefaults.TEMPLATE),
                  KindDefaults::jobLabels)),
          Map.entry(
              "CronJob.batch",
              made(
                  "spec",
                  absent("concurrencyPolicy", "Allow"),
                  absent("suspend", false),
                  absent("successfulJobsHistoryLimit", 3),
                  absent("failedJobsHistoryLimit", 1),
                  made("jobTemplate", made("spec", PodDefaults.TEMPLATE)))),
          Map.entry("Service", made("spec", ServiceDefaults::set)),
          Map.entry(
              "PersistentVolumeClaim",
              all(made("spec", CLAIM), made("status", absent("phase", "Pending")))),
          Map.entry(
              "PersistentVolume",
              all(
                  made(
                      "spec",
                      absent("persistentVolumeReclaimPolicy", "Retain"),
                      absent("volumeMode", "Filesystem")),
                  made("status", absent("phase", "Pending")))),
          Map.entry("Secret", all(absent("type", "Opaque"), KindDefaults::stringData)),
          Map.entry("Endpoints", each("subsets", each("ports", absent("protocol", "TCP")))),
          Map.entry("LimitRange", made("spec", each("limits", KindDefaults::limits))),
          Map.entry(
              "Namespace", all(KindDefaults::labelled, made("status", absent("phase", "Active")))),
          Map.entry(
              "HorizontalPodAutoscaler.autoscaling",
              made(
                  "spec",
                  absent("minReplicas", 1),
                  KindDefaults::metrics,
                  in("behavior", Behavior.SET))),
          Map.entry(
              "NetworkPolicy.networking.k8s.io",
              made(
                  "spec",
                  KindDefaults::policyTypes,
                  each("ingress", each("ports", absent("protocol", "TCP"))),
                  each("egress", each("ports", absent("protocol", "TCP"))))),
          Map.entry("RoleBinding." + RBAC, BINDING),
          Map.entry("ClusterRoleBinding." + RBAC, BINDING),
          Map.entry(
              "StorageClass.storage.k8s.io",
              all(absent("reclaimPolicy", "Delete"), absent("volumeBindingMode", "Immediate"))),
          Map.entry(
              "EndpointSlice.discovery.k8s.io",
              each("ports", absent("name", ""), absent("protocol", "TCP"))),
          Map.entry(
              "CustomResourceDefinition.apiextensions.k8s.io",
              made(
                  "spec",
                  made("conversion", absent("strategy", "None")),
                  KindDefaults::definitionNames)));

  private KindDefaults() {}

  @SafeVarargs
  private static UnaryOperator<Tree.Obj> rolling(UnaryOperator<Tree.Obj>... changes) {
    return all(
        absent("type", "RollingUpdate"),
        strategy ->
            strategy.text("type").filter("RollingUpdate"::equals).isPresent()
                ? made("rollingUpdate", changes).apply(strategy)
                : strategy);
  }

  /// A Job without labels has those of its template.
  private static Tree.Obj jobLabels(Tree.Obj job) {
    var labels = job.fields("spec", "template", "metadata", "labels");
    return labels.isEmpty()
        ? job
        : made("metadata", absent("labels", new Tree.Obj(labels))).apply(job);
  }

  private static Tree.Obj completions(Tree.Obj spec) {
    boolean neither = Edit.lacks(spec, "completions") && Edit.lacks(spec, "parallelism");
    return all(
            neither ? absent("completions", 1) : UnaryOperator.identity(), absent("parallelism", 1))
        .apply(spec);
  }

  private static Tree.Obj podReplacement(Tree.Obj spec) {
    var policy = Edit.lacks(spec, "podFailurePolicy") ? "TerminatingOrFailed" : "Failed";
    return absent("podReplacementPolicy", policy).apply(spec);
  }

  /// A namespace bears its name as a label.
  private static Tree.Obj labelled(Tree.Obj namespace) {
    var name = namespace.text("metadata", "name").orElse("");
    return name.isEmpty()
        ? namespace
        : in("metadata", made("labels", l -> l.with("kubernetes.io/metadata.name", Tree.str(name))))
            .apply(namespace);
  }

  /// `stringData` is only for writing: it ends in `data`.
  private static Tree.Obj stringData(Tree.Obj secret) {
    var texts = secret.fields("stringData");
    if (texts.isEmpty()) {
      return secret.without("stringData");
    }
    var data = Edit.part(secret, "data");
    for (var text : texts.entrySet()) {
      var value = text.getValue() instanceof Tree.Str(String v) ? v : "";
      var encoded = Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
      data = data.with(text.getKey(), Tree.str(encoded));
    }
    return secret.with("data", data).without("stringData");
  }

  private static Tree.Obj templateGeneration(Tree.Obj set) {
    return made(
            "metadata",
            made("annotations", absent("deprecated.daemonset.template.generation", "1")))
        .apply(set);
  }

  private static Tree.Obj limits(Tree.Obj limit) {
    if (limit.text("type").filter("Container"::equals).isEmpty()) {
      return limit;
    }
    var set = filled(limit, "default", "max");
    return filled(filled(set, "defaultRequest", "default"), "defaultRequest", "min");
  }

  /// Resources that one field lacks, taken from another.
  private static Tree.Obj filled(Tree.Obj object, String field, String from) {
    var filled = Edit.part(object, field);
    for (var value : object.fields(from).entrySet()) {
      filled = absent(value.getKey(), value.getValue()).apply(filled);
    }
    return filled.fields().isEmpty() ? object : object.with(field, filled);
  }

  private static Tree.Obj metrics(Tree.Obj spec) {
    var target = Tree.obj("type", Tree.str("Utilization"), "averageUtilization", Tree.Num.of(80));
    var cpu =
        Tree.obj(
            "type",
            Tree.str("Resource"),
            "resource",
            Tree.obj("name", Tree.str("cpu"), "target", target));
    return spec.items("metrics").isEmpty() ? spec.with("metrics", Tree.arr(cpu)) : spec;
  }

  private static Tree.Obj policyTypes(Tree.Obj spec) {
    if (!spec.items("policyTypes").isEmpty()) {
      return spec;
    }
    var types = new ArrayList<Tree>();
    types.add(Tree.str("Ingress"));
    if (!spec.items("egress").isEmpty()) {
      types.add(Tree.str("Egress"));
    }
    return spec.with("policyTypes", new Tree.Arr(types));
  }

  private static Tree.Obj definitionNames(Tree.Obj spec) {
    var kind = spec.text("names", "kind").orElse("");
    return kind.isEmpty()
        ? spec
        : in(
                "names",
                absent("singular", kind.toLowerCase(Locale.ROOT)),
                absent("listKind", kind + "List"))
            .apply(spec);
  }
}

package dev.plumbline.sandbox.rules;

import dev.plumbline.model.Tree;
import dev.plumbline.sandbox.kinds.Kind;
import dev.plumbline.schema.FieldError;
import dev.plumbline.yaml.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What may not change once it is there.
final class Immutable {

  private static final Map<String, List<List<String>>> FIELDS =
      Map.of(
          "Deployment.apps", List.of(List.of("spec", "selector")),
          "ReplicaSet.apps", List.of(List.of("spec", "selector")),
          "DaemonSet.apps", List.of(List.of("spec", "selector")),
          "Job.batch",
              List.of(
                  List.of("spec", "completions"),
                  List.of("spec", "selector"),
                  List.of("spec", "template"),
                  List.of("spec", "completionMode"),
                  List.of("spec", "podFailurePolicy"),
                  List.of("spec", "backoffLimitPerIndex"),
                  List.of("spec", "managedBy"),
                  List.of("spec", "successPolicy")),
          "Secret", List.of(List.of("type")),
          "StorageClass.storage.k8s.io",
              List.of(List.of("provisioner"), List.of("parameters"), List.of("volumeBindingMode")),
          "PersistentVolume", List.of(List.of("spec", "persistentVolumeSource")));

  /// Of a StatefulSet.
  private static final List<String> FIXED =
      List.of("selector", "serviceName", "podManagementPolicy", "volumeClaimTemplates");

  private static final Set<String> CHANGING =
      Set.of(
          "replicas",
          "ordinals",
          "template",
          "updateStrategy",
          "revisionHistoryLimit",
          "persistentVolumeClaimRetentionPolicy",
          "minReadySeconds");

  private Immutable() {}

  static List<FieldError> errors(Kind kind, Tree.Obj live, Tree.Obj next) {
    var errors = new ArrayList<FieldError>();
    for (var path : FIELDS.getOrDefault(kind.kindName(), List.of())) {
      var keys = path.toArray(String[]::new);
      var now = next.at(keys).orElse(Tree.Null.VALUE);
      boolean elastic =
          path.getLast().equals("completions")
              && next.text("spec", "completionMode").filter("Indexed"::equals).isPresent()
              && now.equals(next.at("spec", "parallelism").orElse(Tree.Null.VALUE));
      if (!elastic && !live.at(keys).orElse(Tree.Null.VALUE).equals(now)) {
        errors.add(invalid(String.join(".", path), now, "field is immutable"));
      }
    }
    switch (kind.kindName()) {
      case "StatefulSet.apps" -> statefulSet(live, next, errors);
      case "Service" -> service(live, next, errors);
      case "ConfigMap", "Secret" -> frozen(live, next, errors);
      case "PersistentVolumeClaim" -> claim(live, next, errors);
      case "RoleBinding.rbac.authorization.k8s.io",
          "ClusterRoleBinding.rbac.authorization.k8s.io" -> {
        var now = next.at("roleRef").orElse(Tree.Null.VALUE);
        if (!live.at("roleRef").orElse(Tree.Null.VALUE).equals(now)) {
          errors.add(invalid("roleRef", shown(now), "field is immutable"));
        }
      }
      default -> {}
    }
    return errors;
  }

  private static FieldError invalid(String field, Tree value, String why) {
    return new FieldError(
        "FieldValueInvalid", field, "Invalid value: " + Json.compact(value) + ": " + why);
  }

  /// A role's reference as Go shows it.
  private static Tree shown(Tree reference) {
    return Tree.obj(
        "APIGroup",
        Tree.str(reference.text("apiGroup").orElse("")),
        "Kind",
        Tree.str(reference.text("kind").orElse("")),
        "Name",
        Tree.str(reference.text("name").orElse("")));
  }

  private static FieldError forbidden(String field, String why) {
    return new FieldError("FieldValueForbidden", field, "Forbidden: " + why);
  }

  private static void statefulSet(Tree.Obj live, Tree.Obj next, List<FieldError> errors) {
    var before = Edit.part(live, "spec");
    var after = Edit.part(next, "spec");
    for (var field : FIXED) {
      var now = after.get(field).orElse(Tree.Null.VALUE);
      if (!before.get(field).orElse(Tree.Null.VALUE).equals(now)) {
        errors.add(invalid("spec." + field, now, "field is immutable"));
      }
      before = before.without(field);
      after = after.without(field);
    }
    for (var field : CHANGING) {
      before = before.without(field);
      after = after.without(field);
    }
    if (!before.equals(after)) {
      errors.add(
          forbidden(
              "spec",
              "updates to statefulset spec for fields other than 'replicas', 'ordinals',"
                  + " 'template', 'updateStrategy', 'revisionHistoryLimit',"
                  + " 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden"));
    }
  }

  private static void service(Tree.Obj live, Tree.Obj next, List<FieldError> errors) {
    var before = live.text("spec", "clusterIP").orElse("");
    var after = next.text("spec", "clusterIP").orElse("");
    if (!before.isEmpty() && !after.isEmpty() && !before.equals(after)) {
      errors.add(
          invalid("spec.clusterIPs[0]", Tree.arr(Tree.str(after)), "may not change once set"));
    }
  }

  private static void frozen(Tree.Obj live, Tree.Obj next, List<FieldError> errors) {
    if (live.at("immutable").filter(Tree.bool(true)::equals).isEmpty()) {
      return;
    }
    for (var field : List.of("immutable", "data", "binaryData")) {
      if (!live.at(field).equals(next.at(field))) {
        errors.add(forbidden(field, "field is immutable when `immutable` is set"));
      }
    }
  }

  private static void claim(Tree.Obj live, Tree.Obj next, List<FieldError> errors) {
    var before = Edit.part(live, "spec").without("resources").without("volumeAttributesClassName");
    var after = Edit.part(next, "spec").without("resources").without("volumeAttributesClassName");
    if (Edit.lacks(before, "storageClassName")) {
      after = after.without("storageClassName");
    }
    boolean bound = live.text("status", "phase").filter("Bound"::equals).isPresent();
    boolean resized = !live.at("spec", "resources").equals(next.at("spec", "resources"));
    if (!before.equals(after) || (resized && !bound)) {
      errors.add(
          forbidden(
              "spec",
              "spec is immutable after creation except resources.requests and"
                  + " volumeAttributesClassName for bound claims"));
    }
  }
}

package dev.plumbline.sandbox.checks;

import dev.plumbline.model.Tree;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// What every object has: name, labels, annotations, owners, finalizers
/// (`apimachinery/pkg/api/validation/objectmeta.go`).
final class Metadata {

  private static final int ANNOTATIONS = 256 * 1024;
  private static final int CRON_JOB = 52;

  private static final Map<String, Function<String, List<String>>> NAMES =
      Map.of(
          "Namespace", Names::label,
          "Service", Names::label,
          "StatefulSet.apps", Names::label,
          "Role.rbac.authorization.k8s.io", Names::segment,
          "RoleBinding.rbac.authorization.k8s.io", Names::segment,
          "ClusterRole.rbac.authorization.k8s.io", Names::segment,
          "ClusterRoleBinding.rbac.authorization.k8s.io", Names::segment);

  /// Kinds from whose names those of Pods are made.
  private static final Set<String> PODS =
      Set.of("Pod", "Deployment.apps", "ReplicaSet.apps", "CronJob.batch", "Job.batch");

  private static final Set<String> STANDARD = Set.of("foregroundDeletion", "orphan", "kubernetes");

  private Metadata() {}

  static void check(String kindName, boolean creating, Spot object) {
    var metadata = object.in("metadata");
    name(kindName, creating, metadata);
    boolean copied = creating && kindName.equals("Job.batch");
    labels(copied ? own(metadata.in("labels")) : metadata.in("labels"));
    annotations(metadata.in("annotations"));
    owners(metadata.in("ownerReferences"), metadata.each("ownerReferences"));
    finalizers(metadata);
    if (kindName.equals("CronJob.batch") && creating && metadata.text("name").length() > CRON_JOB) {
      metadata.in("name").invalid("must be no more than 52 characters");
    }
  }

  private static void name(String kindName, boolean creating, Spot metadata) {
    var rule = NAMES.getOrDefault(kindName, Names::subdomain);
    var prefix = metadata.text("generateName");
    if (!prefix.isEmpty()) {
      var masked =
          prefix.length() > 1 && prefix.endsWith("-")
              ? prefix.substring(0, prefix.length() - 2) + "a"
              : prefix;
      metadata.in("generateName").invalid(rule.apply(masked));
    }
    var name = metadata.in("name");
    name.invalid(rule.apply(name.text()));
    if (creating && PODS.contains(kindName)) {
      var wrong = Names.label(name.text());
      if (!wrong.isEmpty()) {
        name.warn(
            "this is used in Pod names and hostnames, which can result in surprising behavior; a"
                + " DNS label is recommended: ["
                + String.join(" ", wrong)
                + "]");
      }
    }
  }

  /// The labels of a new Job without those that it has from its template, where they are checked.
  private static Spot own(Spot labels) {
    return labels.value() instanceof Tree.Obj all
        ? labels.with(all.without("job-name").without("batch.kubernetes.io/job-name"))
        : labels;
  }

  /// Labels, wherever they stand.
  static void labels(Spot labels) {
    labels
        .fields()
        .forEach((key, value) -> {
          Names.qualified(key).forEach(w -> labels.invalid(Tree.str(key), w));
          var text = value instanceof Tree.Str(String t) ? t : "";
          Names.value(text).forEach(w -> labels.invalid(Tree.str(text), w));
        });
  }

  static void annotations(Spot annotations) {
    long size = 0;
    for (var entry : annotations.fields().entrySet()) {
      Names.qualified(entry.getKey().toLowerCase(Locale.ROOT))
          .forEach(w -> annotations.invalid(Tree.str(entry.getKey()), w));
      size += entry.getKey().length();
      size += entry.getValue() instanceof Tree.Str(String text) ? text.length() : 0;
    }
    if (size > ANNOTATIONS) {
      annotations.tooLong(ANNOTATIONS);
    }
  }

  private static void owners(Spot all, List<Spot> owners) {
    Spot controller = null;
    for (var owner : owners) {
      for (var field : List.of("apiVersion", "kind", "name", "uid")) {
        if (owner.text(field).isEmpty()) {
          owner.in(field).required("must not be empty");
        }
      }
      if (owner.yes("controller")) {
        if (controller != null) {
          all.invalid(
              "Only one reference can have Controller set to true. Found \"true\" in references for "
                  + said(controller)
                  + " and "
                  + said(owner));
        }
        controller = owner;
      }
    }
  }

  private static String said(Spot owner) {
    return owner.text("kind") + "/" + owner.text("name");
  }

  private static void finalizers(Spot metadata) {
    var all = metadata.in("finalizers");
    for (var spot : metadata.each("finalizers")) {
      var before = Names.qualified(spot.text());
      before.forEach(w -> all.invalid(spot.value(), w));
      if (before.isEmpty() && !spot.text().contains("/") && !STANDARD.contains(spot.text())) {
        spot.invalid("name is neither a standard finalizer name nor is it fully qualified");
      }
    }
    var texts = all.items();
    if (texts.contains(Tree.str("foregroundDeletion")) && texts.contains(Tree.str("orphan"))) {
      all.invalid("finalizer orphan and foregroundDeletion cannot be both set");
    }
  }
}

package dev.plumbline.sandbox.checks;

import dev.plumbline.model.Tree;

/// Pods, and the templates from which they are made.
final class Pods {

  private static final long LONGEST = Integer.MAX_VALUE;

  private Pods() {}

  static void pod(Spot object) {
    var spec = object.in("spec");
    spec(spec);
    for (var field : new String[] {"containers", "initContainers"}) {
      for (var container : spec.each(field)) {
        var image = container.in("image");
        if (!image.text().equals(image.text().strip())) {
          image.invalid("must not have leading or trailing whitespace");
        }
      }
    }
  }

  static void template(Spot template) {
    Metadata.labels(template.in("metadata", "labels").named(template.path() + ".labels"));
    Metadata.annotations(
        template.in("metadata", "annotations").named(template.path() + ".annotations"));
    spec(template.in("spec"));
  }

  private static void spec(Spot spec) {
    Containers.check(spec, Volumes.check(spec));
    spec.in("restartPolicy").among("Always", "OnFailure", "Never");
    spec.in("dnsPolicy").among("ClusterFirstWithHostNet", "ClusterFirst", "Default", "None");
    Metadata.labels(spec.in("nodeSelector"));
    Containers.security(spec.in("securityContext"));
    for (var secret : spec.each("imagePullSecrets")) {
      if (secret.text("name").isEmpty()) {
        secret.in("name").warn("invalid empty name \"\"");
      }
    }
    affinity(spec.in("affinity"));
    for (var server : spec.in("dnsConfig").each("nameservers")) {
      Addresses.ip(server);
    }
    for (var spread : spec.each("topologySpreadConstraints")) {
      spread(spread);
    }
    subdomain(spec.in("serviceAccountName"));
    subdomain(spec.in("nodeName"));
    spec.in("activeDeadlineSeconds").between(1, LONGEST);
    label(spec.in("hostname"));
    label(spec.in("subdomain"));
    for (var toleration : spec.each("tolerations")) {
      toleration(toleration);
    }
    for (var alias : spec.each("hostAliases")) {
      Addresses.ip(alias.in("ip"));
      alias.each("hostnames").forEach(h -> h.invalid(Names.subdomain(h.text())));
    }
    subdomain(spec.in("priorityClassName"));
    subdomain(spec.in("runtimeClassName"));
  }

  private static void subdomain(Spot name) {
    if (!name.text().isEmpty()) {
      name.invalid(Names.subdomain(name.text()));
    }
  }

  private static void label(Spot name) {
    if (!name.text().isEmpty()) {
      name.invalid(Names.label(name.text()));
    }
  }

  private static void affinity(Spot affinity) {
    var required = affinity.in("nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution");
    if (required.there() && required.in("nodeSelectorTerms").items().isEmpty()) {
      required.in("nodeSelectorTerms").required("must have at least one node selector term");
    }
  }

  private static void spread(Spot spread) {
    var skew = spread.in("maxSkew");
    if (skew.number() <= 0) {
      skew.invalid(Tree.Num.of(skew.number()), "must be greater than zero");
    }
    if (spread.text("topologyKey").isEmpty()) {
      spread.in("topologyKey").required("can not be empty");
    }
    var when = spread.in("whenUnsatisfiable");
    if (!when.there()) {
      when.unsupported(Tree.str(""), "DoNotSchedule", "ScheduleAnyway");
    }
    when.among("DoNotSchedule", "ScheduleAnyway");
    Selecting.check(spread.in("labelSelector"));
  }

  private static void toleration(Spot toleration) {
    var key = toleration.text("key");
    var operator = toleration.in("operator");
    if (key.isEmpty() && !operator.text().equals("Exists")) {
      operator.invalid(
          Tree.str(operator.text()),
          "operator must be Exists when `key` is empty, which means \"match all values and all"
              + " keys\"");
    }
    var effect = toleration.in("effect");
    if (toleration.has("tolerationSeconds") && !effect.text().equals("NoExecute")) {
      effect.invalid(
          Tree.str(effect.text()), "effect must be 'NoExecute' when `tolerationSeconds` is set");
    }
    if (operator.text().equals("Exists") && !toleration.text("value").isEmpty()) {
      operator.invalid(
          toleration.in("value").value(), "value must be empty when `operator` is 'Exists'");
    }
    if (operator.there() && !operator.text().isEmpty()) {
      operator.among("Equal", "Exists");
    }
    effect.among("NoSchedule", "PreferNoSchedule", "NoExecute");
    if (!key.isEmpty()) {
      toleration.in("key").invalid(Names.qualified(key));
    }
  }
}

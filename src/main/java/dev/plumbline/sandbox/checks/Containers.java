package dev.plumbline.sandbox.checks;

import dev.plumbline.model.Tree;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The containers of a pod.
final class Containers {

  private static final Set<String> FIELD_PATHS =
      Set.of(
          "metadata.name",
          "metadata.namespace",
          "metadata.uid",
          "spec.nodeName",
          "spec.serviceAccountName",
          "status.hostIP",
          "status.hostIPs",
          "status.podIP",
          "status.podIPs");

  private static final long HIGHEST_ID = Integer.MAX_VALUE;

  private Containers() {}

  static void check(Spot pod, Set<String> volumes) {
    var names = new HashSet<String>();
    var all = pod.each("containers");
    if (all.isEmpty()) {
      pod.in("containers").required();
    }
    for (var container : all) {
      common(container, volumes);
      unique(container, names);
      Probes.lifecycle(container.in("lifecycle"));
      Probes.check(container.in("livenessProbe"), true);
      Probes.check(container.in("readinessProbe"), false);
      Probes.check(container.in("startupProbe"), true);
    }
    for (var container : pod.each("initContainers")) {
      common(container, volumes);
      unique(container, names);
      if (container.is("restartPolicy", "Always")) {
        Probes.lifecycle(container.in("lifecycle"));
        Probes.check(container.in("livenessProbe"), true);
        Probes.check(container.in("readinessProbe"), false);
        Probes.check(container.in("startupProbe"), true);
        continue;
      }
      for (var field : List.of("lifecycle", "livenessProbe", "readinessProbe", "startupProbe")) {
        if (container.has(field)) {
          container
              .in(field)
              .forbidden("may not be set for init containers without restartPolicy=Always");
        }
      }
    }
  }

  private static void unique(Spot container, Set<String> names) {
    if (!container.text("name").isEmpty() && !names.add(container.text("name"))) {
      container.in("name").duplicate(container.in("name").value());
    }
  }

  private static void common(Spot container, Set<String> volumes) {
    var name = container.in("name");
    if (name.text().isEmpty()) {
      name.required();
    } else {
      name.invalid(Names.label(name.text()));
    }
    if (container.text("image").isEmpty()) {
      container.in("image").required();
    }
    container.in("terminationMessagePolicy").among("File", "FallbackToLogsOnError");
    ports(container);
    for (var variable : container.each("env")) {
      variable(variable);
    }
    repeated(container.each("env"));
    for (var source : container.each("envFrom")) {
      from(container, source);
    }
    mounts(container, volumes);
    container.in("imagePullPolicy").among("Always", "IfNotPresent", "Never");
    Resources.check(container.in("resources"));
    security(container.in("securityContext"));
  }

  private static void ports(Spot container) {
    var names = new HashSet<String>();
    var seen = new java.util.ArrayList<Spot>();
    for (var port : container.each("ports")) {
      var name = port.in("name");
      if (!name.text().isEmpty()) {
        var wrong = Names.portName(name.text());
        name.invalid(wrong);
        if (wrong.isEmpty() && !names.add(name.text())) {
          name.duplicate(name.value());
        }
      }
      var number = port.in("containerPort");
      if (number.number() == 0) {
        number.required();
      } else {
        number.port();
      }
      if (port.in("hostPort").number() != 0) {
        port.in("hostPort").port();
      }
      port.in("protocol").among("SCTP", "TCP", "UDP");
      for (var other : seen) {
        if (other.in("containerPort").value().equals(number.value())
            && other.text("protocol").equals(port.text("protocol"))
            && other.in("hostPort").value().equals(port.in("hostPort").value())
            && other.in("hostIP").value().equals(port.in("hostIP").value())) {
          port.warn("duplicate port definition with " + other.path());
        }
      }
      seen.add(port);
    }
  }

  private static void repeated(List<Spot> variables) {
    var names = new HashSet<String>();
    for (var variable : variables) {
      var name = variable.text("name");
      if (!name.isEmpty() && !names.add(name) && !variable.text("value").contains("$(" + name)) {
        variable.warn(
            "hides previous definition of \"" + name + "\", which may be dropped when using apply");
      }
    }
  }

  private static void variable(Spot variable) {
    var name = variable.in("name");
    if (name.text().isEmpty()) {
      name.required();
    } else {
      name.invalid(Names.env(name.text()));
    }
    var from = variable.in("valueFrom");
    if (!from.there()) {
      return;
    }
    int sources = from.fields().size();
    var field = from.in("fieldRef", "fieldPath");
    if (from.has("fieldRef") && field.text().isEmpty()) {
      field.required();
    } else if (from.has("fieldRef") && !known(field.text())) {
      field.invalid("error converting fieldPath: field label not supported: " + field.text());
    }
    for (var kind : List.of("configMapKeyRef", "secretKeyRef")) {
      if (from.has(kind)) {
        var of = from.in(kind, "name");
        Names.subdomain(of.text()).forEach(w -> of.invalid(Tree.str(of.text()), w));
      }
    }
    if (sources == 0) {
      from.invalid(
          Tree.str(""),
          "must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef`"
              + " or `fileKeyRef`");
    }
    if (!variable.text("value").isEmpty() && sources > 0) {
      from.invalid(Tree.str(""), "may not be specified when `value` is not empty");
    } else if (sources > 1) {
      from.invalid(Tree.str(""), "may not have more than one field specified at a time");
    }
  }

  private static boolean known(String path) {
    return FIELD_PATHS.contains(path)
        || path.matches("metadata\\.(labels|annotations)\\['[^']+'\\]");
  }

  private static void from(Spot container, Spot source) {
    int sources = 0;
    for (var kind : List.of("configMapRef", "secretRef")) {
      if (source.has(kind)) {
        sources++;
        var name = source.in(kind, "name");
        if (name.text().isEmpty()) {
          name.required();
        } else {
          name.invalid(Names.subdomain(name.text()));
        }
      }
    }
    if (sources == 0) {
      container
          .in("envFrom")
          .invalid(Tree.str(""), "must specify one of: `configMapRef` or `secretRef`");
    } else if (sources > 1) {
      container
          .in("envFrom")
          .invalid(Tree.str(""), "may not have more than one field specified at a time");
    }
  }

  private static void mounts(Spot container, Set<String> volumes) {
    var paths = new HashSet<String>();
    for (var mount : container.each("volumeMounts")) {
      var name = mount.in("name");
      if (name.text().isEmpty()) {
        name.required();
      }
      if (!volumes.contains(name.text())) {
        name.missing();
      }
      var path = mount.in("mountPath");
      if (path.text().isEmpty()) {
        path.required();
      }
      if (!paths.add(path.text())) {
        path.invalid("must be unique");
      }
    }
  }

  /// Whom a container or a pod runs as.
  static void security(Spot context) {
    for (var field : List.of("runAsUser", "runAsGroup", "fsGroup")) {
      context.in(field).between(0, HIGHEST_ID);
    }
  }
}

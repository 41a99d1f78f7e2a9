package dev.plumbline.sandbox.checks;

import dev.plumbline.model.Tree;

/// Roles and their bindings (`pkg/apis/rbac/validation`).
final class Roles {

  private static final String GROUP = "rbac.authorization.k8s.io";

  private Roles() {}

  static void role(boolean namespaced, Spot object) {
    for (var rule : object.each("rules")) {
      if (rule.in("verbs").items().isEmpty()) {
        rule.in("verbs").requiredDeclared();
      }
      var urls = rule.in("nonResourceURLs");
      if (!urls.items().isEmpty()) {
        if (namespaced) {
          urls.invalid("namespaced rules cannot apply to non-resource URLs");
        }
        if (listed(rule, "apiGroups")
            || listed(rule, "resources")
            || listed(rule, "resourceNames")) {
          urls.invalid("rules cannot apply to both regular resources and non-resource URLs");
        }
        continue;
      }
      if (!listed(rule, "apiGroups")) {
        rule.in("apiGroups").required("resource rules must supply at least one api group");
      }
      if (!listed(rule, "resources")) {
        rule.in("resources").required("resource rules must supply at least one resource");
      }
    }
  }

  private static boolean listed(Spot rule, String field) {
    return !rule.in(field).items().isEmpty();
  }

  static void binding(boolean namespaced, Spot object) {
    var role = object.in("roleRef");
    if (!role.text("apiGroup").equals(GROUP)) {
      role.in("apiGroup").unsupported(Tree.str(role.text("apiGroup")), GROUP);
    }
    var kind = role.in("kind");
    if (!kind.text().equals("ClusterRole") && !(namespaced && kind.text().equals("Role"))) {
      var shown = Tree.str(kind.text());
      if (namespaced) {
        kind.unsupported(shown, "Role", "ClusterRole");
      } else {
        kind.unsupported(shown, "ClusterRole");
      }
    }
    if (role.text("name").isEmpty()) {
      role.in("name").requiredDeclared();
    } else {
      role.in("name").invalid(Names.segment(role.text("name")));
    }
    for (var subject : object.each("subjects")) {
      subject(namespaced, subject);
    }
  }

  private static void subject(boolean namespaced, Spot subject) {
    var name = subject.in("name");
    if (name.text().isEmpty()) {
      name.requiredDeclared();
    }
    var group = subject.in("apiGroup");
    switch (subject.text("kind")) {
      case "ServiceAccount" -> {
        if (!name.text().isEmpty()) {
          name.invalid(Names.subdomain(name.text()));
        }
        if (!group.text().isEmpty()) {
          group.unsupported(group.value(), "");
        }
        if (!namespaced && subject.text("namespace").isEmpty()) {
          subject.in("namespace").required();
        }
      }
      case "User", "Group" -> {
        if (!group.text().equals(GROUP)) {
          group.unsupported(Tree.str(group.text()), GROUP);
        }
      }
      default ->
          subject
              .in("kind")
              .unsupported(Tree.str(subject.text("kind")), "ServiceAccount", "User", "Group");
    }
  }
}

package dev.plumbline.driver.kubernetes;

import dev.plumbline.cluster.Kind;
import dev.plumbline.model.Tree;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Something that may change an object on its way into the store: a webhook of a
/// MutatingWebhookConfiguration, or a MutatingAdmissionPolicy. The question is always whether it
/// may match; conditions in CEL, exclusions and bindings are taken as matching.
///
/// @param name as in messages: `webhook sidecar.acme.io`
/// @param rules what it is called for
/// @param exact whether a rule means only the version that it names
record Hook(
    String name, List<Tree> rules, boolean exact, Tree namespaceSelector, Tree objectSelector) {

  /// Kinds that the server also serves under another group (a rule for one matches the other).
  private static final Set<String> COHABITING =
      Set.of("", "extensions", "apps", "networking.k8s.io", "policy", "events.k8s.io");

  /// The hooks of a MutatingWebhookConfiguration.
  static Stream<Hook> ofWebhooks(Tree.Obj configuration) {
    return configuration.items("webhooks").stream()
        .map(w ->
            new Hook(
                "webhook " + w.text("name").orElse("without a name"),
                w.items("rules"),
                w.text("matchPolicy").filter("Exact"::equals).isPresent(),
                w.at("namespaceSelector").orElse(Tree.Obj.EMPTY),
                w.at("objectSelector").orElse(Tree.Obj.EMPTY)));
  }

  /// The hook that a MutatingAdmissionPolicy is.
  static Hook ofPolicy(Tree.Obj policy) {
    var constraints = policy.at("spec", "matchConstraints").orElse(Tree.Obj.EMPTY);
    return new Hook(
        "policy " + policy.text("metadata", "name").orElse("without a name"),
        constraints.items("resourceRules"),
        constraints.text("matchPolicy").filter("Exact"::equals).isPresent(),
        constraints.at("namespaceSelector").orElse(Tree.Obj.EMPTY),
        constraints.at("objectSelector").orElse(Tree.Obj.EMPTY));
  }

  /// Whether it may be called when an object of a kind is applied over one that exists.
  boolean mayConcern(Kind kind) {
    return rules.stream().anyMatch(r -> mayConcern(r, kind));
  }

  private boolean mayConcern(Tree rule, Kind kind) {
    return isNamed(rule, "operations", "UPDATE")
        && isScope(rule, kind)
        && Selector.names(rule, "resources").anyMatch(r -> isResource(r, kind))
        && (isGroupVersion(rule, kind) || (!exact && isElsewhere(rule, kind)));
  }

  private static boolean isNamed(Tree rule, String list, String name) {
    return Selector.names(rule, list).anyMatch(n -> n.equals("*") || n.equals(name));
  }

  private static boolean isScope(Tree rule, Kind kind) {
    return switch (rule.text("scope").orElse("*")) {
      case "Namespaced" -> kind.namespaced();
      case "Cluster" -> !kind.namespaced();
      default -> true;
    };
  }

  /// `pods` and `pods/*` mean the object, `pods/status` does not.
  private static boolean isResource(String resource, Kind kind) {
    var parts = resource.split("/", 2);
    return (parts[0].equals("*") || parts[0].equals(kind.plural()))
        && (parts.length == 1 || parts[1].equals("*"));
  }

  private boolean isGroupVersion(Tree rule, Kind kind) {
    return isNamed(rule, "apiGroups", kind.group())
        && (!exact || isNamed(rule, "apiVersions", kind.version()));
  }

  private static boolean isElsewhere(Tree rule, Kind kind) {
    return COHABITING.contains(kind.group())
        && Selector.names(rule, "apiGroups").anyMatch(COHABITING::contains);
  }

  /// Whether the selectors let an object through.
  ///
  /// @param namespace the labels of its namespace; empty when they are not known
  boolean mayMatch(Kind kind, Seen live, Optional<Tree.Obj> namespace) {
    if (!Selector.isOpen(objectSelector)
        && !Selector.mayMatch(objectSelector, Selector.labels(live.tree()))) {
      return false;
    }
    if (Selector.isOpen(namespaceSelector)) {
      return true;
    }
    if (kind.group().isEmpty() && kind.kind().equals("Namespace")) {
      return Selector.mayMatch(namespaceSelector, Selector.labels(live.tree()));
    }
    return !kind.namespaced()
        || namespace.isEmpty()
        || Selector.mayMatch(namespaceSelector, Selector.labels(namespace.get()));
  }
}

package dev.plumbline.sandbox.api;

import dev.plumbline.model.Tree;
import dev.plumbline.sandbox.kinds.Catalogue;
import dev.plumbline.sandbox.kinds.Kind;
import dev.plumbline.sandbox.kinds.Types;
import dev.plumbline.sandbox.store.Key;
import dev.plumbline.sandbox.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Definitions of kinds (CRDs): what they define is served at once, and they are told so in their
/// status.
final class Definitions {

  private static final String KIND = "CustomResourceDefinition.apiextensions.k8s.io";
  private static final String DEFINITIONS = "customresourcedefinitions.apiextensions.k8s.io";
  private static final List<String> VERBS =
      List.of("delete", "deletecollection", "get", "list", "patch", "create", "update", "watch");
  private static final List<String> SUB_VERBS = List.of("get", "patch", "update");

  private final Catalogue catalogue;
  private final Types types;
  private final Store store;
  private final Writes writes;

  Definitions(Catalogue catalogue, Types types, Store store, Writes writes) {
    this.catalogue = catalogue;
    this.types = types;
    this.store = store;
    this.writes = writes;
  }

  /// Whether an object can be played: a definition with what it asks for, a quota. Throws [Failure]
  /// with 501 when not.
  static void playable(Kind kind, Tree.Obj object) {
    if (kind.kindName().equals("ResourceQuota") || kind.kindName().equals("LimitRange")) {
      throw Failure.notPlayed("it enforces no " + kind.kind() + ", so it takes none");
    }
    if (!kind.kindName().equals(KIND)) {
      return;
    }
    if (object.text("spec", "conversion", "strategy").filter("Webhook"::equals).isPresent()) {
      throw Failure.notPlayed("conversion by webhook");
    }
    for (var version : object.items("spec", "versions")) {
      if (!version.items("selectableFields").isEmpty()) {
        throw Failure.notPlayed("selectable fields of custom resources");
      }
      version
          .items("additionalPrinterColumns")
          .forEach(c -> PrinterPath.playable(c.text("jsonPath").orElse("")));
      if (ruled(version)) {
        throw Failure.notPlayed("validation rules in CEL (x-kubernetes-validations)");
      }
    }
  }

  private static boolean ruled(Tree schema) {
    return switch (schema) {
      case Tree.Obj(Map<String, Tree> fields) ->
          (fields.get("x-kubernetes-validations") instanceof Tree.Arr(var rules)
                  && !rules.isEmpty())
              || fields.values().stream().anyMatch(Definitions::ruled);
      case Tree.Arr(List<Tree> items) -> items.stream().anyMatch(Definitions::ruled);
      default -> false;
    };
  }

  /// What the definition of a kind says of its version; empty for a built-in kind.
  Optional<Tree> version(Kind kind) {
    if (!catalogue.custom(kind)) {
      return Optional.empty();
    }
    return store.get(new Key(DEFINITIONS, "", kind.name())).stream()
        .flatMap(e -> e.body().items("spec", "versions").stream())
        .filter(v -> v.text("name").filter(kind.version()::equals).isPresent())
        .findFirst();
  }

  /// To be told after a write: serves what is defined now.
  void changed(Kind kind, Options options) {
    if (kind.kindName().equals(KIND) && !options.dryRun()) {
      store.exclusively(() -> {
        refresh(kind);
        return kind;
      });
    }
  }

  private void refresh(Kind kind) {
    var kinds = new ArrayList<Kind>();
    for (var entry : store.list(kind.name(), "")) {
      var definition = entry.body();
      for (var version : definition.items("spec", "versions")) {
        if (version.at("served").filter(Tree.bool(true)::equals).isPresent()) {
          var defined = kind(definition, version);
          var schema = version.at("schema", "openAPIV3Schema").orElse(Tree.Obj.EMPTY);
          types.define(defined, schema instanceof Tree.Obj o ? o : Tree.Obj.EMPTY);
          kinds.add(defined);
        }
      }
      if (definition.items("status", "conditions").isEmpty()) {
        var target = new Target(kind, "", entry.key().name(), "status");
        writes.change(
            target,
            Options.internal("kube-apiserver"),
            live ->
                writes.updated(
                    target,
                    live,
                    live.with("status", established(live)),
                    Options.internal("kube-apiserver")));
      }
    }
    kinds.sort((a, b) -> Versions.compare(a, b));
    catalogue.define(kinds);
  }

  private static Kind kind(Tree definition, Tree version) {
    var names = definition.at("spec", "names").orElse(Tree.Obj.EMPTY);
    var group = definition.text("spec", "group").orElse("");
    var name = version.text("name").orElse("");
    var kind = names.text("kind").orElse("");
    var subs = new ArrayList<Kind.Sub>();
    if (version.at("subresources", "status").isPresent()) {
      subs.add(new Kind.Sub("status", group, name, kind, SUB_VERBS));
    }
    if (version.at("subresources", "scale").isPresent()) {
      subs.add(new Kind.Sub("scale", "autoscaling", "v1", "Scale", SUB_VERBS));
    }
    return new Kind(
        group,
        name,
        kind,
        names.text("listKind").orElse(kind + "List"),
        names.text("plural").orElse(""),
        names.text("singular").orElse(""),
        definition.text("spec", "scope").filter("Namespaced"::equals).isPresent(),
        texts(names.items("shortNames")),
        texts(names.items("categories")),
        VERBS,
        subs);
  }

  private static List<String> texts(List<Tree> items) {
    return items.stream()
        .map(i -> i instanceof Tree.Str(String value) ? value : "")
        .filter(v -> !v.isEmpty())
        .toList();
  }

  private Tree established(Tree definition) {
    var stored = new ArrayList<Tree>();
    for (var version : definition.items("spec", "versions")) {
      if (version.at("storage").filter(Tree.bool(true)::equals).isPresent()) {
        stored.add(version.at("name").orElse(Tree.str("")));
      }
    }
    return Tree.obj(
        "conditions",
        Tree.arr(
            condition("NamesAccepted", "NoConflicts", "no conflicts found"),
            condition(
                "Established", "InitialNamesAccepted", "the initial names have been accepted")),
        "acceptedNames",
        definition.at("spec", "names").orElse(Tree.Obj.EMPTY),
        "storedVersions",
        new Tree.Arr(stored));
  }

  private Tree condition(String type, String reason, String message) {
    return Tree.obj(
        "type",
        Tree.str(type),
        "status",
        Tree.str("True"),
        "lastTransitionTime",
        Tree.str(writes.now()),
        "reason",
        Tree.str(reason),
        "message",
        Tree.str(message));
  }
}

package dev.plumbline.sandbox.controllers;

import dev.plumbline.model.Tree;
import dev.plumbline.sandbox.api.Hands;
import dev.plumbline.sandbox.kinds.Kind;
import dev.plumbline.sandbox.store.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/// Words that all controllers use.
final class Work {

  static final String MANAGER = "kube-controller-manager";

  final Hands hands;

  /// The last part of the names of Events, where a real recorder has nanoseconds.
  private final AtomicLong events = new AtomicLong(System.currentTimeMillis() * 1_000_000);

  Work(Hands hands) {
    this.hands = hands;
  }

  Kind kind(String group, String kind) {
    return hands.kind(group, kind).orElseThrow();
  }

  static Tree.Obj part(Tree tree, String... keys) {
    return tree.at(keys).orElse(Tree.Null.VALUE) instanceof Tree.Obj o ? o : Tree.Obj.EMPTY;
  }

  static String name(Tree object) {
    return object.text("metadata", "name").orElse("");
  }

  static String namespace(Tree object) {
    return object.text("metadata", "namespace").orElse("");
  }

  static String uid(Tree object) {
    return object.text("metadata", "uid").orElse("");
  }

  static long number(Tree tree, long otherwise, String... keys) {
    return tree.at(keys).orElse(Tree.Null.VALUE) instanceof Tree.Num n
        ? n.value().longValue()
        : otherwise;
  }

  static boolean deleted(Tree object) {
    return object.at("metadata", "deletionTimestamp").isPresent();
  }

  /// The objects of a kind that an object owns, in the order of their names.
  List<Tree.Obj> owned(Kind kind, Tree.Obj owner) {
    var uid = uid(owner);
    var all = new ArrayList<Tree.Obj>();
    for (var entry : hands.list(kind, namespace(owner))) {
      if (entry.owners().contains(uid)) {
        all.add(entry.body());
      }
    }
    return all;
  }

  /// `metadata` of something that an object makes and owns.
  static Tree.Obj metadata(Tree.Obj owner, String field, String name, Map<String, Tree> labels) {
    var reference =
        Tree.obj(
            "apiVersion",
            owner.get("apiVersion").orElse(Tree.str("")),
            "kind",
            owner.get("kind").orElse(Tree.str("")),
            "name",
            Tree.str(name(owner)),
            "uid",
            Tree.str(uid(owner)),
            "controller",
            Tree.bool(true),
            "blockOwnerDeletion",
            Tree.bool(true));
    var metadata = Tree.obj(field, Tree.str(name));
    metadata = labels.isEmpty() ? metadata : metadata.with("labels", new Tree.Obj(labels));
    return metadata.with("ownerReferences", Tree.arr(reference));
  }

  /// Replaces the fields of a status; times of conditions that say the same stay.
  void status(Kind kind, Tree.Obj object, Tree.Obj fields) {
    hands.change(
        kind,
        namespace(object),
        name(object),
        "status",
        MANAGER,
        live -> {
          var status = part(live, "status");
          for (var field : fields.fields().entrySet()) {
            status =
                field.getValue() instanceof Tree.Null
                    ? status.without(field.getKey())
                    : status.with(field.getKey(), settled(live, field.getKey(), field.getValue()));
          }
          return live.with("status", status);
        });
  }

  private static Tree settled(Tree live, String field, Tree value) {
    if (!field.equals("conditions") || !(value instanceof Tree.Arr(List<Tree> conditions))) {
      return value;
    }
    var kept = new ArrayList<Tree>();
    for (var condition : conditions) {
      kept.add(
          live.items("status", "conditions").stream()
              .filter(c ->
                  c.at("type").equals(condition.at("type"))
                      && c.at("status").equals(condition.at("status"))
                      && c.at("reason").equals(condition.at("reason")))
              .findFirst()
              .orElse(condition));
    }
    return new Tree.Arr(kept);
  }

  Tree condition(String type, boolean yes, String reason, String message) {
    var now = Tree.str(hands.now());
    return Tree.obj(
        "type",
        Tree.str(type),
        "status",
        Tree.str(yes ? "True" : "False"),
        "lastUpdateTime",
        now,
        "lastTransitionTime",
        now,
        "reason",
        Tree.str(reason),
        "message",
        Tree.str(message));
  }

  void replicas(Kind kind, Tree.Obj object, long replicas) {
    change(
        kind,
        object,
        live -> live.with("spec", part(live, "spec").with("replicas", Tree.Num.of(replicas))));
  }

  Optional<Tree.Obj> change(Kind kind, Tree.Obj object, UnaryOperator<Tree.Obj> change) {
    return hands.change(kind, namespace(object), name(object), "", MANAGER, change);
  }

  /// Writes an Event about an object.
  void event(Tree.Obj about, String component, String reason, String message) {
    event(about, component, "Normal", reason, message);
  }

  void event(Tree.Obj about, String component, String type, String reason, String message) {
    var now = Tree.str(hands.now());
    var involved =
        Tree.obj(
            "kind",
            about.get("kind").orElse(Tree.str("")),
            "namespace",
            Tree.str(namespace(about)),
            "name",
            Tree.str(name(about)),
            "uid",
            Tree.str(uid(about)),
            "apiVersion",
            about.get("apiVersion").orElse(Tree.str("")),
            "resourceVersion",
            about.at("metadata", "resourceVersion").orElse(Tree.str("")));
    hands.create(
        kind("", "Event"),
        namespace(about),
        Tree.obj(
            "metadata",
            Tree.obj(
                "name", Tree.str(name(about) + "." + Long.toHexString(events.incrementAndGet()))),
            "involvedObject",
            involved,
            "reason",
            Tree.str(reason),
            "message",
            Tree.str(message),
            "source",
            Tree.obj("component", Tree.str(component)),
            "firstTimestamp",
            now,
            "lastTimestamp",
            now,
            "count",
            Tree.Num.of(1),
            "type",
            Tree.str(type),
            "reportingComponent",
            Tree.str(component)),
        component);
  }

  /// Whether labels have what a map of wanted ones asks for.
  static boolean matches(Map<String, Tree> wanted, Entry entry) {
    return !wanted.isEmpty()
        && wanted.entrySet().stream()
            .allMatch(w ->
                w.getValue() instanceof Tree.Str(String value)
                    && value.equals(entry.labels().get(w.getKey())));
  }

  static boolean ready(Tree pod) {
    return pod.items("status", "conditions").stream()
        .anyMatch(c ->
            c.text("type").filter("Ready"::equals).isPresent()
                && c.text("status").filter("True"::equals).isPresent());
  }
}

package dev.plumbline.sandbox.api;

import dev.plumbline.model.Tree;
import dev.plumbline.sandbox.kinds.Kind;
import dev.plumbline.sandbox.store.Entry;
import dev.plumbline.sandbox.store.Store;
import dev.plumbline.schema.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Deletions: at once, or marked until finalizers are done. What depends on a deleted object is the
/// garbage collector's.
final class Deletes {

  private static final String FOREGROUND = "foregroundDeletion";
  private static final String ORPHAN = "orphan";

  private final Store store;
  private final Writes writes;
  private final Admission admission;

  Deletes(Store store, Writes writes, Admission admission) {
    this.store = store;
    this.writes = writes;
    this.admission = admission;
  }

  /// How to delete.
  record Wish(String uid, String version, String propagation, boolean dryRun) {}

  /// Reads DeleteOptions from the body and the parameters.
  static Wish wish(Request request, Bodies bodies) {
    var body = request.body().get();
    var options =
        body.length == 0
            ? Tree.Obj.EMPTY
            : switch (request.contentType()) {
              case "application/yaml" -> Bodies.yaml(body, "");
              case "application/vnd.kubernetes.protobuf" -> bodies.options(body);
              default -> Bodies.json(body, "DeleteOptions");
            };
    var propagation =
        options
            .text("propagationPolicy")
            .or(() -> request.parameter("propagationPolicy"))
            .orElse("Background");
    if (!List.of("Background", "Foreground", "Orphan").contains(propagation)) {
      throw Failure.options(
          "DeleteOptions",
          new FieldError(
              "FieldValueNotSupported",
              "propagationPolicy",
              "Unsupported value: \""
                  + propagation
                  + "\": supported values: \"Foreground\", \"Background\", \"Orphan\", \"nil\""));
    }
    var grace = request.parameter("gracePeriodSeconds").orElse("");
    if (!grace.matches("(-?\\d{1,18})?")) {
      throw Failure.badRequest("strconv.ParseInt: parsing \"" + grace + "\": invalid syntax");
    }
    if (request.query().containsKey("orphanDependents")
        || options.at("orphanDependents").isPresent()) {
      throw Failure.notPlayed("orphanDependents, which is deprecated; use propagationPolicy");
    }
    return new Wish(
        options.text("preconditions", "uid").orElse(""),
        options.text("preconditions", "resourceVersion").orElse(""),
        propagation,
        options.items("dryRun").contains(Tree.str("All")));
  }

  /// What is answered: the object where it is still there, else a Status.
  Tree.Obj delete(Target target, Wish wish, boolean dryRun) {
    return store.exclusively(() -> {
      var kind = target.kind();
      var entry = store.get(target.key()).orElseThrow(() -> Failure.notFound(kind, target.name()));
      admission.delete(kind, target.name());
      held(kind, entry, wish);
      return delete(target, entry, wish, dryRun).orElseGet(() -> gone(kind, entry));
    });
  }

  private static void held(Kind kind, Entry entry, Wish wish) {
    if (!wish.uid().isEmpty() && !wish.uid().equals(entry.uid())) {
      throw Failure.precondition(
          kind,
          entry.key().name(),
          "the UID in the precondition ("
              + wish.uid()
              + ") does not match the UID in record ("
              + entry.uid()
              + "). The object might have been deleted and then recreated");
    }
    if (!wish.version().isEmpty() && !wish.version().equals(Long.toString(entry.version()))) {
      throw Failure.precondition(
          kind,
          entry.key().name(),
          "the ResourceVersion in the precondition ("
              + wish.version()
              + ") does not match the ResourceVersion in record ("
              + entry.version()
              + "). The object might have been modified");
    }
  }

  /// Deletes all objects of a collection that are wanted; a list of them is answered.
  Tree.Obj all(Target target, Predicate<Entry> wanted, Wish wish, boolean dryRun, boolean custom) {
    return store.exclusively(() -> {
      var kind = target.kind();
      var items = new ArrayList<Tree>();
      for (var entry : store.list(kind.name(), target.namespace())) {
        if (wanted.test(entry)) {
          var one = new Target(kind, entry.key().namespace(), entry.key().name(), "");
          admission.delete(kind, one.name());
          var last = delete(one, entry, wish, dryRun).orElseGet(entry::body);
          items.add(custom ? last : last.without("kind").without("apiVersion"));
        }
      }
      return Tree.obj(
          "kind",
          Tree.str(kind.listKind()),
          "apiVersion",
          Tree.str(kind.apiVersion()),
          "metadata",
          Tree.obj("resourceVersion", Tree.str(Long.toString(store.version()))),
          "items",
          new Tree.Arr(items));
    });
  }

  /// The object when it stays for now.
  private Optional<Tree.Obj> delete(Target target, Entry entry, Wish wish, boolean dryRun) {
    var kind = target.kind();
    var live = Writes.inVersion(kind, entry);
    var finalizers = new ArrayList<>(live.items("metadata", "finalizers"));
    finalizers.remove(Tree.str(FOREGROUND));
    finalizers.remove(Tree.str(ORPHAN));
    switch (wish.propagation()) {
      case "Foreground" -> finalizers.add(Tree.str(FOREGROUND));
      case "Orphan" -> finalizers.add(Tree.str(ORPHAN));
      default -> {}
    }
    boolean namespace = kind.kindName().equals("Namespace");
    boolean stays =
        !finalizers.isEmpty() || (namespace && !live.items("spec", "finalizers").isEmpty());
    if (!stays) {
      if (!dryRun) {
        writes.remove(kind, target.key(), live);
      }
      return Optional.empty();
    }
    var metadata = (Tree.Obj) live.get("metadata").orElse(Tree.Obj.EMPTY);
    var marked = metadata;
    if (metadata.get("deletionTimestamp").isEmpty()) {
      marked = marked.with("deletionTimestamp", Tree.str(writes.now()));
      if (!namespace) {
        marked = marked.with("deletionGracePeriodSeconds", Tree.Num.of(0));
      }
      if (marked.get("generation").orElse(Tree.Null.VALUE) instanceof Tree.Num n) {
        marked = marked.with("generation", Tree.Num.of(n.value().longValue() + 1));
      }
    }
    marked =
        finalizers.isEmpty()
            ? marked.without("finalizers")
            : marked.with("finalizers", new Tree.Arr(finalizers));
    var object = live.with("metadata", marked);
    if (namespace) {
      object = object.with("status", Tree.obj("phase", Tree.str("Terminating")));
    }
    return Optional.of(
        dryRun || object.equals(live) ? object : writes.put(kind, target.key(), object));
  }

  private static Tree.Obj gone(Kind kind, Entry entry) {
    var details = Tree.obj("name", Tree.str(entry.key().name()));
    if (!kind.group().isEmpty()) {
      details = details.with("group", Tree.str(kind.group()));
    }
    return Tree.obj(
        "kind",
        Tree.str("Status"),
        "apiVersion",
        Tree.str("v1"),
        "metadata",
        Tree.Obj.EMPTY,
        "status",
        Tree.str("Success"),
        "details",
        details.with("kind", Tree.str(kind.resource())).with("uid", Tree.str(entry.uid())));
  }
}

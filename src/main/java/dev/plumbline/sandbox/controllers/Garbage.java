package dev.plumbline.sandbox.controllers;

import dev.plumbline.model.Tree;
import dev.plumbline.sandbox.kinds.Kind;
import dev.plumbline.sandbox.store.Change;
import dev.plumbline.sandbox.store.Key;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What depends on a deleted object goes with it (`metadata.ownerReferences`), before it
/// (foreground) or not at all (orphan).
final class Garbage {

  private static final String FOREGROUND = "foregroundDeletion";
  private static final String ORPHAN = "orphan";

  private final Work work;
  private final Map<String, Set<Key>> dependents = new HashMap<>();

  Garbage(Work work) {
    this.work = work;
  }

  void changed(Change change) {
    change
        .after()
        .ifPresent(e ->
            e.owners()
                .forEach(uid ->
                    dependents.computeIfAbsent(uid, u -> new LinkedHashSet<>()).add(e.key())));
    if (change.after().isEmpty()) {
      var gone = change.shown();
      gone.owners()
          .forEach(uid -> {
            var rest = dependents.get(uid);
            if (rest != null) {
              rest.remove(gone.key());
            }
            owner(uid).ifPresent(this::foreground);
          });
      collect(gone.uid());
      return;
    }
    var body = change.shown();
    if (body.deleted()) {
      var object = body.body();
      orphan(object);
      foreground(object);
    }
  }

  private final Map<String, Key> waiting = new HashMap<>();

  private Optional<Tree.Obj> owner(String uid) {
    var key = waiting.get(uid);
    return key == null
        ? Optional.empty()
        : kind(key).flatMap(k -> work.hands.get(k, key.namespace(), key.name()));
  }

  private Optional<Kind> kind(Key key) {
    return work.hands.kinds().stream().filter(k -> k.name().equals(key.resource())).findFirst();
  }

  private Optional<Kind> kind(Tree.Obj object) {
    var version = object.text("apiVersion").orElse("");
    var group = version.contains("/") ? version.substring(0, version.indexOf('/')) : "";
    return work.hands.kind(group, object.text("kind").orElse(""));
  }

  /// Deletes what depended on an object that is gone and on nobody else.
  private void collect(String uid) {
    waiting.remove(uid);
    var keys = dependents.remove(uid);
    for (var key : keys == null ? List.<Key>of() : List.copyOf(keys)) {
      kind(key)
          .ifPresent(kind ->
              work.hands
                  .get(kind, key.namespace(), key.name())
                  .ifPresent(object -> release(kind, object, uid)));
    }
  }

  private void release(Kind kind, Tree.Obj object, String uid) {
    var others = new ArrayList<Tree>();
    boolean mine = false;
    for (var reference : object.items("metadata", "ownerReferences")) {
      if (reference.text("uid").filter(uid::equals).isPresent()) {
        mine = true;
      } else {
        others.add(reference);
      }
    }
    if (mine && others.isEmpty()) {
      work.hands.delete(
          kind, Work.namespace(object), Work.name(object), Work.uid(object), "Background");
    } else if (mine) {
      references(kind, object, others);
    }
  }

  private void references(Kind kind, Tree.Obj object, List<Tree> references) {
    work.change(
        kind,
        object,
        live -> {
          var metadata = Work.part(live, "metadata");
          return live.with(
              "metadata",
              references.isEmpty()
                  ? metadata.without("ownerReferences")
                  : metadata.with("ownerReferences", new Tree.Arr(references)));
        });
  }

  private void foreground(Tree.Obj owner) {
    if (!owner.items("metadata", "finalizers").contains(Tree.str(FOREGROUND))) {
      return;
    }
    var kind = kind(owner).orElseThrow();
    waiting.put(Work.uid(owner), new Key(kind.name(), Work.namespace(owner), Work.name(owner)));
    var rest = dependents.getOrDefault(Work.uid(owner), Set.of());
    for (var key : List.copyOf(rest)) {
      kind(key)
          .ifPresent(k ->
              work.hands
                  .get(k, key.namespace(), key.name())
                  .filter(o -> !Work.deleted(o))
                  .ifPresent(o ->
                      work.hands.delete(
                          k, key.namespace(), key.name(), Work.uid(o), "Foreground")));
    }
    if (rest.isEmpty()) {
      finish(kind, owner, FOREGROUND);
    }
  }

  private void orphan(Tree.Obj owner) {
    if (!owner.items("metadata", "finalizers").contains(Tree.str(ORPHAN))) {
      return;
    }
    var keys = dependents.remove(Work.uid(owner));
    for (var key : keys == null ? List.<Key>of() : List.copyOf(keys)) {
      kind(key)
          .ifPresent(k ->
              work.hands
                  .get(k, key.namespace(), key.name())
                  .ifPresent(o -> {
                    var others = new ArrayList<>(o.items("metadata", "ownerReferences"));
                    others.removeIf(r -> r.text("uid").filter(Work.uid(owner)::equals).isPresent());
                    references(k, o, others);
                  }));
    }
    finish(kind(owner).orElseThrow(), owner, ORPHAN);
  }

  private void finish(Kind kind, Tree.Obj owner, String finalizer) {
    work.change(
        kind,
        owner,
        live -> {
          var left = new ArrayList<>(live.items("metadata", "finalizers"));
          left.remove(Tree.str(finalizer));
          var metadata = Work.part(live, "metadata");
          return live.with(
              "metadata",
              left.isEmpty()
                  ? metadata.without("finalizers")
                  : metadata.with("finalizers", new Tree.Arr(left)));
        });
  }
}

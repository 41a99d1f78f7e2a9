package dev.plumbline.sandbox.api;

import dev.plumbline.model.Tree;
import dev.plumbline.sandbox.kinds.Catalogue;
import dev.plumbline.sandbox.kinds.Kind;
import dev.plumbline.sandbox.store.Entry;
import dev.plumbline.sandbox.store.Key;
import dev.plumbline.sandbox.store.Store;
import dev.plumbline.sandbox.store.Watch;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Reads and writes for the controllers inside the sandbox: the same rules as for everybody else,
/// without HTTP. What is refused because somebody was faster is no error here.
public final class Hands {

  private final Catalogue catalogue;
  private final Store store;
  private final Bodies bodies;
  private final Writes writes;
  private final Deletes deletes;
  private final Definitions definitions;

  Hands(
      Catalogue catalogue,
      Store store,
      Bodies bodies,
      Writes writes,
      Deletes deletes,
      Definitions definitions) {
    this.catalogue = catalogue;
    this.store = store;
    this.bodies = bodies;
    this.writes = writes;
    this.deletes = deletes;
    this.definitions = definitions;
  }

  /// The kind of an object in its preferred version.
  public Optional<Kind> kind(String group, String kind) {
    return catalogue.anyVersion(group, kind);
  }

  /// All kinds whose objects are stored, each in one version.
  public List<Kind> kinds() {
    return catalogue.all().stream().filter(k -> k.can("list")).toList();
  }

  /// All objects of a kind in a namespace (`""`: everywhere).
  public List<Entry> list(Kind kind, String namespace) {
    return store.list(kind.name(), namespace);
  }

  public Optional<Tree.Obj> get(Kind kind, String namespace, String name) {
    return store.get(new Key(kind.name(), namespace, name)).map(Entry::body);
  }

  /// Every change of every object from now on.
  public Watch watch() {
    return store.watch("", "", store.version());
  }

  /// Creates an object; empty when it is there already or may not be made.
  public Optional<Tree.Obj> create(Kind kind, String namespace, Tree.Obj object, String manager) {
    try {
      var whole =
          object
              .with("apiVersion", Tree.str(kind.apiVersion()))
              .with("kind", Tree.str(kind.kind()));
      var complete = bodies.complete(kind, whole);
      var options = Options.internal(manager);
      return Optional.of(
          writes.create(new Target(kind, namespace, "", ""), complete, options, false));
    } catch (Failure refused) {
      return Optional.empty();
    }
  }

  /// Changes an object; empty when it is gone or may not be changed so.
  ///
  /// @param subresource `status`, or `""` for the object itself
  public Optional<Tree.Obj> change(
      Kind kind,
      String namespace,
      String name,
      String subresource,
      String manager,
      UnaryOperator<Tree.Obj> change) {
    var target = new Target(kind, namespace, name, subresource);
    var options = Options.internal(manager);
    try {
      return Optional.of(
          writes.change(
              target,
              options,
              live ->
                  writes.updated(
                      target, live, bodies.complete(kind, change.apply(live)), options)));
    } catch (Failure refused) {
      return Optional.empty();
    }
  }

  /// Deletes an object if it is still the same one.
  ///
  /// @param propagation `Background`, `Foreground` or `Orphan`
  public void delete(Kind kind, String namespace, String name, String uid, String propagation) {
    var target = new Target(kind, namespace, name, "");
    try {
      deletes.delete(target, new Deletes.Wish(uid, "", propagation, false), false);
      definitions.changed(kind, Options.internal(""));
    } catch (Failure gone) {
      // Somebody was faster.
    }
  }

  /// Now, as timestamps write it.
  public String now() {
    return writes.now();
  }
}

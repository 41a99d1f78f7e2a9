package dev.plumbline.sandbox.rules;

import dev.plumbline.model.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Words for the tables of defaults: each is a change of one object.
final class Edit {

  private Edit() {}

  /// One change after the other.
  @SafeVarargs
  @SuppressWarnings("varargs")
  static UnaryOperator<Tree.Obj> all(UnaryOperator<Tree.Obj>... changes) {
    var list = List.of(changes);
    return object -> {
      var changed = object;
      for (var change : list) {
        changed = change.apply(changed);
      }
      return changed;
    };
  }

  /// Sets a field that is missing.
  static UnaryOperator<Tree.Obj> absent(String key, Tree value) {
    return object -> lacks(object, key) ? object.with(key, value) : object;
  }

  static UnaryOperator<Tree.Obj> absent(String key, String value) {
    return absent(key, Tree.str(value));
  }

  static UnaryOperator<Tree.Obj> absent(String key, long value) {
    return absent(key, Tree.Num.of(value));
  }

  static UnaryOperator<Tree.Obj> absent(String key, boolean value) {
    return absent(key, Tree.bool(value));
  }

  /// Changes the object in a field, where there is one.
  @SafeVarargs
  static UnaryOperator<Tree.Obj> in(String key, UnaryOperator<Tree.Obj>... changes) {
    var change = all(changes);
    return object ->
        object.get(key).orElse(Tree.Null.VALUE) instanceof Tree.Obj inner
            ? object.with(key, change.apply(inner))
            : object;
  }

  /// Changes the object in a field, which is made where there is none.
  @SafeVarargs
  static UnaryOperator<Tree.Obj> made(String key, UnaryOperator<Tree.Obj>... changes) {
    return all(absent(key, Tree.Obj.EMPTY), in(key, changes));
  }

  /// Changes every object of the list in a field.
  @SafeVarargs
  static UnaryOperator<Tree.Obj> each(String key, UnaryOperator<Tree.Obj>... changes) {
    var change = all(changes);
    return object -> {
      var items = object.items(key);
      if (items.isEmpty()) {
        return object;
      }
      var changed = new ArrayList<Tree>(items.size());
      items.forEach(i -> changed.add(i instanceof Tree.Obj o ? change.apply(o) : i));
      return object.with(key, new Tree.Arr(changed));
    };
  }

  /// Whether a field is missing or null.
  static boolean lacks(Tree.Obj object, String key) {
    return object.get(key).orElse(Tree.Null.VALUE) instanceof Tree.Null;
  }

  /// The object in a field, empty where there is none.
  static Tree.Obj part(Tree.Obj object, String key) {
    return object.get(key).orElse(Tree.Null.VALUE) instanceof Tree.Obj inner
        ? inner
        : Tree.Obj.EMPTY;
  }
}

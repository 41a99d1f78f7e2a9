package dev.plumbline.schema.typed;

import dev.plumbline.model.Path.Step;
import dev.plumbline.model.Tree;
import dev.plumbline.schema.Type;
import java.util.TreeMap;

/// How an item of a list that is not atomic is named: by its key fields, with the schema's defaults
/// for those that are left out (protocol: TCP), or by its own value.
final class Items {

  private Items() {}

  /// The name of an item, or why it has none.
  sealed interface Named {
    record By(Step step) implements Named {}

    record Not(String why) implements Named {}
  }

  static Named name(Type.ListOf list, Tree item) {
    return list.keys().isEmpty() ? value(item) : keys(list, item);
  }

  /// The name of an item that was checked before; by an empty key when it has none after all.
  static Step step(Type.ListOf list, Tree item) {
    return switch (name(list, item)) {
      case Named.By(Step step) -> step;
      case Named.Not n -> new Step.Key(new TreeMap<>());
    };
  }

  private static Named keys(Type.ListOf list, Tree item) {
    if (item instanceof Tree.Null) {
      return new Named.Not("associative list with keys may not have a null element");
    }
    if (!(item instanceof Tree.Obj fields)) {
      return new Named.Not("associative list with keys may not have non-map elements");
    }
    var keys = new TreeMap<String, Tree>();
    for (var key : list.keys()) {
      fields
          .get(key)
          .or(() -> list.items().type().standard(key))
          .ifPresent(value -> keys.put(key, value));
    }
    if (keys.isEmpty()) {
      var names = list.keys().stream().map(Said::quote).toList();
      return new Named.Not(
          "associative list with keys has an element that omits all key fields ["
              + String.join(" ", names)
              + "] (and doesn't have default values for any key fields)");
    }
    return new Named.By(new Step.Key(keys));
  }

  private static Named value(Tree item) {
    return switch (item) {
      case Tree.Obj o ->
          new Named.Not("associative list without keys has an element that's a map type");
      case Tree.Arr a -> new Named.Not("not supported: associative list with lists as elements");
      case Tree.Null n ->
          new Named.Not("associative list without keys has an element that's an explicit null");
      case Tree.Str s -> new Named.By(new Step.Value(s));
      case Tree.Num n -> new Named.By(new Step.Value(n));
      case Tree.Bool b -> new Named.By(new Step.Value(b));
      case Tree.Hidden h -> value(h.reveal());
    };
  }
}

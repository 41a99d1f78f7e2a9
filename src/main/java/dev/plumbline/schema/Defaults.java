package dev.plumbline.schema;

import dev.plumbline.model.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/// Sets the defaults that a schema declares, as apiextensions does it: only where the parent
/// exists, and in place of a null that is not allowed. Of types compiled into the server the schema
/// carries only some defaults (`protocol: TCP`); the others are Go code.
public final class Defaults {

  private Defaults() {}

  /// An object with its defaults; of custom resources also without the nulls that are not allowed
  /// and have no default (`defaulting.PruneNonNullableNullsWithoutDefaults`).
  public static Tree.Obj set(Type type, Tree.Obj object) {
    return in(type, object) instanceof Tree.Obj filled ? filled : object;
  }

  private static Tree in(Type type, Tree value) {
    return switch (type) {
      case Type.Struct struct -> value instanceof Tree.Obj o ? struct(struct, o) : value;
      case Type.MapOf map -> value instanceof Tree.Obj o ? map(map, o) : value;
      case Type.ListOf list -> value instanceof Tree.Arr a ? list(list, a) : value;
      case Type.Any any -> value;
      case Type.Scalar scalar -> value;
    };
  }

  private static Tree struct(Type.Struct type, Tree.Obj value) {
    var fields = new LinkedHashMap<String, Tree>();
    value
        .fields()
        .forEach((name, v) -> {
          var slot = type.fields().get(name);
          var filled = slot == null ? v : orDefault(slot, v);
          if (slot != null && filled instanceof Tree.Null && !slot.nullable()) {
            return;
          }
          fields.put(name, filled);
        });
    type.fields()
        .forEach((name, slot) -> {
          var standard = slot.standard().orElse(null);
          if (standard != null && !fields.containsKey(name) && (!type.coded() || says(standard))) {
            fields.put(name, standard);
          }
        });
    fields.replaceAll((name, v) -> {
      var slot = type.fields().get(name);
      var below = slot == null ? type.rest().orElse(null) : slot;
      return below == null ? v : in(below.type(), v);
    });
    return new Tree.Obj(fields);
  }

  /// In types of the server's code a default of nothing (`""`, `0`, `{}`) is how Go's zero values
  /// look, not a default.
  private static boolean says(Tree standard) {
    return !(standard.equals(Tree.Obj.EMPTY)
        || standard.equals(Tree.str(""))
        || standard.equals(Tree.bool(false))
        || standard.equals(Tree.Num.of(0)));
  }

  private static Tree map(Type.MapOf type, Tree.Obj value) {
    var fields = new LinkedHashMap<String, Tree>();
    value
        .fields()
        .forEach((name, v) -> {
          var filled = orDefault(type.values(), v);
          if (!(filled instanceof Tree.Null) || type.values().nullable()) {
            fields.put(name, in(type.values().type(), filled));
          }
        });
    return new Tree.Obj(fields);
  }

  private static Tree list(Type.ListOf type, Tree.Arr value) {
    var items = new ArrayList<Tree>();
    for (var item : value.items()) {
      items.add(in(type.items().type(), orDefault(type.items(), item)));
    }
    return new Tree.Arr(items);
  }

  private static Tree orDefault(Slot slot, @Nullable Tree value) {
    return value instanceof Tree.Null && !slot.nullable()
        ? slot.standard().orElse(Tree.Null.VALUE)
        : value == null ? Tree.Null.VALUE : value;
  }
}

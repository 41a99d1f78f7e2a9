package dev.plumbline.schema;

import dev.plumbline.model.Tree;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What OpenAPI calls a type, and which values are of it.
final class Names {

  private Names() {}

  static String of(Type type) {
    return switch (type) {
      case Type.Struct s -> "object";
      case Type.MapOf m -> "object";
      case Type.ListOf l -> "array";
      case Type.Any a -> "any";
      case Type.Scalar(var kind) ->
          switch (kind) {
            case STRING -> "string";
            case INTEGER -> "integer";
            case NUMBER -> "number";
            case BOOLEAN -> "boolean";
            case INT_OR_STRING -> "integer,string";
            case QUANTITY -> "string,number";
            case ANY -> "any";
          };
    };
  }

  static String of(Tree value) {
    return switch (value) {
      case Tree.Obj o -> "object";
      case Tree.Arr a -> "array";
      case Tree.Str s -> "string";
      case Tree.Num n -> whole(n) ? "integer" : "number";
      case Tree.Bool b -> "boolean";
      case Tree.Null n -> "null";
      case Tree.Hidden h -> of(h.reveal());
    };
  }

  static boolean fits(Type.ScalarKind kind, Tree value) {
    return switch (kind) {
      case STRING -> value instanceof Tree.Str;
      case INTEGER -> value instanceof Tree.Num n && whole(n);
      case NUMBER -> value instanceof Tree.Num;
      case BOOLEAN -> value instanceof Tree.Bool;
      case INT_OR_STRING -> value instanceof Tree.Str || (value instanceof Tree.Num n && whole(n));
      case QUANTITY -> value instanceof Tree.Str || value instanceof Tree.Num;
      case ANY -> !(value instanceof Tree.Obj || value instanceof Tree.Arr);
    };
  }

  private static boolean whole(Tree.Num number) {
    return number.value().stripTrailingZeros().scale() <= 0;
  }

  /// What tells an item of a list from the others; null when nothing has to.
  static @Nullable Tree item(Type.ListOf list, Tree item) {
    return switch (list.kind()) {
      case ATOMIC -> null;
      case SET -> item;
      case KEYED -> {
        var keys = new TreeMap<String, Tree>();
        for (var key : list.keys()) {
          item.at(key).or(() -> list.items().type().standard(key)).ifPresent(v -> keys.put(key, v));
        }
        yield new Tree.Obj(keys);
      }
    };
  }
}

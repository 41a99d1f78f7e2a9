package dev.plumbline.schema.typed;

import dev.plumbline.model.Path.Step;
import dev.plumbline.model.Tree;
import dev.plumbline.schema.Slot;
import dev.plumbline.schema.Type;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which part of a type speaks for a value: a type may allow several (structured-merge-diff's
/// `deduceAtom`). Null and nothing are of any shape; a map is tried first.
enum Shape {
  MAP,
  LIST,
  SCALAR;

  static Shape of(Type type, @Nullable Tree value) {
    return switch (type) {
      case Type.Struct s -> MAP;
      case Type.MapOf m -> MAP;
      case Type.ListOf l -> LIST;
      case Type.Scalar s -> SCALAR;
      case Type.Any a -> ofAny(value);
    };
  }

  private static Shape ofAny(@Nullable Tree value) {
    if (value instanceof Tree.Hidden hidden) {
      return ofAny(hidden.reveal());
    }
    return value == null || value instanceof Tree.Null || value instanceof Tree.Obj
        ? MAP
        : value instanceof Tree.Arr ? LIST : SCALAR;
  }

  /// Whether a value of this shape is owned as a whole.
  boolean atomic(Type type) {
    return switch (type) {
      case Type.Struct s -> s.atomic();
      case Type.MapOf m -> m.atomic();
      case Type.ListOf l -> l.kind() == Type.ListKind.ATOMIC;
      case Type.Scalar s -> true;
      case Type.Any a -> this != MAP || a.atomic();
    };
  }

  /// Whether a type declares a field by name.
  static boolean declares(Type type, String field) {
    return type instanceof Type.Struct struct && struct.fields().containsKey(field);
  }

  /// The type of what a key of an object holds; empty where the key may not be.
  static @Nullable Type field(Type type, String key) {
    return switch (type) {
      case Type.Struct struct -> {
        var slot = struct.fields().get(key);
        yield slot != null ? slot.type() : struct.rest().map(Slot::type).orElse(null);
      }
      case Type.MapOf map -> map.values().type();
      case Type.Any any -> any;
      case Type.ListOf l -> null;
      case Type.Scalar s -> null;
    };
  }

  /// The same, for values that were checked before.
  static Type checkedField(Type type, String key) {
    var known = field(type, key);
    return known == null ? new Type.Any(true) : known;
  }

  /// The fields of an object; null when it is none.
  static @Nullable Map<String, Tree> map(@Nullable Tree value) {
    return value instanceof Tree.Obj(var fields) ? fields : null;
  }

  /// The items of a list; null when it is none.
  static @Nullable List<Tree> list(@Nullable Tree value) {
    return value instanceof Tree.Arr(var items) ? items : null;
  }

  static Step field(String key) {
    return new Step.Field(key);
  }
}

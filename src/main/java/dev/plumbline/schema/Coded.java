package dev.plumbline.schema;

import dev.plumbline.model.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/// Objects as the server's Go code holds them, for types that are compiled into it: a field that is
/// a struct there is written even when it is empty (`status: {}`), a null, an empty map and an
/// empty list are no value. Custom resources are left alone.
public final class Coded {

  private Coded() {}

  /// A new object of a type before anybody set a field. Ownership of a new object is counted from
  /// here.
  public static Tree.Obj zero(Type type) {
    if (!(type instanceof Type.Struct struct) || !struct.coded()) {
      return Tree.Obj.EMPTY;
    }
    var fields = new LinkedHashMap<String, Tree>();
    struct
        .fields()
        .forEach((name, slot) -> {
          if (slot.standard().filter(Tree.Obj.EMPTY::equals).isPresent()) {
            fields.put(name, zero(slot.type()));
          } else if (struct.required().contains(name)) {
            fields.put(name, slot.standard().orElse(Tree.Null.VALUE));
          }
        });
    return new Tree.Obj(fields);
  }

  /// A value as the server writes it: without nulls, empty maps and lists that are optional, with
  /// the empty structs.
  public static Tree written(Type type, Tree value) {
    return switch (type) {
      case Type.Struct struct ->
          struct.coded() && value instanceof Tree.Obj fields ? struct(struct, fields) : value;
      case Type.MapOf map -> value instanceof Tree.Obj fields ? map(map, fields) : value;
      case Type.ListOf list -> value instanceof Tree.Arr items ? list(list, items) : value;
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
          if (slot != null && !isNothing(type.required().contains(name), slot.type(), v)) {
            fields.put(name, written(slot.type(), v));
          } else if (slot == null) {
            fields.put(name, v);
          }
        });
    type.fields()
        .forEach((name, slot) -> {
          if (slot.standard().filter(Tree.Obj.EMPTY::equals).isPresent()) {
            fields.computeIfAbsent(name, n -> written(slot.type(), Tree.Obj.EMPTY));
          }
        });
    return new Tree.Obj(fields);
  }

  /// What Go leaves out of an optional field (`omitempty`). Whether it also leaves out a zero or a
  /// false depends on its being a pointer, which OpenAPI does not say.
  private static boolean isNothing(boolean required, Type type, Tree value) {
    return value instanceof Tree.Null
        || (!required && type instanceof Type.MapOf && value.equals(Tree.Obj.EMPTY))
        || (!required && type instanceof Type.ListOf && value.equals(Tree.Arr.EMPTY));
  }

  private static Tree map(Type.MapOf type, Tree.Obj value) {
    var fields = new LinkedHashMap<String, Tree>();
    value.fields().forEach((name, v) -> fields.put(name, written(type.values().type(), v)));
    return new Tree.Obj(fields);
  }

  private static Tree list(Type.ListOf type, Tree.Arr value) {
    var items = new ArrayList<Tree>();
    value.items().forEach(i -> items.add(written(type.items().type(), i)));
    return new Tree.Arr(items);
  }
}

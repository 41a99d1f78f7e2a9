package dev.plumbline.schema;

import dev.plumbline.model.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Checks an object against its schema, as apiextensions checks custom resources: types, required
/// fields, enums, bounds, patterns, names of list items. Expressions (CEL) and formats are not
/// checked. The server checks types compiled into it with Go code that says more.
public final class Validation {

  private final List<FieldError> errors = new ArrayList<>();

  private Validation() {}

  /// What is wrong, in the order of the object; empty when nothing is.
  public static List<FieldError> of(Type type, Tree.Obj object) {
    var walk = new Validation();
    walk.in("", Slot.of(type), object);
    return List.copyOf(walk.errors);
  }

  private void in(String path, Slot slot, Tree value) {
    if (value instanceof Tree.Null) {
      if (!slot.nullable() && !(slot.type() instanceof Type.Any)) {
        type(path, Names.of(slot.type()), value);
      }
      return;
    }
    var shown = value instanceof Tree.Hidden h ? h.reveal() : value;
    int before = errors.size();
    switch (slot.type()) {
      case Type.Struct struct -> struct(path, struct, shown);
      case Type.MapOf map -> map(path, map, shown);
      case Type.ListOf list -> list(path, list, shown);
      case Type.Scalar(var kind) -> {
        if (!Names.fits(kind, shown)) {
          type(path, Names.of(slot.type()), shown);
          if (kind == Type.ScalarKind.INTEGER && shown instanceof Tree.Num) {
            errors.add(fraction(path));
          }
          if (!(value instanceof Tree.Hidden)) {
            errors.addAll(Bounds.allowed(path, slot.schema(), shown));
          }
        }
      }
      case Type.Any any -> {}
    }
    // Messages about bounds show the value: not one that is hidden.
    if (errors.size() == before && !(value instanceof Tree.Hidden)) {
      errors.addAll(Bounds.errors(path, slot.schema(), shown));
    }
  }

  private void type(String path, String wanted, Tree got) {
    errors.add(
        new FieldError(
            "FieldValueTypeInvalid",
            path,
            "Invalid value: \""
                + Names.of(got)
                + "\": "
                + path
                + " in body must be of type "
                + wanted
                + ": \""
                + Names.of(got)
                + "\""));
  }

  /// What the server says beside the wrong type, in its own odd form.
  private static FieldError fraction(String path) {
    return new FieldError(
        "FieldValueInvalid",
        "<nil>",
        "Invalid value: \"\": Checked value must be of type integer (default format) in " + path);
  }

  private void struct(String path, Type.Struct type, Tree value) {
    if (!(value instanceof Tree.Obj(var fields))) {
      type(path, "object", value);
      return;
    }
    for (var name : type.required()) {
      if (!fields.containsKey(name)) {
        errors.add(new FieldError("FieldValueRequired", below(path, name), "Required value"));
      }
    }
    fields.forEach((name, v) -> {
      var slot = type.fields().get(name);
      if (slot != null) {
        in(below(path, name), slot, v);
      } else {
        type.rest().ifPresent(r -> in(below(path, name), r, v));
      }
    });
  }

  private static String below(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private void map(String path, Type.MapOf type, Tree value) {
    if (!(value instanceof Tree.Obj(var fields))) {
      type(path, "object", value);
      return;
    }
    fields.forEach((name, v) -> in(below(path, name), type.values(), v));
  }

  private void list(String path, Type.ListOf type, Tree value) {
    if (!(value instanceof Tree.Arr(var items))) {
      type(path, "array", value);
      return;
    }
    var seen = new HashSet<Tree>();
    for (int i = 0; i < items.size(); i++) {
      var at = path + "[" + i + "]";
      in(at, type.items(), items.get(i));
      if (type.kind() == Type.ListKind.KEYED && !(items.get(i) instanceof Tree.Obj)) {
        errors.add(
            new FieldError(
                "FieldValueInvalid",
                at,
                "Invalid value: "
                    + (items.get(i) instanceof Tree.Hidden h ? h : GoJson.write(items.get(i)))
                    + ": must be an object for an array of list-type map"));
        continue;
      }
      var name = Names.item(type, items.get(i));
      if (name != null && !seen.add(name)) {
        errors.add(
            new FieldError("FieldValueDuplicate", at, "Duplicate value: " + GoJson.write(name)));
      }
    }
  }
}

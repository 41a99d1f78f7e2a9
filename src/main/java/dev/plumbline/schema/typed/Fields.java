package dev.plumbline.schema.typed;

import dev.plumbline.model.Path;
import dev.plumbline.model.Path.Step;
import dev.plumbline.model.Tree;
import dev.plumbline.schema.FieldSet;
import dev.plumbline.schema.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// The fields that an object holds (structured-merge-diff `typed/tofieldset.go`): leaves, items of
/// lists, keys of free maps.
public final class Fields {

  /// What no manager comes to own, whoever writes it: what says which object it is, and what the
  /// server keeps about it.
  public static final FieldSet NEVER_OWNED =
      FieldSet.ofPaths(
          Path.of("apiVersion"),
          Path.of("kind"),
          Path.of("metadata"),
          Path.of("metadata", "name"),
          Path.of("metadata", "namespace"),
          Path.of("metadata", "creationTimestamp"),
          Path.of("metadata", "selfLink"),
          Path.of("metadata", "uid"),
          Path.of("metadata", "clusterName"),
          Path.of("metadata", "generation"),
          Path.of("metadata", "managedFields"),
          Path.of("metadata", "resourceVersion"));

  private Fields() {}

  /// The fields of a value that was checked.
  public static FieldSet of(Type type, Tree value) {
    return set(type, value, false);
  }

  private static FieldSet set(Type type, Tree value, boolean member) {
    var shape = Shape.of(type, value);
    if (shape.atomic(type)) {
      return FieldSet.node(true, Map.of());
    }
    return switch (shape) {
      case MAP -> value instanceof Tree.Obj(var fields) ? map(type, fields, member) : leaf(member);
      case LIST ->
          value instanceof Tree.Arr(var items) && type instanceof Type.ListOf list
              ? list(list, items, member)
              : leaf(member);
      case SCALAR -> leaf(true);
    };
  }

  private static FieldSet leaf(boolean member) {
    return FieldSet.node(member, Map.of());
  }

  private static FieldSet map(Type type, Map<String, Tree> fields, boolean member) {
    var below = new HashMap<Step, FieldSet>();
    fields.forEach((key, value) -> {
      boolean nothing =
          value instanceof Tree.Null || (value instanceof Tree.Obj(var f) && f.isEmpty());
      boolean itself = nothing || !Shape.declares(type, key);
      below.put(Shape.field(key), set(Shape.checkedField(type, key), value, itself));
    });
    return FieldSet.node(member, below);
  }

  private static FieldSet list(Type.ListOf type, List<Tree> items, boolean member) {
    var below = new HashMap<Step, FieldSet>();
    var twice = new HashSet<Step>();
    for (var item : items) {
      var name = Items.step(type, item);
      if (below.containsKey(name)) {
        twice.add(name);
      } else {
        below.put(name, set(type.items().type(), item, true));
      }
    }
    twice.forEach(name -> below.put(name, leaf(true)));
    return FieldSet.node(member, below);
  }
}

package dev.plumbline.schema;

import dev.plumbline.model.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Finds the fields that a type does not declare: the server drops them, and with
/// `fieldValidation=Strict` refuses the object.
public final class Unknown {

  private final List<String> found = new ArrayList<>();

  private Unknown() {}

  /// An object without its unknown fields.
  ///
  /// @param paths of what was dropped, sorted, as the server writes them: `spec.containers[0].nme`
  public record Pruned(Tree.Obj object, List<String> paths) {
    public Pruned {
      paths = List.copyOf(paths);
    }

    /// The server's words, one for each path: `unknown field "spec.nme"`.
    public List<String> messages() {
      return paths.stream().map(p -> "unknown field \"" + p + "\"").toList();
    }
  }

  /// Drops the unknown fields of an object.
  public static Pruned prune(Type type, Tree.Obj object) {
    var walk = new Unknown();
    var kept = walk.in("", type, object);
    walk.found.sort(null);
    return new Pruned(kept instanceof Tree.Obj o ? o : object, walk.found);
  }

  private Tree in(String path, Type type, Tree value) {
    return switch (type) {
      case Type.Struct struct -> value instanceof Tree.Obj o ? struct(path, struct, o) : value;
      case Type.MapOf map -> value instanceof Tree.Obj o ? map(path, map, o) : value;
      case Type.ListOf list -> value instanceof Tree.Arr a ? list(path, list, a) : value;
      case Type.Any any -> value;
      case Type.Scalar scalar -> value;
    };
  }

  private Tree struct(String path, Type.Struct type, Tree.Obj value) {
    var fields = new LinkedHashMap<String, Tree>();
    value
        .fields()
        .forEach((name, v) -> {
          var at = path.isEmpty() ? name : path + "." + name;
          var slot = type.fields().get(name);
          if (slot != null) {
            fields.put(name, in(at, slot.type(), v));
          } else if (type.keepsRest()) {
            fields.put(name, type.rest().map(r -> in(at, r.type(), v)).orElse(v));
          } else {
            found.add(at);
          }
        });
    return new Tree.Obj(fields);
  }

  private Tree map(String path, Type.MapOf type, Tree.Obj value) {
    var fields = new LinkedHashMap<String, Tree>();
    value
        .fields()
        .forEach((name, v) -> {
          var at = path.isEmpty() ? name : path + "." + name;
          fields.put(name, in(at, type.values().type(), v));
        });
    return new Tree.Obj(fields);
  }

  private Tree list(String path, Type.ListOf type, Tree.Arr value) {
    var items = new ArrayList<Tree>();
    for (int i = 0; i < value.items().size(); i++) {
      items.add(in(path + "[" + i + "]", type.items().type(), value.items().get(i)));
    }
    return new Tree.Arr(items);
  }
}

package dev.plumbline.schema.typed;

import dev.plumbline.model.Path.Step;
import dev.plumbline.model.Tree;
import dev.plumbline.schema.FieldSet;
import dev.plumbline.schema.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Takes fields and items out of an object (structured-merge-diff `typed/remove.go`). What has no
/// part left becomes null, as there.
public final class Removal {

  private Removal() {}

  /// A value without some fields.
  public static Tree without(Type type, Tree value, FieldSet fields) {
    var shape = Shape.of(type, value);
    return switch (shape) {
      case SCALAR -> value;
      case MAP ->
          value instanceof Tree.Obj(var f) && !shape.atomic(type)
              ? map(type, f, fields)
              : Tree.Null.VALUE;
      case LIST ->
          value instanceof Tree.Arr(var items)
                  && type instanceof Type.ListOf list
                  && !shape.atomic(type)
              ? list(list, items, fields)
              : Tree.Null.VALUE;
    };
  }

  private static Tree map(Type type, Map<String, Tree> fields, FieldSet gone) {
    var kept = new LinkedHashMap<String, Tree>();
    fields.forEach((key, value) -> {
      var step = Shape.field(key);
      if (!gone.contains(step)) {
        kept.put(key, below(Shape.checkedField(type, key), value, gone, step));
      }
    });
    return kept.isEmpty() ? Tree.Null.VALUE : new Tree.Obj(kept);
  }

  private static Tree list(Type.ListOf type, List<Tree> items, FieldSet gone) {
    var kept = new ArrayList<Tree>();
    for (var item : items) {
      var step = Items.step(type, item);
      if (!gone.contains(step)) {
        kept.add(below(type.items().type(), item, gone, step));
      }
    }
    return kept.isEmpty() ? Tree.Null.VALUE : new Tree.Arr(kept);
  }

  private static Tree below(Type type, Tree value, FieldSet gone, Step step) {
    var subset = gone.below(step);
    return subset.isEmpty() ? value : without(type, value, subset);
  }
}

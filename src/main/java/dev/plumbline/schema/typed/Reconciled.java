package dev.plumbline.schema.typed;

import dev.plumbline.model.Path.Step;
import dev.plumbline.schema.FieldSet;
import dev.plumbline.schema.Type;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A field set written under an older schema, read under the present one: what became atomic since
/// is owned as a whole (structured-merge-diff `typed/reconcile_schema.go`).
public final class Reconciled {

  private Reconciled() {}

  /// The set as it is to be read under a type.
  public static FieldSet of(Type type, FieldSet set) {
    return below(type, set);
  }

  private static FieldSet node(@Nullable Type type, FieldSet set) {
    boolean leaf = set.isMember() && set.steps().isEmpty();
    if (type == null || leaf) {
      return set;
    }
    boolean whole =
        switch (type) {
          case Type.Struct s -> s.atomic();
          case Type.MapOf m -> m.atomic();
          case Type.ListOf l -> l.kind() == Type.ListKind.ATOMIC;
          case Type.Any a -> a.atomic();
          case Type.Scalar s -> false;
        };
    return whole ? FieldSet.node(true, Map.of()) : below(type, set);
  }

  private static FieldSet below(Type type, FieldSet set) {
    if (type instanceof Type.Any || type instanceof Type.Scalar) {
      return set;
    }
    var below = new HashMap<Step, FieldSet>();
    for (var step : set.steps()) {
      below.put(step, node(under(type, step), set.below(step)));
    }
    return FieldSet.node(set.isMember(), below);
  }

  private static @Nullable Type under(Type type, Step step) {
    return type instanceof Type.ListOf list
        ? list.items().type()
        : step instanceof Step.Field(String name) ? Shape.field(type, name) : null;
  }
}

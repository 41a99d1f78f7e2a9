package dev.plumbline.schema;

import dev.plumbline.model.Tree;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A place for a value: a field, the items of a list, the values of a map.
public final class Slot {

  private final Tree.Obj schema;
  private final Supplier<Type> source;
  private volatile @Nullable Type type;

  Slot(Tree.Obj schema, Supplier<Type> source) {
    this.schema = schema;
    this.source = source;
  }

  static Slot of(Type type) {
    return new Slot(Tree.Obj.EMPTY, () -> type);
  }

  /// The type of the value; a reference is resolved on the first call.
  public Type type() {
    var known = type;
    if (known == null) {
      known = source.get();
      type = known;
    }
    return known;
  }

  /// What stands here when nothing else is said (`default`).
  public Optional<Tree> standard() {
    return schema.get("default").filter(d -> !(d instanceof Tree.Null));
  }

  /// Whether an explicit null is a value here.
  public boolean nullable() {
    return schema.get("nullable").filter(Tree.bool(true)::equals).isPresent();
  }

  /// What OpenAPI says about this place itself: description, enum, bounds, pattern. Of a reference
  /// only what stands beside it.
  public Tree.Obj schema() {
    return schema;
  }
}

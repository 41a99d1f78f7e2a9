package dev.plumbline.schema;

import dev.plumbline.model.Path.Step;
import org.jspecify.annotations.Nullable;

/// Walks down types.
final class Types {

  private Types() {}

  /// The type one step below another; null where the schema says nothing.
  static @Nullable Type below(Type type, Step step) {
    return switch (type) {
      case Type.Struct struct -> {
        var slot = step instanceof Step.Field(String name) ? struct.fields().get(name) : null;
        yield slot != null
            ? slot.type()
            : step instanceof Step.Field ? struct.rest().map(Slot::type).orElse(null) : null;
      }
      case Type.MapOf map -> step instanceof Step.Field ? map.values().type() : null;
      case Type.ListOf list -> step instanceof Step.Field ? null : list.items().type();
      case Type.Any any -> step instanceof Step.Field ? any : null;
      case Type.Scalar scalar -> null;
    };
  }
}

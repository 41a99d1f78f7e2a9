package dev.plumbline.drift;

import dev.plumbline.model.Tree;
import dev.plumbline.schema.Type;

/// Whether every item of a keyed list has all its keys, given or by default, and one of them given:
/// the server prunes an item that only defaults name (`[{}]`) at the second apply, and brings it
/// back at the third.
final class Keys {

  private Keys() {}

  static boolean complete(Type type, Tree value) {
    return switch (type) {
      case Type.Struct struct ->
          value.fields().entrySet().stream()
              .allMatch(e -> {
                var slot = struct.fields().get(e.getKey());
                var below = slot == null ? struct.rest().orElse(null) : slot;
                return below == null || complete(below.type(), e.getValue());
              });
      case Type.MapOf map ->
          value.fields().values().stream().allMatch(v -> complete(map.values().type(), v));
      case Type.ListOf list ->
          value.items().stream().allMatch(i -> named(list, i) && complete(list.items().type(), i));
      case Type.Any any -> true;
      case Type.Scalar scalar -> true;
    };
  }

  private static boolean named(Type.ListOf list, Tree item) {
    boolean given =
        list.keys().isEmpty() || list.keys().stream().anyMatch(key -> item.at(key).isPresent());
    return given
        && list.keys().stream()
            .allMatch(
                key -> item.at(key).isPresent() || list.items().type().standard(key).isPresent());
  }
}

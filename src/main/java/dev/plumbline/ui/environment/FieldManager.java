package dev.plumbline.ui.environment;

import dev.plumbline.model.Tree;
import java.util.List;
import java.util.Map;

/// Somebody who manages fields of a live object, as `metadata.managedFields` tells it.
///
/// @param fields how many
/// @param time when they last changed one (RFC 3339); empty when it is not said
record FieldManager(String name, String operation, String subresource, int fields, String time) {

  /// The managers of an object, the last to write first.
  static List<FieldManager> of(Tree object) {
    return object.items("metadata", "managedFields").stream()
        .filter(e -> e.text("manager").isPresent())
        .map(e ->
            new FieldManager(
                e.text("manager").orElse(""),
                e.text("operation").orElse(""),
                e.text("subresource").orElse(""),
                count(e.fields("fieldsV1")),
                e.text("time").orElse("")))
        .sorted((a, b) -> b.time().compareTo(a.time()))
        .toList();
  }

  /// A field is counted where the set ends, not on the way to it.
  private static int count(Map<String, Tree> set) {
    int fields = 0;
    for (var entry : set.entrySet()) {
      if (!entry.getKey().equals(".")) {
        fields += Math.max(1, count(entry.getValue().fields()));
      }
    }
    return fields;
  }
}

package dev.plumbline.merge;

import dev.plumbline.model.Path;
import dev.plumbline.schema.typed.Said;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// A field that somebody else owns and that an apply would change.
///
/// @param manager the other field manager
/// @param operation `Apply` or `Update`
/// @param apiVersion the version in which the other one wrote; empty for `Apply`
/// @param subresource of the other entry, or empty
public record Conflict(
    String manager, String operation, String apiVersion, String subresource, Path path) {

  /// The message of the status cause, `conflict with "kubectl-edit" using apps/v1`.
  public String message() {
    return "conflict with " + who();
  }

  /// The field as the server writes it in the status cause, `.spec.replicas`.
  public String field() {
    return Said.path(path);
  }

  private String who() {
    var name = Said.quote(manager);
    if (!subresource.isEmpty()) {
      name += " with subresource " + Said.quote(subresource);
    }
    return operation.equals("Update") ? name + " using " + apiVersion : name;
  }

  /// The message of the whole answer, `Apply failed with 1 conflict: …`.
  static String message(List<Conflict> conflicts) {
    if (conflicts.size() == 1) {
      var only = conflicts.getFirst();
      return "Apply failed with 1 conflict: " + only.message() + ": " + only.field();
    }
    var byManager = new LinkedHashMap<String, List<String>>();
    for (var conflict : conflicts) {
      byManager.computeIfAbsent(conflict.who(), w -> new ArrayList<>()).add(conflict.field());
    }
    var lines = new ArrayList<String>();
    byManager.forEach((who, fields) -> {
      lines.add("conflicts with " + who + ":");
      fields.forEach(f -> lines.add("- " + f));
    });
    return "Apply failed with " + conflicts.size() + " conflicts: " + String.join("\n", lines);
  }
}

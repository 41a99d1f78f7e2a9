package dev.plumbline.ui.plan;

import dev.plumbline.drift.FieldChange;
import dev.plumbline.drift.Owner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Somebody else who set fields that a step writes.
///
/// @param fields the last parts of their paths
record Writer(Owner owner, List<String> fields) {

  /// Our own field manager: what it owns nobody has to be told about.
  private static final String OURS = "plumbline";

  Writer {
    fields = List.copyOf(fields);
  }

  /// The other writers of some fields, in order of appearance.
  static List<Writer> of(List<FieldChange> fields) {
    var byOwner = new LinkedHashMap<Owner, List<String>>();
    for (var field : fields) {
      field
          .owner()
          .filter(o -> !o.manager().equals(OURS))
          .ifPresent(o ->
              byOwner
                  .computeIfAbsent(o, k -> new ArrayList<>())
                  .add(dev.plumbline.ui.kit.PathText.of(field.path()).name()));
    }
    return byOwner.entrySet().stream().map(e -> new Writer(e.getKey(), e.getValue())).toList();
  }
}

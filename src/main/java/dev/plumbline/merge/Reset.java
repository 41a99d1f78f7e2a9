package dev.plumbline.merge;

import dev.plumbline.model.Path;
import dev.plumbline.schema.FieldSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The fields that the server takes from the stored object whatever is sent (`GetResetFields` of
/// its registries): status when the object itself is written, spec when its status is. Only for
/// kinds that have a status subresource.
public final class Reset {

  private static final Set<String> ALL_METADATA =
      Set.of("ServiceCIDR", "CSINode", "VolumeAttachment");

  private Reset() {}

  /// What a built-in kind's writer does not come to own.
  ///
  /// @param subresource `status`, another one, or empty
  public static FieldSet builtIn(String kind, String subresource) {
    if (!subresource.equals("status")) {
      return FieldSet.ofPaths(Path.of("status"));
    }
    var paths = new ArrayList<>(List.of(Path.of("spec")));
    if (kind.equals("Deployment")) {
      paths.add(Path.of("metadata", "labels"));
    } else if (kind.equals("Pod")) {
      paths.add(Path.of("metadata", "deletionTimestamp"));
      paths.add(Path.of("metadata", "ownerReferences"));
    } else if (ALL_METADATA.contains(kind)) {
      paths.add(Path.of("metadata"));
    }
    return FieldSet.ofPaths(paths);
  }

  /// What a custom resource's writer does not come to own.
  public static FieldSet custom(String subresource) {
    return subresource.equals("status")
        ? FieldSet.ofPaths(Path.of("metadata"), Path.of("spec"))
        : FieldSet.ofPaths(Path.of("status"));
  }
}

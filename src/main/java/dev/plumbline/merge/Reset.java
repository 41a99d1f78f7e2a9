package dev.plumbline.merge;

import dev.plumbline.model.Path;
import dev.plumbline.model.Tree;
import dev.plumbline.schema.FieldSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  /// An object with those fields as they are stored. managedFields stay those of the object.
  ///
  /// @param ignored what [#builtIn] or [#custom] gave
  /// @param stored empty for a create: the fields are left out
  public static Tree.Obj kept(FieldSet ignored, Optional<Tree.Obj> stored, Tree.Obj object) {
    var result = object;
    for (var path : ignored.paths()) {
      var keys = new ArrayList<String>();
      path.steps().forEach(s -> keys.add(s instanceof Path.Step.Field(String key) ? key : ""));
      result = with(result, keys, stored.flatMap(s -> s.at(keys.toArray(String[]::new))));
    }
    var entries = object.at("metadata", "managedFields");
    return with(result, List.of("metadata", "managedFields"), entries);
  }

  private static Tree.Obj with(Tree.Obj object, List<String> keys, Optional<Tree> value) {
    var key = keys.getFirst();
    if (keys.size() == 1) {
      return value.map(v -> object.with(key, v)).orElseGet(() -> object.without(key));
    }
    var below = object.get(key).orElse(Tree.Null.VALUE) instanceof Tree.Obj o ? o : Tree.Obj.EMPTY;
    var changed = with(below, keys.subList(1, keys.size()), value);
    return changed.equals(below) ? object : object.with(key, changed);
  }
}

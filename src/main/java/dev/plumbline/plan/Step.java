package dev.plumbline.plan;

import dev.plumbline.drift.FieldChange;
import dev.plumbline.model.ResourceRef;
import java.util.List;
import java.util.Optional;

/// One thing a sync does.
public sealed interface Step {

  /// The object it is about.
  ResourceRef ref();

  /// Server-side apply of one object.
  ///
  /// @param action whether it makes the object or changes it
  /// @param desiredHash hash of what is sent; the plan renders again when run and refuses another
  ///   hash
  /// @param uid UID of the live object; empty for a create
  /// @param fingerprint fingerprint of the live object; empty for a create
  /// @param fields what changes; empty for a create
  record Apply(
      ResourceRef ref,
      Action action,
      String desiredHash,
      Optional<String> uid,
      Optional<String> fingerprint,
      List<FieldChange> fields)
      implements Step {
    public Apply {
      fields = List.copyOf(fields);
    }
  }

  /// Waits until a CustomResourceDefinition that this plan applies is established and its kind is
  /// served.
  record AwaitCrd(ResourceRef ref) implements Step {}

  /// Create or change.
  enum Action {
    CREATE,
    CHANGE
  }
}

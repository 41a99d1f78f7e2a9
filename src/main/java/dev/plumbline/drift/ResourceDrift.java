package dev.plumbline.drift;

import dev.plumbline.model.Origin;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ResourceRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The verdict on one resource. A failed or stale look is [Unknown], never [InSync].
public sealed interface ResourceDrift {

  /// Which object.
  ResourceRef ref();

  /// Where Git says it; empty for what is only in the cluster.
  Optional<Origin> origin();

  /// The word of the verdict in JSON: `in-sync`, `changed`, `only-in-git`, `only-in-cluster`,
  /// `unknown`.
  String word();

  /// The fields that differ; empty unless [Changed] (or not counted).
  default List<FieldChange> fields() {
    return List.of();
  }

  /// Compared, and an apply would change nothing that counts.
  ///
  /// @param notCounted what differs and does not count, each with its cause
  record InSync(ResourceRef ref, Optional<Origin> origin, List<FieldChange> notCounted)
      implements ResourceDrift {
    @Override
    public String word() {
      return "in-sync";
    }

    @Override
    public List<FieldChange> fields() {
      return notCounted;
    }
  }

  /// Compared, and an apply would change these fields.
  record Changed(ResourceRef ref, Optional<Origin> origin, List<FieldChange> fields)
      implements ResourceDrift {
    public Changed {
      fields = List.copyOf(fields);
    }

    @Override
    public String word() {
      return "changed";
    }
  }

  /// Git wants it and the cluster does not have it.
  ///
  /// @param waitingFor what must exist first: `CustomResourceDefinition widgets.acme.io`,
  ///   `Namespace shop`; empty when nothing
  record OnlyInGit(ResourceRef ref, Optional<Origin> origin, Optional<String> waitingFor)
      implements ResourceDrift {
    @Override
    public String word() {
      return "only-in-git";
    }
  }

  /// In our inventory, still in the cluster with the UID that we applied, and no longer in Git.
  record OnlyInCluster(ResourceRef ref, String uid) implements ResourceDrift {
    @Override
    public Optional<Origin> origin() {
      return Optional.empty();
    }

    @Override
    public String word() {
      return "only-in-cluster";
    }
  }

  /// Not compared, and why.
  ///
  /// @param lastKnown the word of the last verdict that was reached, and when
  record Unknown(
      ResourceRef ref,
      Optional<Origin> origin,
      Problem problem,
      Optional<String> lastKnown,
      Optional<Instant> asOf)
      implements ResourceDrift {
    @Override
    public String word() {
      return "unknown";
    }
  }
}

package dev.plumbline.driver.kubernetes;

import dev.plumbline.cluster.Cluster;
import dev.plumbline.cluster.Kind;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.ResourceRef;
import java.util.Optional;

/// Under which version a cluster serves a kind.
final class Served {

  private Served() {}

  /// The kind at the version of the reference, else at the one that the server prefers; empty when
  /// it serves none.
  static Optional<Kind> kind(Cluster cluster, ResourceRef ref, Cancel cancel) {
    var exact =
        ref.version().isEmpty()
            ? Optional.<Kind>empty()
            : cluster.kind(ref.group(), ref.version(), ref.kind(), cancel);
    if (exact.isPresent()) {
      return exact;
    }
    for (var version : cluster.servedVersions(ref.group(), ref.kind(), cancel)) {
      var other = cluster.kind(ref.group(), version, ref.kind(), cancel);
      if (other.isPresent()) {
        return other;
      }
    }
    return Optional.empty();
  }

  /// The kind at the version that the server prefers.
  static Optional<Kind> kind(Cluster cluster, String group, String kind, Cancel cancel) {
    return kind(cluster, new ResourceRef(group, "", kind, "", ""), cancel);
  }
}

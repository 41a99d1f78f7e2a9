package dev.plumbline.driver.kubernetes;

import dev.plumbline.cluster.Cluster;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.Manifest;
import dev.plumbline.model.ManifestSet;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ResourceRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Documents that name one object only once they have their namespace (one says it, the other
/// leaves it to the environment): the last one counts, as everywhere.
final class Settled {

  private Settled() {}

  static ManifestSet of(ManifestSet read, Cluster cluster, String namespace, Cancel cancel) {
    var counting = new LinkedHashMap<ResourceRef, Manifest>();
    var warnings = new ArrayList<>(read.warnings());
    for (var manifest : read.manifests()) {
      var object = object(manifest, cluster, namespace, cancel);
      var earlier = counting.remove(object);
      if (earlier != null) {
        warnings.add(
            new ManifestSet.Warning(
                earlier.origin(),
                earlier.ref()
                    + " is declared again in "
                    + manifest.origin()
                    + "; that one counts."));
      }
      counting.put(object, manifest);
    }
    return new ManifestSet(
        List.copyOf(counting.values()), read.problems(), read.pathsRead(), warnings);
  }

  /// Which object a manifest is, at whatever version.
  private static ResourceRef object(
      Manifest manifest, Cluster cluster, String namespace, Cancel cancel) {
    var ref = manifest.ref();
    try {
      var kind = cluster.kind(ref.group(), ref.version(), ref.kind(), cancel);
      if (kind.isPresent()) {
        ref = Sending.of(manifest, kind.get(), namespace).ref();
      }
    } catch (ProblemException e) {
      if (!(e.problem() instanceof Problem.Unexpected || e.problem() instanceof Problem.Network)) {
        throw e;
      }
    }
    return new ResourceRef(ref.group(), "", ref.kind(), ref.namespace(), ref.name());
  }
}

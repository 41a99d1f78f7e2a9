package dev.plumbline.driver.kubernetes;

import dev.plumbline.cluster.Kind;
import dev.plumbline.model.Manifest;
import dev.plumbline.model.Tree;

/// What is sent to the cluster for a manifest: exactly what Git says, with its namespace settled. A
/// namespaced object that names none gets the environment's; a cluster-scoped one loses a namespace
/// that means nothing there (D16, D17).
final class Sending {

  private Sending() {}

  static Manifest of(Manifest manifest, Kind kind, String defaultNamespace) {
    var body = manifest.body();
    var meta = body.fields().get("metadata") instanceof Tree.Obj given ? given : Tree.Obj.EMPTY;
    if (kind.namespaced()) {
      var namespace = meta.text("namespace").filter(n -> !n.isEmpty()).orElse(defaultNamespace);
      var settled = body.with("metadata", meta.with("namespace", Tree.str(namespace)));
      return new Manifest(
          manifest.ref().inNamespace(namespace), settled, manifest.origin(), manifest.origins());
    }
    return new Manifest(
        manifest.ref().inNamespace(""),
        body.with("metadata", meta.without("namespace")),
        manifest.origin(),
        manifest.origins());
  }
}

package dev.plumbline.cluster;

import dev.plumbline.model.Cancel;
import java.time.Duration;

/// Custom resource definitions for tests.
final class Crds {

  private Crds() {}

  /// A namespaced kind whose `spec` keeps whatever it is given.
  static String preserving(String group, String kind, String plural) {
    return """
    apiVersion: apiextensions.k8s.io/v1
    kind: CustomResourceDefinition
    metadata: {name: %3$s.%1$s}
    spec:
      group: %1$s
      scope: Namespaced
      names: {kind: %2$s, plural: %3$s}
      versions:
      - name: v1
        served: true
        storage: true
        schema:
          openAPIV3Schema:
            type: object
            properties:
              spec: {type: object, x-kubernetes-preserve-unknown-fields: true}
    """
        .formatted(group, kind, plural);
  }

  /// The kind, once discovery shows it.
  static Kind await(Cluster cluster, String group, String kind) {
    for (int i = 0; i < 100; i++) {
      var found = cluster.kind(group, "v1", kind, Cancel.never());
      if (found.isPresent()) {
        return found.get();
      }
      Waits.pause(Duration.ofMillis(100), Cancel.never());
      cluster.refreshDiscovery();
    }
    throw new AssertionError("discovery never showed " + kind);
  }
}

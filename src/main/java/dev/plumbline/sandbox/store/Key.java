package dev.plumbline.sandbox.store;

/// Where an object stands: its resource (`configmaps`, `deployments.apps`), its namespace (`""` for
/// what has none) and its name. The version of its kind does not count.
public record Key(String resource, String namespace, String name) {

  /// Sorts as etcd's keys do.
  String path() {
    return namespace.isEmpty() ? name : namespace + "/" + name;
  }
}

package dev.plumbline.model;

import java.util.Comparator;

/// Which object: its group, version, kind, namespace and name. The core group is `""`; a
/// cluster-scoped object has the namespace `""`. Kinds are compared with their group, never by name
/// alone.
public record ResourceRef(String group, String version, String kind, String namespace, String name)
    implements Comparable<ResourceRef> {

  private static final Comparator<ResourceRef> ORDER =
      Comparator.comparing(ResourceRef::namespace)
          .thenComparing(ResourceRef::group)
          .thenComparing(ResourceRef::kind)
          .thenComparing(ResourceRef::name)
          .thenComparing(ResourceRef::version);

  /// The reference that a manifest makes: apiVersion, kind, metadata.namespace (`""` when absent),
  /// metadata.name. Missing parts become `""`.
  public static ResourceRef of(Tree manifest) {
    var apiVersion = manifest.text("apiVersion").orElse("");
    int slash = apiVersion.indexOf('/');
    return new ResourceRef(
        slash < 0 ? "" : apiVersion.substring(0, slash),
        apiVersion.substring(slash + 1),
        manifest.text("kind").orElse(""),
        manifest.text("metadata", "namespace").orElse(""),
        manifest.text("metadata", "name").orElse(""));
  }

  /// `v1`, or `apps/v1`.
  public String apiVersion() {
    return group.isEmpty() ? version : group + "/" + version;
  }

  /// The same object in another namespace (`""`: cluster-scoped).
  public ResourceRef inNamespace(String other) {
    return new ResourceRef(group, version, kind, other, name);
  }

  /// Whether both name the same object, whatever the version they speak.
  public boolean sameObject(ResourceRef other) {
    return group.equals(other.group)
        && kind.equals(other.kind)
        && namespace.equals(other.namespace)
        && name.equals(other.name);
  }

  @Override
  public int compareTo(ResourceRef other) {
    return ORDER.compare(this, other);
  }

  /// As people say it: `Deployment shop/web`, `ClusterRole admin`.
  @Override
  public String toString() {
    return kind + " " + (namespace.isEmpty() ? "" : namespace + "/") + name;
  }
}

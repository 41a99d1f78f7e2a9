package dev.plumbline.sandbox.kinds;

import java.util.List;
import java.util.Optional;

/// A served kind in one version, as discovery tells it.
///
/// @param resource the plural in URLs
/// @param verbs in the order in which discovery lists them
public record Kind(
    String group,
    String version,
    String kind,
    String listKind,
    String resource,
    String singular,
    boolean namespaced,
    List<String> shortNames,
    List<String> categories,
    List<String> verbs,
    List<Sub> subresources) {

  public Kind {
    shortNames = List.copyOf(shortNames);
    categories = List.copyOf(categories);
    verbs = List.copyOf(verbs);
    subresources = List.copyOf(subresources);
  }

  /// A subresource (`status`, `scale`, `log`) and the kind that it speaks.
  public record Sub(String name, String group, String version, String kind, List<String> verbs) {
    public Sub {
      verbs = List.copyOf(verbs);
    }
  }

  /// `v1`, or `apps/v1`.
  public String apiVersion() {
    return group.isEmpty() ? version : group + "/" + version;
  }

  /// The resource with its group, whatever the version: `configmaps`, `deployments.apps`.
  public String name() {
    return group.isEmpty() ? resource : resource + "." + group;
  }

  /// The kind with its group: `ConfigMap`, `Deployment.apps`.
  public String kindName() {
    return group.isEmpty() ? kind : kind + "." + group;
  }

  public boolean can(String verb) {
    return verbs.contains(verb);
  }

  public Optional<Sub> sub(String name) {
    return subresources.stream().filter(s -> s.name().equals(name)).findFirst();
  }
}

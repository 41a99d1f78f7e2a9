package dev.plumbline.cluster;

import java.util.Set;

/// A kind that a cluster serves, as discovery tells it.
///
/// @param plural the name in URLs
/// @param verbs what the server lets one do with it (`get`, `list`, `watch`, `patch` …)
public record Kind(
    String group,
    String version,
    String kind,
    String plural,
    boolean namespaced,
    Set<String> verbs) {
  public Kind {
    verbs = Set.copyOf(verbs);
  }
}

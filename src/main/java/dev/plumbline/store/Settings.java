package dev.plumbline.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What one person chose on this machine. Nothing of it is in Git, and no secret is in it.
///
/// @param theme `light`, `dark` or `system`
/// @param repositories paths of repositories, the one opened last first
/// @param clusters which kubeconfig context stands for a cluster name
/// @param window what the window remembers, in its own words
/// @param keys what a verb's keys are instead of the usual ones
public record Settings(
    String theme,
    List<String> repositories,
    SortedMap<String, Mapping> clusters,
    SortedMap<String, String> window,
    SortedMap<String, List<String>> keys) {

  /// What holds as long as nobody chose.
  public static final Settings DEFAULTS =
      new Settings("system", List.of(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

  public Settings {
    repositories = List.copyOf(repositories);
    clusters = Collections.unmodifiableSortedMap(new TreeMap<>(clusters));
    window = Collections.unmodifiableSortedMap(new TreeMap<>(window));
    keys = Collections.unmodifiableSortedMap(new TreeMap<>(keys));
  }

  /// A cluster name's context here.
  ///
  /// @param uid UID of the cluster's kube-system namespace when it was mapped: another one is
  ///   another cluster
  public record Mapping(String context, String uid, Instant since) {}

  /// The same with another theme.
  public Settings withTheme(String other) {
    return new Settings(other, repositories, clusters, window, keys);
  }

  /// The same with a repository at the front.
  public Settings withRepository(String path) {
    var list = new ArrayList<>(repositories);
    list.remove(path);
    list.addFirst(path);
    return new Settings(theme, list, clusters, window, keys);
  }

  /// The same without a repository.
  public Settings withoutRepository(String path) {
    var list = new ArrayList<>(repositories);
    list.remove(path);
    return new Settings(theme, list, clusters, window, keys);
  }

  /// The same with a cluster name mapped.
  public Settings withCluster(String name, Mapping mapping) {
    var map = new TreeMap<>(clusters);
    map.put(name, mapping);
    return new Settings(theme, repositories, map, window, keys);
  }

  /// The same with a cluster name no longer mapped.
  public Settings withoutCluster(String name) {
    var map = new TreeMap<>(clusters);
    map.remove(name);
    return new Settings(theme, repositories, map, window, keys);
  }
}

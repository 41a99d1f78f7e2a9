package dev.plumbline.driver.kubernetes;

import dev.plumbline.cluster.Cluster;
import dev.plumbline.cluster.Kind;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Tree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Objects in memory that never change by themselves: to measure, and to count watches.
final class StillCluster implements Cluster {

  private final Map<String, Supplier<Stream<Tree.Obj>>> objects = new HashMap<>();

  /// The watches that were started, as `Pod in shop`, and their listeners.
  final Map<String, Listener<?>> watches = new HashMap<>();

  void holds(String kind, Supplier<Stream<Tree.Obj>> some) {
    objects.put(kind, some);
  }

  @Override
  public String context() {
    return "still";
  }

  @Override
  public String server() {
    return "https://127.0.0.1";
  }

  @Override
  public String version(Cancel cancel) {
    return "v1.37.2";
  }

  @Override
  public String uid(Cancel cancel) {
    return "uid";
  }

  @Override
  public Optional<String> whoAmI(Cancel cancel) {
    return Optional.empty();
  }

  @Override
  public Optional<Kind> kind(String group, String version, String kind, Cancel cancel) {
    return Optional.of(new Kind(group, version, kind, kind, true, Set.of("list", "watch")));
  }

  @Override
  public List<String> servedVersions(String group, String kind, Cancel cancel) {
    return List.of("v1");
  }

  @Override
  public void refreshDiscovery() {}

  @Override
  public Map<String, String> openApi(Cancel cancel) {
    return Map.of();
  }

  @Override
  public Tree.Obj openApi(String address, Cancel cancel) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Tree.Obj> get(Kind kind, String namespace, String name, Cancel cancel) {
    return Optional.empty();
  }

  @Override
  public Listing list(Kind kind, String namespace, Cancel cancel) {
    return list(kind, namespace, "", cancel);
  }

  @Override
  public Listing list(Kind kind, String namespace, String fields, Cancel cancel) {
    return new Listing(of(kind).toList(), "1");
  }

  private Stream<Tree.Obj> of(Kind kind) {
    return objects.getOrDefault(kind.kind(), Stream::of).get();
  }

  @Override
  public void log(String namespace, String pod, Log log, Consumer<String> line, Cancel cancel) {}

  @Override
  public <K> Watching watch(Kind kind, String namespace, Listener<K> listener) {
    watches.merge(
        kind.kind() + " in " + namespace,
        listener,
        (a, b) -> {
          throw new AssertionError("a second watch of " + kind + " in " + namespace);
        });
    listener.replaced(of(kind).map(listener::kept).toList());
    return () -> watches.remove(kind.kind() + " in " + namespace);
  }

  @Override
  public Applied apply(
      Kind kind, Tree.Obj body, String manager, boolean force, boolean dryRun, Cancel cancel) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Tree.Obj create(Kind kind, Tree.Obj body, String manager, Cancel cancel) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Tree.Obj replace(Kind kind, Tree.Obj body, String manager, Cancel cancel) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Tree.Obj patch(
      Kind kind,
      ResourceRef object,
      String subresource,
      Tree.Obj patch,
      String manager,
      Cancel cancel) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void delete(Kind kind, ResourceRef object, String uid, Cancel cancel) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}

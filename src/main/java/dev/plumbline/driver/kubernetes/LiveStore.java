package dev.plumbline.driver.kubernetes;

import dev.plumbline.cluster.Cluster;
import dev.plumbline.cluster.Kind;
import java.util.HashMap;
import java.util.Map;

/// The watched part of one cluster: one watch per kind and scope, shared by all environments that
/// need it and closed with the last.
final class LiveStore implements AutoCloseable {

  private record Key(Kind kind, String namespace) {}

  private final Cluster cluster;
  private final Map<Key, Shelf> shelves = new HashMap<>();
  private final Map<Key, Integer> users = new HashMap<>();

  LiveStore(Cluster cluster) {
    this.cluster = cluster;
  }

  /// The shelf of a kind and scope, its watch started when nobody had it. Give it back with
  /// [#release].
  synchronized Shelf acquire(Kind kind, String namespace) {
    var key = new Key(kind, namespace);
    users.merge(key, 1, Integer::sum);
    return shelves.computeIfAbsent(
        key,
        k -> {
          var shelf = new Shelf(kind, namespace);
          shelf.startedAs(cluster.watch(kind, namespace, shelf));
          return shelf;
        });
  }

  synchronized void release(Shelf shelf) {
    var key = new Key(shelf.kind(), shelf.namespace());
    if (users.merge(key, -1, Integer::sum) <= 0) {
      users.remove(key);
      shelves.remove(key);
      shelf.close();
    }
  }

  @Override
  public synchronized void close() {
    shelves.values().forEach(Shelf::close);
    shelves.clear();
    users.clear();
  }
}

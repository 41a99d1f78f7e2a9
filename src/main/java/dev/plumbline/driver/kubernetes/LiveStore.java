package dev.plumbline.driver.kubernetes;

import dev.plumbline.cluster.Cluster;
import dev.plumbline.cluster.Kind;
import java.util.HashMap;
import java.util.Map;

/// The watched part of one cluster: one watch per kind and scope, shared by all environments that
/// need it and closed with the last.
final class LiveStore implements AutoCloseable {

  private record Key(Kind kind, String namespace, boolean whole) {}

  private final Cluster cluster;
  private final KubernetesDrivers.FingerprintSeed seed;
  private final Map<Key, Shelf> shelves = new HashMap<>();
  private final Map<Key, Integer> users = new HashMap<>();

  /// @param seed gives the key of fingerprints
  LiveStore(Cluster cluster, KubernetesDrivers.FingerprintSeed seed) {
    this.cluster = cluster;
    this.seed = seed;
  }

  /// The shelf of whole objects of a kind and scope, its watch started when nobody had it. Give it
  /// back with [#release].
  Shelf acquire(Kind kind, String namespace) {
    return acquire(new Key(kind, namespace, true));
  }

  /// A shelf that tells how objects of a kind and scope are; whole objects are not kept for it, but
  /// where somebody needs them anyway there is no second watch. Give it back with [#release].
  synchronized Shelf acquireBeings(Kind kind, String namespace) {
    var whole = new Key(kind, namespace, true);
    return acquire(shelves.containsKey(whole) ? whole : new Key(kind, namespace, false));
  }

  private synchronized Shelf acquire(Key key) {
    var fingerprints = seed.key();
    users.merge(key, 1, Integer::sum);
    return shelves.computeIfAbsent(
        key,
        k -> {
          var shelf = new Shelf(k.kind(), k.namespace(), k.whole(), fingerprints);
          shelf.startedAs(cluster.watch(k.kind(), k.namespace(), shelf));
          return shelf;
        });
  }

  /// The key of fingerprints.
  byte[] key() {
    return seed.key();
  }

  synchronized void release(Shelf shelf) {
    var key = new Key(shelf.kind(), shelf.namespace(), shelf.whole());
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

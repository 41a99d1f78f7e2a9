package dev.plumbline.sandbox.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// The last changes, bounded in number and bytes, and who watches them. Guarded by the store's
/// lock, but for [#forget].
final class Log {

  private static final long MOST_BYTES = 32L << 20;

  private final int most;
  private final ArrayDeque<Change> changes = new ArrayDeque<>();
  private final CopyOnWriteArrayList<Watch> watches = new CopyOnWriteArrayList<>();
  private long bytes;

  /// The version of the newest change that is forgotten.
  private long horizon;

  private volatile long newest;

  Log(int most, long horizon) {
    this.most = most;
    this.horizon = horizon;
  }

  /// The version of the newest change. Read without the lock: it may be one behind.
  long newest() {
    return newest;
  }

  void add(Change change) {
    changes.addLast(change);
    bytes += size(change);
    while (changes.size() > most || (bytes > MOST_BYTES && changes.size() > 1)) {
      var old = changes.removeFirst();
      bytes -= size(old);
      horizon = old.version();
    }
    for (var watch : watches) {
      if (watch.wants(change.key())) {
        watch.offer(change);
      }
    }
    newest = change.version();
  }

  /// What changed after a version.
  List<Change> since(long version) {
    if (version < horizon) {
      throw new Forgotten(version, horizon + 1);
    }
    var later = new ArrayList<Change>();
    for (var backwards = changes.descendingIterator(); backwards.hasNext(); ) {
      var change = backwards.next();
      if (change.version() <= version) {
        break;
      }
      later.add(change);
    }
    return later.reversed();
  }

  /// Takes back from a map of the current objects whatever changed after a version.
  void undo(NavigableMap<String, Entry> objects, String resource, long version) {
    for (var change : since(version).reversed()) {
      if (change.key().resource().equals(resource)) {
        change
            .before()
            .ifPresentOrElse(
                before -> objects.put(change.key().path(), before),
                () -> objects.remove(change.key().path()));
      }
    }
  }

  void join(Watch watch) {
    watches.add(watch);
  }

  void forget(Watch watch) {
    watches.remove(watch);
  }

  /// Forgets everything up to now.
  void compact() {
    if (!changes.isEmpty()) {
      horizon = changes.getLast().version();
      changes.clear();
      bytes = 0;
    }
  }

  void close() {
    List.copyOf(watches).forEach(Watch::close);
  }

  private static long size(Change change) {
    return 200L
        + change.before().map(Entry::size).orElse(0)
        + change.after().map(Entry::size).orElse(0);
  }
}

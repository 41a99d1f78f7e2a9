package dev.plumbline.sandbox.store;

import dev.plumbline.model.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/// All objects. One counter numbers all writes, as etcd's revision does; who reads an object,
/// decides and writes it does so inside [#exclusively].
public final class Store implements AutoCloseable {

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, ConcurrentSkipListMap<String, Entry>> resources =
      new ConcurrentHashMap<>();
  private final Log log;
  private long version;

  /// @param remembered how many changes are kept for watches and continued lists
  public Store(int remembered) {
    // As on a real server, which wrote something before anybody could ask.
    version = 100;
    log = new Log(remembered, version);
  }

  /// Objects at one moment.
  ///
  /// @param version the moment
  /// @param remaining how many follow after these
  public record Page(long version, List<Entry> entries, long remaining) {
    public Page {
      entries = List.copyOf(entries);
    }
  }

  /// Does something while nobody else writes.
  public <T> T exclusively(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /// The version of the newest write.
  public long version() {
    return exclusively(() -> version);
  }

  public Optional<Entry> get(Key key) {
    return Optional.ofNullable(of(key.resource()).get(key.path()));
  }

  /// All objects of a resource now, in a namespace (`""`: everywhere).
  public List<Entry> list(String resource, String namespace) {
    return List.copyOf(in(of(resource), namespace).values());
  }

  /// A page of a resource's objects.
  ///
  /// @param after the path after which it starts; `""` for the beginning
  /// @param limit how many at most; 0 for all
  /// @param at the moment; 0 for now. Throws [Forgotten] when it is too long ago
  public Page page(String resource, String namespace, String after, int limit, long at) {
    return exclusively(() -> {
      NavigableMap<String, Entry> all = of(resource);
      if (at != 0 && at < version) {
        all = new TreeMap<>(all);
        log.undo(all, resource, at);
      }
      var rest = in(all, namespace);
      if (!after.isEmpty()) {
        rest = rest.tailMap(after, false);
      }
      var entries = new ArrayList<Entry>();
      long remaining = 0;
      for (var entry : rest.values()) {
        if (limit == 0 || entries.size() < limit) {
          entries.add(entry);
        } else {
          remaining++;
        }
      }
      return new Page(at == 0 ? version : at, entries, remaining);
    });
  }

  /// Writes an object under the next version.
  ///
  /// @param body makes the object with its version in it
  public Entry put(Key key, Map<String, String> fields, LongFunction<Tree.Obj> body) {
    return exclusively(() -> {
      long next = version + 1;
      var entry = Entry.of(key, next, body.apply(next), fields);
      version = next;
      var before = Optional.ofNullable(of(key.resource()).put(key.path(), entry));
      log.add(new Change(next, key, before, Optional.of(entry), entry));
      return entry;
    });
  }

  /// Removes an object.
  ///
  /// @param last makes its last state with the version of the deletion in it
  public void remove(Key key, LongFunction<Tree.Obj> last) {
    exclusively(() -> {
      var there = of(key.resource()).remove(key.path());
      if (there != null) {
        long next = version + 1;
        version = next;
        var gone = Entry.of(key, next, last.apply(next), there.fields());
        log.add(new Change(next, key, Optional.of(there), Optional.empty(), gone));
      }
      return there;
    });
  }

  /// Removes all objects of a resource without telling anybody: its kind is no more.
  public void drop(String resource) {
    exclusively(() -> resources.remove(resource));
  }

  /// Follows a resource (`""`: all) in a namespace (`""`: all) from a moment on. Throws
  /// [Forgotten].
  public Watch watch(String resource, String namespace, long from) {
    return exclusively(() -> {
      var watch = new Watch(log, resource, namespace);
      for (var change : log.since(from)) {
        if (watch.wants(change.key())) {
          watch.offer(change);
        }
      }
      log.join(watch);
      return watch;
    });
  }

  /// Forgets all changes up to now, as etcd does when it compacts.
  public void compact() {
    exclusively(() -> {
      log.compact();
      return version;
    });
  }

  /// Ends all watches.
  @Override
  public void close() {
    log.close();
  }

  private ConcurrentSkipListMap<String, Entry> of(String resource) {
    return resources.computeIfAbsent(resource, r -> new ConcurrentSkipListMap<>());
  }

  private static NavigableMap<String, Entry> in(NavigableMap<String, Entry> all, String namespace) {
    return namespace.isEmpty() ? all : all.subMap(namespace + "/", true, namespace + "0", false);
  }
}

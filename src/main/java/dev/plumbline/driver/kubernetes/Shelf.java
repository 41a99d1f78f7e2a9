package dev.plumbline.driver.kubernetes;

import static java.util.stream.Collectors.joining;

import dev.plumbline.cluster.Cluster;
import dev.plumbline.cluster.Kind;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Tree;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The objects of one kind in one scope, kept current by a watch: whole, or only what is needed to
/// show how they are.
final class Shelf implements Cluster.Listener<Stored>, AutoCloseable {

  /// Hears that something on a shelf changed, and how its watch is.
  interface Reader {
    /// Something that a verdict depends on changed.
    void changed();

    /// Only statuses and bookkeeping changed.
    void progressed();

    void lost(Shelf shelf, Problem problem);

    void current(Shelf shelf);
  }

  private static final long FIRST_LIST_SECONDS = 30;

  private final Kind kind;
  private final String namespace;
  private final boolean whole;
  private final byte[] key;
  private final Map<String, Stored> objects = new ConcurrentHashMap<>();
  private final List<Reader> readers = new CopyOnWriteArrayList<>();
  private final CountDownLatch first = new CountDownLatch(1);
  private volatile Cluster.@Nullable Watching watching;
  private volatile @Nullable Problem broken;
  private volatile boolean filled;
  private final AtomicLong changes = new AtomicLong();
  private volatile @Nullable Content content;

  /// @param at which change it is of
  private record Content(long at, String text) {}

  /// @param key of fingerprints
  /// @param whole whether objects are kept whole, so that [#look] can tell them
  Shelf(Kind kind, String namespace, boolean whole, byte[] key) {
    this.kind = kind;
    this.key = key.clone();
    this.namespace = namespace;
    this.whole = whole;
  }

  Kind kind() {
    return kind;
  }

  String namespace() {
    return namespace;
  }

  boolean whole() {
    return whole;
  }

  /// How each of its objects is, as far as it is known.
  void each(Consumer<Being> hearer) {
    objects.values().forEach(s -> hearer.accept(s.being()));
  }

  /// How one of its objects is.
  Optional<Being> being(String name) {
    return Optional.ofNullable(objects.get(name)).map(Stored::being);
  }

  /// Why its watch is broken.
  Optional<Problem> broken() {
    return Optional.ofNullable(broken);
  }

  /// Whether the first list came.
  boolean filled() {
    return filled;
  }

  void startedAs(Cluster.Watching running) {
    watching = running;
  }

  void join(Reader reader) {
    readers.add(reader);
  }

  void leave(Reader reader) {
    readers.remove(reader);
  }

  /// What the watch says of an object: a value when the shelf is current (an empty one: the object
  /// is not there), or empty when the watch cannot tell and the server must be asked.
  Optional<Optional<Stored>> look(String name, Cancel cancel) {
    awaitFirst(cancel);
    return whole && filled && broken == null
        ? Optional.of(Optional.ofNullable(objects.get(name)))
        : Optional.empty();
  }

  /// Why nothing can be said now; empty when the shelf is current. Waits for the first list.
  Optional<Problem> state(Cancel cancel) {
    awaitFirst(cancel);
    var why = broken;
    return why == null && !filled
        ? Optional.of(
            new Problem.Network("The list of " + kind.plural() + " did not come", "", "", ""))
        : Optional.ofNullable(why);
  }

  /// One of its objects, when the shelf is current.
  Optional<Stored> known(String name) {
    return filled && broken == null ? Optional.ofNullable(objects.get(name)) : Optional.empty();
  }

  /// All of its objects, as far as they are known.
  Collection<Stored> all() {
    return objects.values();
  }

  /// Another text when any of its objects changed in what a verdict depends on.
  String content() {
    var known = content;
    long at = changes.get();
    if (known == null || known.at() != at) {
      known =
          new Content(
              at,
              objects.values().stream().map(Stored::fingerprint).sorted().collect(joining(",")));
      content = known;
    }
    return known.text();
  }

  private void awaitFirst(Cancel cancel) {
    try (var _ = cancel.onCancel(first::countDown)) {
      if (!first.await(FIRST_LIST_SECONDS, TimeUnit.SECONDS)) {
        first.countDown();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    cancel.check();
  }

  @Override
  public Stored kept(Tree.Obj object) {
    return whole ? Stored.whole(object, kind, key) : Stored.being(object, kind);
  }

  @Override
  public void replaced(List<Stored> all) {
    var now = new HashMap<String, Stored>();
    all.forEach(s -> now.put(s.name(), s));
    boolean other = !filled || broken != null || objects.size() != now.size();
    for (var stored : all) {
      other |= !isSame(objects.get(stored.name()), stored);
    }
    objects.keySet().retainAll(now.keySet());
    objects.putAll(now);
    changes.incrementAndGet();
    filled = true;
    broken = null;
    first.countDown();
    tell(other);
  }

  @Override
  public void changed(Stored object) {
    boolean other = !isSame(objects.put(object.name(), object), object);
    changes.incrementAndGet();
    tell(other);
  }

  @Override
  public void deleted(Stored object) {
    objects.remove(object.name());
    changes.incrementAndGet();
    tell(true);
  }

  private void tell(boolean other) {
    readers.forEach(other ? Reader::changed : Reader::progressed);
  }

  private static boolean isSame(@Nullable Stored before, Stored now) {
    return before != null
        && before.uid().equals(now.uid())
        && before.fingerprint().equals(now.fingerprint());
  }

  @Override
  public void lost(Problem problem) {
    broken = problem;
    first.countDown();
    readers.forEach(r -> r.lost(this, problem));
  }

  @Override
  public void current() {
    broken = null;
    readers.forEach(r -> r.current(this));
  }

  @Override
  public void close() {
    var running = watching;
    if (running != null) {
      running.close();
    }
    first.countDown();
  }
}

package dev.plumbline.driver.kubernetes;

import dev.plumbline.cluster.Cluster;
import dev.plumbline.cluster.Kind;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The objects of one kind in one scope, kept current by a watch: whole, or only what is needed to
/// show how they are.
final class Shelf implements Cluster.Listener, AutoCloseable {

  /// Hears that something on a shelf changed, and how its watch is.
  interface Reader {
    void changed();

    void lost(Shelf shelf, Problem problem);

    void current(Shelf shelf);
  }

  private static final long FIRST_LIST_SECONDS = 30;

  private final Kind kind;
  private final String namespace;
  private final boolean whole;

  private record Entry(Tree.Obj object, Being being) {}

  private final Map<String, Entry> objects = new ConcurrentHashMap<>();
  private final List<Reader> readers = new CopyOnWriteArrayList<>();
  private final CountDownLatch first = new CountDownLatch(1);
  private volatile Cluster.@Nullable Watching watching;
  private volatile @Nullable Problem broken;
  private volatile boolean filled;

  /// @param whole whether objects are kept whole, so that [#look] can tell them
  Shelf(Kind kind, String namespace, boolean whole) {
    this.kind = kind;
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
    objects.values().forEach(e -> hearer.accept(e.being()));
  }

  /// How one of its objects is.
  Optional<Being> being(String name) {
    return Optional.ofNullable(objects.get(name)).map(Entry::being);
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
  Optional<Optional<Tree.Obj>> look(String name, Cancel cancel) {
    awaitFirst(cancel);
    return whole && filled && broken == null
        ? Optional.of(Optional.ofNullable(objects.get(name)).map(Entry::object))
        : Optional.empty();
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
  public Tree.Obj kept(Tree.Obj object) {
    return whole ? object : Being.core(object);
  }

  private Entry entry(Tree.Obj object) {
    return new Entry(whole ? object : Tree.Obj.EMPTY, Being.of(object));
  }

  @Override
  public void replaced(Cluster.Listing listing) {
    var now = new ConcurrentHashMap<String, Entry>();
    listing.items().forEach(o -> now.put(name(o), entry(o)));
    objects.keySet().retainAll(now.keySet());
    objects.putAll(now);
    filled = true;
    broken = null;
    first.countDown();
    readers.forEach(Reader::changed);
  }

  @Override
  public void changed(Tree.Obj object) {
    objects.put(name(object), entry(object));
    readers.forEach(Reader::changed);
  }

  @Override
  public void deleted(Tree.Obj object) {
    objects.remove(name(object));
    readers.forEach(Reader::changed);
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

  private static String name(Tree.Obj object) {
    return object.text("metadata", "name").orElse("");
  }
}

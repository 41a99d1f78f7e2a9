package dev.plumbline.driver.kubernetes;

import dev.plumbline.cluster.Cluster;
import dev.plumbline.cluster.Kind;
import dev.plumbline.driver.Driver;
import dev.plumbline.driver.Vitals;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Tree;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The watches of one environment: started as its objects are asked for, given back together.
final class EnvironmentWatch implements Driver.Watching, Live, Shelf.Reader {

  private record Key(Kind kind, String namespace) {}

  private final Cluster cluster;
  private final LiveStore store;
  private final Driver.Heard heard;
  private final Surroundings surroundings;
  private final TypeBook types;
  private final Admission admission;
  private final Map<Key, Shelf> shelves = new HashMap<>();
  private final Map<Shelf, Problem> lost = new LinkedHashMap<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private boolean closed;

  EnvironmentWatch(Cluster cluster, LiveStore store, TypeBook types, Driver.Heard heard) {
    this.types = types;
    this.admission = new Admission(cluster, store, heard::changed);
    this.cluster = cluster;
    this.store = store;
    this.heard = heard;
    this.surroundings = new Surroundings(cluster, store, heard::lived);
    Thread.ofVirtual().name("look again").start(this::lookAgain);
  }

  /// What admission does can change without anything that is watched changing: answers grow old,
  /// and some are asked for again.
  private void lookAgain() {
    try {
      while (!over.await(OneObject.TRUSTED.toMillis(), TimeUnit.MILLISECONDS)) {
        heard.changed();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public Optional<Seen> get(Kind kind, String namespace, String name, Cancel cancel) {
    var shelf = shelf(kind, namespace);
    if (shelf.isPresent()) {
      var seen = shelf.get().look(name, cancel);
      if (seen.isPresent()) {
        return seen.get().map(s -> s);
      }
    }
    return cluster.get(kind, namespace, name, cancel).map(o -> Seen.of(o, store.key()));
  }

  @Override
  public void prepare(Kind kind, String namespace) {
    shelf(kind, namespace);
  }

  @Override
  public Grounds grounds(Cancel cancel) {
    return new Grounds(types.now(cancel), admission.now(cancel));
  }

  /// An object of a kind that is watched whole already; else the server is asked.
  Optional<Tree.Obj> look(Kind kind, String namespace, String name, Cancel cancel) {
    Shelf shelf;
    synchronized (this) {
      shelf = shelves.get(new Key(kind, namespace));
    }
    var seen = shelf == null ? Optional.<Optional<Stored>>empty() : shelf.look(name, cancel);
    return seen.isPresent()
        ? seen.get().map(Stored::tree)
        : cluster.get(kind, namespace, name, cancel);
  }

  private synchronized Optional<Shelf> shelf(Kind kind, String namespace) {
    if (closed || !kind.verbs().contains("watch") || !kind.verbs().contains("list")) {
      return Optional.empty();
    }
    return Optional.of(
        shelves.computeIfAbsent(
            new Key(kind, namespace),
            k -> {
              var shelf = store.acquire(kind, namespace);
              shelf.join(this);
              return shelf;
            }));
  }

  private synchronized List<Shelf> own() {
    return List.copyOf(shelves.values());
  }

  @Override
  public int kinds() {
    return (int) all().stream().map(Shelf::kind).distinct().count();
  }

  /// Every shelf of this environment.
  Collection<Shelf> all() {
    return Stream.concat(own().stream(), surroundings.shelves().stream()).distinct().toList();
  }

  @Override
  public Vitals vitals(Collection<ResourceRef> own, Cancel cancel) {
    return surroundings.vitals(own, own(), cancel);
  }

  @Override
  public void changed() {
    heard.changed();
    heard.lived();
  }

  @Override
  public void progressed() {
    heard.lived();
  }

  @Override
  public void lost(Shelf shelf, Problem problem) {
    synchronized (this) {
      lost.put(shelf, problem);
    }
    heard.health(Optional.of(problem));
    heard.lived();
  }

  @Override
  public void current(Shelf shelf) {
    Optional<Problem> left;
    synchronized (this) {
      lost.remove(shelf);
      left = lost.values().stream().findFirst();
    }
    heard.health(left);
    heard.lived();
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      shelves
          .values()
          .forEach(s -> {
            s.leave(this);
            store.release(s);
          });
      shelves.clear();
      lost.clear();
    }
    over.countDown();
    surroundings.close();
    admission.close();
  }
}

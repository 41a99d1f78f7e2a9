package dev.plumbline.driver.kubernetes;

import dev.plumbline.cluster.Cluster;
import dev.plumbline.cluster.Kind;
import dev.plumbline.driver.Driver;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Tree;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The watches of one environment: started as its objects are asked for, given back together.
final class EnvironmentWatch implements Driver.Watching, Live, Shelf.Reader {

  private record Key(Kind kind, String namespace) {}

  private final Cluster cluster;
  private final LiveStore store;
  private final Runnable changed;
  private final Consumer<Optional<Problem>> health;
  private final Map<Key, Shelf> shelves = new HashMap<>();
  private final Map<Shelf, Problem> lost = new LinkedHashMap<>();
  private boolean closed;

  EnvironmentWatch(
      Cluster cluster, LiveStore store, Runnable changed, Consumer<Optional<Problem>> health) {
    this.cluster = cluster;
    this.store = store;
    this.changed = changed;
    this.health = health;
  }

  @Override
  public Optional<Tree.Obj> get(Kind kind, String namespace, String name, Cancel cancel) {
    var shelf = shelf(kind, namespace);
    if (shelf.isPresent()) {
      var seen = shelf.get().look(name, cancel);
      if (seen.isPresent()) {
        return seen.get();
      }
    }
    return cluster.get(kind, namespace, name, cancel);
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

  @Override
  public synchronized int kinds() {
    return (int) shelves.keySet().stream().map(Key::kind).distinct().count();
  }

  @Override
  public void changed() {
    changed.run();
  }

  @Override
  public void lost(Shelf shelf, Problem problem) {
    synchronized (this) {
      lost.put(shelf, problem);
    }
    health.accept(Optional.of(problem));
  }

  @Override
  public void current(Shelf shelf) {
    Optional<Problem> left;
    synchronized (this) {
      lost.remove(shelf);
      left = lost.values().stream().findFirst();
    }
    health.accept(left);
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
  }
}

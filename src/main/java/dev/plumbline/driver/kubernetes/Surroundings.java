package dev.plumbline.driver.kubernetes;

import dev.plumbline.cluster.Cluster;
import dev.plumbline.driver.Vitals;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.Health;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ResourceRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What controllers made for an environment's objects: watches it, beside the watches of the
/// objects themselves, and tells how all of it is.
final class Surroundings implements Shelf.Reader {

  private record Scope(String group, String kind, String namespace) {
    static Scope of(ResourceRef ref) {
      return new Scope(ref.group(), ref.kind(), ref.namespace());
    }
  }

  private final Cluster cluster;
  private final LiveStore store;
  private final Runnable lived;
  private final Map<Scope, Optional<Shelf>> shelves = new LinkedHashMap<>();
  private final List<Problem> notServed = new ArrayList<>();
  private boolean closed;

  Surroundings(Cluster cluster, LiveStore store, Runnable lived) {
    this.cluster = cluster;
    this.store = store;
    this.lived = lived;
  }

  /// @param own the environment's own objects
  /// @param watched the shelves on which they stand
  Vitals vitals(Collection<ResourceRef> own, Collection<Shelf> watched, Cancel cancel) {
    var beside = beside(own, cancel);
    var ownShelves = new HashMap<Scope, Shelf>();
    watched.forEach(s -> ownShelves.put(scope(s), s));
    var roots = new HashMap<String, ResourceRef>();
    var health = new HashMap<ResourceRef, Health>();
    for (var ref : own) {
      var shelf = ownShelves.get(Scope.of(ref));
      if (shelf != null) {
        shelf
            .being(ref.name())
            .ifPresent(b -> {
              roots.put(b.uid(), ref);
              health.put(ref, b.health());
            });
      }
    }
    var all = new HashSet<>(watched);
    all.addAll(beside);
    var kinship = kinship(all);
    var problems = new ArrayList<Problem>();
    boolean current = true;
    for (var shelf : all) {
      var broken = shelf.broken();
      broken.ifPresent(p -> problems.add(lacking(shelf, p)));
      current &= broken.map(Surroundings::isFinal).orElse(shelf.filled());
    }
    synchronized (this) {
      problems.addAll(notServed);
    }
    return new Vitals(health, kinship.below(roots), problems, current);
  }

  /// Everything that stands on these shelves and has an owner.
  static Kinship kinship(Collection<Shelf> shelves) {
    var kinship = new Kinship();
    shelves.forEach(s -> s.each(kinship::add));
    return kinship;
  }

  /// The shelves of what the objects may own, watched from now on.
  private synchronized Collection<Shelf> beside(Collection<ResourceRef> own, Cancel cancel) {
    if (closed) {
      return List.of();
    }
    Set<Scope> owners = new HashSet<>();
    own.forEach(ref -> owners.add(Scope.of(ref)));
    owners.removeIf(o -> o.namespace().isEmpty());
    for (var owner : owners) {
      for (var kind : Kinship.made(owner.group(), owner.kind())) {
        var scope = new Scope(kind.group(), kind.kind(), owner.namespace());
        if (!shelves.containsKey(scope)) {
          shelves.put(scope, start(scope, cancel));
        }
      }
    }
    return shelves.values().stream().flatMap(Optional::stream).toList();
  }

  private Optional<Shelf> start(Scope scope, Cancel cancel) {
    try {
      var kind = Served.kind(cluster, scope.group(), scope.kind(), cancel);
      if (kind.isEmpty() || !kind.get().verbs().contains("watch")) {
        return Optional.empty();
      }
      var shelf = store.acquireBeings(kind.get(), scope.namespace());
      shelf.join(this);
      return Optional.of(shelf);
    } catch (ProblemException e) {
      if (e.problem() instanceof Problem.Cancelled) {
        throw e;
      }
      notServed.add(e.problem());
      return Optional.empty();
    }
  }

  private static Scope scope(Shelf shelf) {
    return new Scope(shelf.kind().group(), shelf.kind().kind(), shelf.namespace());
  }

  /// Whether it will not pass by itself: then all that can be known is known.
  private static boolean isFinal(Problem problem) {
    return problem instanceof Problem.Forbidden || problem instanceof Problem.NotFound;
  }

  private static Problem lacking(Shelf shelf, Problem problem) {
    if (!(problem instanceof Problem.Forbidden)) {
      return problem;
    }
    var kind = shelf.kind().kind();
    var several = kind.endsWith("s") ? kind + "es" : kind + "s";
    return new Problem.Forbidden(
        several + " may not be listed in " + shelf.namespace() + ": what is shown lacks them",
        shelf.namespace(),
        problem.whatToDo(),
        problem.detail());
  }

  synchronized Collection<Shelf> shelves() {
    return shelves.values().stream().flatMap(Optional::stream).toList();
  }

  @Override
  public void changed() {
    lived.run();
  }

  @Override
  public void progressed() {
    lived.run();
  }

  @Override
  public void lost(Shelf shelf, Problem problem) {
    lived.run();
  }

  @Override
  public void current(Shelf shelf) {
    lived.run();
  }

  synchronized void close() {
    closed = true;
    shelves
        .values()
        .forEach(s ->
            s.ifPresent(shelf -> {
              shelf.leave(this);
              store.release(shelf);
            }));
    shelves.clear();
  }
}

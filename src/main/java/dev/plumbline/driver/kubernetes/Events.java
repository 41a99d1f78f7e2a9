package dev.plumbline.driver.kubernetes;

import dev.plumbline.cluster.Cluster;
import dev.plumbline.cluster.Kind;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.ClusterEvent;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Tree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/// What the cluster's events say of some objects. Few objects are asked for one by one, with a
/// field selector; for many the list of the namespace is read once. Either way what comes is
/// filtered here, too: a server need not know the selector.
final class Events {

  private static final int ONE_BY_ONE = 8;

  private static final Comparator<ClusterEvent> NEWEST_FIRST =
      Comparator.comparing(ClusterEvent::last, Comparator.comparing(l -> l.orElse(Instant.MIN)));

  private final Cluster cluster;

  Events(Cluster cluster) {
    this.cluster = cluster;
  }

  /// Newest first.
  ///
  /// @param object the object that was asked about
  /// @param uids its UID and those of what it owns; without one events are found by its name
  List<ClusterEvent> of(ResourceRef object, Set<String> uids, Cancel cancel) {
    var kind = kind(cancel);
    Map<String, Tree.Obj> found = new LinkedHashMap<>();
    for (var event : read(kind, object, uids, cancel)) {
      var uid = EventText.uid(event);
      boolean named = uid.isEmpty() || uids.isEmpty();
      boolean about = named ? EventText.isAbout(event, object) : uids.contains(uid);
      if (about) {
        found.put(event.text("metadata", "uid").orElse(event.toString()), event);
      }
    }
    return found.values().stream().map(EventText::read).sorted(NEWEST_FIRST.reversed()).toList();
  }

  private Kind kind(Cancel cancel) {
    return cluster
        .kind("events.k8s.io", "v1", "Event", cancel)
        .or(() -> cluster.kind("", "v1", "Event", cancel))
        .orElseThrow(() ->
            new ProblemException(
                new Problem.NotFound(
                    "The cluster of " + cluster.context() + " keeps no events",
                    cluster.server(),
                    "",
                    "")));
  }

  private List<Tree.Obj> read(Kind kind, ResourceRef object, Set<String> uids, Cancel cancel) {
    if (!uids.isEmpty() && uids.size() <= ONE_BY_ONE) {
      try {
        return oneByOne(kind, object.namespace(), uids, cancel);
      } catch (ProblemException e) {
        if (e.problem() instanceof Problem.Cancelled || e.problem() instanceof Problem.Network) {
          throw e;
        }
        // Not allowed in all namespaces, or a server without this selector: the list has to do.
      }
    }
    // Events of what has no namespace are written to this one.
    var where = object.namespace().isEmpty() ? "default" : object.namespace();
    return cluster.list(kind, where, cancel).items();
  }

  private List<Tree.Obj> oneByOne(Kind kind, String namespace, Set<String> uids, Cancel cancel) {
    var field = kind.group().isEmpty() ? "involvedObject.uid=" : "regarding.uid=";
    var tasks = new ArrayList<Callable<List<Tree.Obj>>>();
    for (var uid : uids) {
      tasks.add(() -> cluster.list(kind, namespace, field + uid, cancel).items());
    }
    return Parallel.all(tasks).stream().flatMap(List::stream).toList();
  }

  /// The UIDs of an object and of what it owns, as lists of what controllers make for its kind
  /// tell; kinds that may not be listed are left out.
  Set<String> asked(ResourceRef object, String uid, Cancel cancel) {
    var kinship = new Kinship();
    for (var made : Kinship.made(object.group(), object.kind())) {
      for (var item : listed(made, object.namespace(), cancel)) {
        kinship.add(Being.of(item));
      }
    }
    return family(object, uid, kinship);
  }

  /// The UIDs of an object and of what it owns.
  static Set<String> family(ResourceRef object, String uid, Kinship kinship) {
    var uids = new LinkedHashSet<String>();
    uids.add(uid);
    kinship.below(Map.of(uid, object)).forEach(o -> uids.add(o.uid()));
    return uids;
  }

  private List<Tree.Obj> listed(Kinship.Made made, String namespace, Cancel cancel) {
    try {
      Optional<Kind> kind = Served.kind(cluster, made.group(), made.kind(), cancel);
      return kind.isEmpty() ? List.of() : cluster.list(kind.get(), namespace, cancel).items();
    } catch (ProblemException e) {
      if (e.problem() instanceof Problem.Forbidden) {
        return List.of();
      }
      throw e;
    }
  }
}

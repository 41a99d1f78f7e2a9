package dev.plumbline.driver.kubernetes;

import dev.plumbline.cluster.Cluster;
import dev.plumbline.cluster.Kind;
import dev.plumbline.drift.Fingerprint;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What could change or refuse an object between an apply and the store, watched. Where one of the
/// lists may not be read nobody knows, and nothing is certain.
final class Admission implements AutoCloseable, Shelf.Reader {

  private static final String REGISTRATION = "admissionregistration.k8s.io";
  private static final String WEBHOOKS = "MutatingWebhookConfiguration";
  private static final String POLICIES = "MutatingAdmissionPolicy";

  /// What is watched, by group and kind. Of those that only refuse, or only set defaults of what is
  /// created, a change makes old verdicts void; the first two may also change an object.
  private static final List<List<String>> WATCHED =
      List.of(
          List.of(REGISTRATION, WEBHOOKS),
          List.of(REGISTRATION, POLICIES),
          List.of(REGISTRATION, "MutatingAdmissionPolicyBinding"),
          List.of(REGISTRATION, "ValidatingWebhookConfiguration"),
          List.of(REGISTRATION, "ValidatingAdmissionPolicy"),
          List.of(REGISTRATION, "ValidatingAdmissionPolicyBinding"),
          List.of("", "LimitRange"),
          List.of("storage.k8s.io", "StorageClass"),
          List.of("scheduling.k8s.io", "PriorityClass"));

  private final Cluster cluster;
  private final LiveStore store;
  private final Runnable changed;
  private final Map<List<String>, Shelf> shelves = new LinkedHashMap<>();
  private @Nullable Shelf namespaces;
  private @Nullable Standing latest;
  private String version = "";
  private boolean closed;

  /// @param changed told when something is registered otherwise
  Admission(Cluster cluster, LiveStore store, Runnable changed) {
    this.changed = changed;
    this.cluster = cluster;
    this.store = store;
  }

  /// How admission stands now. Waits for the first lists.
  Standing now(Cancel cancel) {
    try {
      var all = begin(cancel);
      for (var shelf : all) {
        var broken = shelf.state(cancel);
        if (broken.isPresent()) {
          return Standing.unknown(broken.get().sentence());
        }
      }
      return standing(all);
    } catch (ProblemException e) {
      if (e.problem() instanceof Problem.Cancelled) {
        throw e;
      }
      return Standing.unknown(e.problem().sentence());
    }
  }

  /// Starts what is not watched yet; throws when a kind cannot be found out.
  private synchronized List<Shelf> begin(Cancel cancel) {
    if (closed) {
      throw new ProblemException(new Problem.Cancelled("Cancelled", "", "", ""));
    }
    if (version.isEmpty()) {
      version = cluster.version(cancel);
    }
    if (namespaces == null) {
      var kind = Served.kind(cluster, "", "Namespace", cancel);
      namespaces = kind.map(k -> store.acquire(k, "")).orElse(null);
    }
    for (var watched : WATCHED) {
      if (!shelves.containsKey(watched)) {
        Served.kind(cluster, watched.get(0), watched.get(1), cancel)
            .ifPresent(kind -> {
              var shelf = store.acquire(kind, "");
              shelf.join(this);
              shelves.put(watched, shelf);
            });
      }
    }
    return List.copyOf(shelves.values());
  }

  private synchronized Standing standing(List<Shelf> all) {
    var state = new StringBuilder(version);
    all.forEach(s -> state.append(' ').append(s.kind().kind()).append(s.content()));
    var epoch = Fingerprint.desired(Tree.obj("admission", Tree.str(state.toString())), store.key());
    var known = latest;
    if (known != null && known.epoch().equals(epoch)) {
      return known;
    }
    var hooks =
        Stream.concat(
                stored(WEBHOOKS).flatMap(s -> Hook.ofWebhooks(s.tree())),
                stored(POLICIES).map(s -> Hook.ofPolicy(s.tree())))
            .toList();
    latest = new Standing(epoch, "", hooks, Optional.ofNullable(namespaces));
    return latest;
  }

  private synchronized Stream<Stored> stored(String kind) {
    var shelf = shelves.get(List.of(REGISTRATION, kind));
    return shelf == null ? Stream.empty() : shelf.all().stream();
  }

  @Override
  public void changed() {
    changed.run();
  }

  @Override
  public void progressed() {}

  @Override
  public void lost(Shelf shelf, Problem problem) {}

  @Override
  public void current(Shelf shelf) {}

  @Override
  public synchronized void close() {
    closed = true;
    shelves
        .values()
        .forEach(s -> {
          s.leave(this);
          store.release(s);
        });
    shelves.clear();
    if (namespaces != null) {
      store.release(namespaces);
    }
  }

  /// What is registered at one moment.
  static final class Standing {
    private final String epoch;
    private final String why;
    private final List<Hook> hooks;
    private final Optional<Shelf> namespaces;
    private final Map<Kind, List<Hook>> concerning = new ConcurrentHashMap<>();

    private Standing(String epoch, String why, List<Hook> hooks, Optional<Shelf> namespaces) {
      this.epoch = epoch;
      this.why = why;
      this.hooks = hooks;
      this.namespaces = namespaces;
    }

    static Standing unknown(String why) {
      return new Standing("", why, List.of(), Optional.empty());
    }

    /// Another text when anything that is registered changed; empty when it is not known.
    String epoch() {
      return epoch;
    }

    /// Why the server might change an object that is sent as it is stored; empty when it does not.
    Optional<String> doubt(Kind kind, Seen live) {
      if (!why.isEmpty()) {
        return Optional.of(why);
      }
      var some = concerning.computeIfAbsent(kind, this::concerning);
      if (some.isEmpty()) {
        return Optional.empty();
      }
      return some.stream()
          .filter(h -> h.mayMatch(kind, live, namespace(kind, live)))
          .findFirst()
          .map(h -> h.name() + " may change it");
    }

    private List<Hook> concerning(Kind kind) {
      return hooks.stream().filter(h -> h.mayConcern(kind)).toList();
    }

    private Optional<Tree.Obj> namespace(Kind kind, Seen live) {
      return kind.namespaced()
          ? namespaces.flatMap(s -> s.known(live.namespace())).map(Stored::tree)
          : Optional.empty();
    }
  }
}

package dev.plumbline.cluster;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// What the server serves, read once and kept until forgotten. Two requests where the server
/// answers aggregated discovery (1.27 and newer), else one a group version.
final class Discovery {

  private static final String AGGREGATED =
      "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,"
          + "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,"
          + "application/json";

  private final Api api;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile @Nullable List<Version> known;

  Discovery(Api api) {
    this.api = api;
  }

  /// A served group version, in the server's order of preference.
  ///
  /// @param failure why its kinds are not (all) known
  record Version(String group, String version, List<Kind> kinds, Optional<Problem> failure) {}

  void forget() {
    known = null;
  }

  Optional<Kind> kind(String group, String version, String kind, Cancel cancel) {
    for (var v : versions(group, cancel)) {
      if (v.version().equals(version)) {
        var found = find(v, kind);
        if (found.isEmpty()) {
          v.failure().ifPresent(Discovery::fail);
        }
        return found;
      }
    }
    return Optional.empty();
  }

  List<String> servedVersions(String group, String kind, Cancel cancel) {
    var versions = versions(group, cancel);
    var served =
        versions.stream().filter(v -> find(v, kind).isPresent()).map(Version::version).toList();
    if (served.isEmpty()) {
      versions.stream().flatMap(v -> v.failure().stream()).findFirst().ifPresent(Discovery::fail);
    }
    return served;
  }

  private static Optional<Kind> find(Version version, String kind) {
    return version.kinds().stream().filter(k -> k.kind().equals(kind)).findFirst();
  }

  private static void fail(Problem problem) {
    throw new ProblemException(problem);
  }

  private List<Version> versions(String group, Cancel cancel) {
    var all = known;
    if (all == null) {
      Waits.lock(reading, cancel);
      try {
        all = known;
        if (all == null) {
          all = read(cancel);
          known = all;
        }
      } finally {
        reading.unlock();
      }
    }
    return all.stream().filter(v -> v.group().equals(group)).toList();
  }

  private List<Version> read(Cancel cancel) {
    var all = new ArrayList<Version>();
    for (var root : List.of("/api", "/apis")) {
      var about = "discovery " + root;
      var answer =
          api.send(new Call("GET", root, about, AGGREGATED, Optional.empty()), cancel)
              .object(about);
      if (answer.text("kind").filter("APIGroupDiscoveryList"::equals).isPresent()) {
        answer.items("items").forEach(group -> all.addAll(aggregated(group)));
      } else if (root.equals("/api")) {
        for (var version : answer.items("versions")) {
          all.add(classic("", version instanceof Tree.Str(String v) ? v : "v1", cancel));
        }
      } else {
        answer.items("groups").forEach(group -> all.addAll(classic(group, cancel)));
      }
    }
    return List.copyOf(all);
  }

  private static List<Version> aggregated(Tree group) {
    var name = group.text("metadata", "name").orElse("");
    var versions = new ArrayList<Version>();
    for (var v : group.items("versions")) {
      var version = v.text("version").orElse("");
      var kinds = new ArrayList<Kind>();
      for (var resource : v.items("resources")) {
        var plural = resource.text("resource").orElse("");
        resource
            .text("responseKind", "kind")
            .filter(k -> !k.isEmpty() && !plural.isEmpty())
            .ifPresent(kind ->
                kinds.add(
                    new Kind(
                        name,
                        version,
                        kind,
                        plural,
                        resource.text("scope").filter("Namespaced"::equals).isPresent(),
                        verbs(resource))));
      }
      var stale = v.text("freshness").filter("Stale"::equals).isPresent();
      versions.add(
          new Version(
              name,
              version,
              kinds,
              stale ? Optional.of(down(name, version, "")) : Optional.empty()));
    }
    return versions;
  }

  private List<Version> classic(Tree group, Cancel cancel) {
    var name = group.text("name").orElse("");
    var order = new ArrayList<String>();
    group.text("preferredVersion", "version").ifPresent(order::add);
    for (var v : group.items("versions")) {
      v.text("version").filter(x -> !order.contains(x)).ifPresent(order::add);
    }
    return order.stream().map(version -> classic(name, version, cancel)).toList();
  }

  private Version classic(String group, String version, Cancel cancel) {
    var about = "discovery " + (group.isEmpty() ? version : group + "/" + version);
    var path =
        group.isEmpty()
            ? "/api/" + Call.encode(version)
            : "/apis/" + Call.encode(group) + "/" + Call.encode(version);
    Tree.Obj answer;
    try {
      answer = api.send(Call.get(path, about), cancel).object(about);
    } catch (ProblemException e) {
      if (e.problem() instanceof Problem.Cancelled || e.problem() instanceof Problem.Auth) {
        throw e;
      }
      return new Version(
          group, version, List.of(), Optional.of(down(group, version, e.problem().detail())));
    }
    var kinds = new ArrayList<Kind>();
    for (var resource : answer.items("resources")) {
      var plural = resource.text("name").orElse("");
      if (!plural.contains("/")) {
        kinds.add(
            new Kind(
                group,
                version,
                resource.text("kind").orElse(""),
                plural,
                resource.at("namespaced").filter(Tree.bool(true)::equals).isPresent(),
                verbs(resource)));
      }
    }
    return new Version(group, version, kinds, Optional.empty());
  }

  private static Set<String> verbs(Tree resource) {
    var verbs = new HashSet<String>();
    for (var verb : resource.items("verbs")) {
      if (verb instanceof Tree.Str(String name)) {
        verbs.add(name);
      }
    }
    return verbs;
  }

  private static Problem down(String group, String version, String detail) {
    return new Problem.Network(
        "The API " + group + "/" + version + " does not answer, so its kinds are not known",
        "discovery",
        "Check the APIService " + version + "." + group + ".",
        detail);
  }
}

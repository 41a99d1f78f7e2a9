package dev.plumbline.driver.kubernetes;

import dev.plumbline.cluster.Cluster;
import dev.plumbline.cluster.Kind;
import dev.plumbline.drift.ResourceDrift;
import dev.plumbline.driver.Observation;
import dev.plumbline.driver.Progress;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.Manifest;
import dev.plumbline.model.ManifestSet;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Tree;
import dev.plumbline.plan.Candidate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/// One look at all objects of an environment.
final class Look {

  private final Cluster cluster;
  private final Inventory inventory;
  private final OneObject objects;
  private final Live live;
  private final String namespace;
  private final Effort effort;
  private final Set<Kind> kinds = new HashSet<>();
  private final Set<String> uids = new HashSet<>();

  Look(
      Cluster cluster,
      Inventory inventory,
      OneObject objects,
      Live live,
      String namespace,
      Effort effort) {
    this.effort = effort;
    this.cluster = cluster;
    this.inventory = inventory;
    this.objects = objects;
    this.live = live;
    this.namespace = namespace;
  }

  Observation at(ManifestSet read, boolean fresh, Cancel cancel, Progress progress) {
    if (fresh) {
      cluster.refreshDiscovery();
    }
    // Reaches the server before anything is judged: what concerns all of them is thrown here, once.
    cluster.kind("", "v1", "Namespace", cancel);
    var rendered = Settled.of(read, cluster, namespace, cancel);
    var crds = Crds.in(rendered.manifests());
    progress.at("comparing", 0, rendered.manifests().size());
    var prepared = rendered.manifests().stream().map(m -> prepare(m, crds, cancel)).toList();
    for (var one : prepared) {
      one.wanted().ifPresent(w -> live.prepare(w.kind(), w.sent().ref().namespace()));
    }
    var grounds = live.grounds(cancel);
    var steps = first(prepared, grounds, fresh, cancel);
    var candidates = new ArrayList<>(second(steps, grounds, fresh, cancel, progress));
    candidates.forEach(c -> c.uid().ifPresent(uids::add));
    var problems = new ArrayList<>(rendered.problems());
    candidates.addAll(leftInCluster(rendered, candidates, problems, cancel));
    return new Observation(
        rendered, candidates, problems, Instant.now(), kinds.size(), effort.told());
  }

  /// A manifest on its way to a verdict: it has one already, or can be compared.
  private record Prepared(Optional<Candidate> verdict, Optional<Wanted> wanted) {}

  /// As [Prepared], when the object was found.
  private record Step(Optional<Candidate> verdict, Optional<OneObject.Found> found) {}

  private Prepared prepare(Manifest manifest, Crds crds, Cancel cancel) {
    var ref = manifest.ref();
    Optional<Kind> kind;
    try {
      kind = cluster.kind(ref.group(), ref.version(), ref.kind(), cancel);
      if (kind.isEmpty()) {
        return judged(notServed(manifest, crds, cancel));
      }
    } catch (ProblemException e) {
      if (e.problem() instanceof Problem.Cancelled) {
        throw e;
      }
      return judged(bare(objects.unknown(manifest, e.problem())));
    }
    kinds.add(kind.get());
    var sent = Sending.of(manifest, kind.get(), namespace);
    if (!isSegment(sent.ref().name()) || !isSegment(sent.ref().namespace())) {
      return judged(bare(objects.unknown(sent, unusable(sent))));
    }
    return new Prepared(
        Optional.empty(), Optional.of(new Wanted(sent, kind.get(), objects.hash(sent))));
  }

  private static Prepared judged(Candidate verdict) {
    return new Prepared(Optional.of(verdict), Optional.empty());
  }

  /// What is remembered.
  private List<Step> first(List<Prepared> all, Grounds grounds, boolean fresh, Cancel cancel) {
    var tasks = new ArrayList<Callable<Step>>();
    for (var one : all) {
      tasks.add(() ->
          one.wanted()
              .map(w -> first(w, grounds, fresh, cancel))
              .orElseGet(() -> new Step(one.verdict(), Optional.empty())));
    }
    return Parallel.all(tasks);
  }

  private Step first(Wanted wanted, Grounds grounds, boolean fresh, Cancel cancel) {
    cancel.check();
    try {
      var found = objects.find(wanted, cancel);
      var known = fresh ? Optional.<Candidate>empty() : objects.recall(found, grounds);
      return new Step(known, known.isPresent() ? Optional.empty() : Optional.of(found));
    } catch (ProblemException e) {
      return new Step(Optional.of(objects.failed(wanted, e)), Optional.empty());
    }
  }

  /// The verdicts on all: what is not remembered is decided now.
  private List<Candidate> second(
      List<Step> steps, Grounds grounds, boolean fresh, Cancel cancel, Progress progress) {
    var open = new HashSet<Kind>();
    for (var step : steps) {
      step.found().ifPresent(f -> open.add(f.wanted().kind()));
    }
    if (!fresh) {
      grounds.read(open, cancel);
    }
    int total = steps.size();
    var done = new AtomicInteger();
    var tasks = new ArrayList<Callable<Candidate>>();
    for (var step : steps) {
      if (step.verdict().isPresent()) {
        done.incrementAndGet();
      } else {
        tasks.add(() -> {
          cancel.check();
          var verdict = objects.decide(step.found().orElseThrow(), grounds, fresh, cancel);
          progress.at("comparing", done.incrementAndGet(), total);
          return verdict;
        });
      }
    }
    var decided = Parallel.all(tasks).iterator();
    return steps.stream().map(s -> s.verdict().orElseGet(decided::next)).toList();
  }

  /// What can stand in a URL of the API server, as kubectl sees it.
  private static boolean isSegment(String name) {
    return !name.equals(".") && !name.equals("..") && !name.contains("/") && !name.contains("%");
  }

  private static Problem unusable(Manifest sent) {
    return new Problem.Invalid(
        sent.ref() + ": a name or namespace cannot be . or .. and cannot hold / or %",
        sent.origin().toString(),
        "Give it another name",
        "");
  }

  /// The cluster does not know the kind: it waits for its CustomResourceDefinition, unless the kind
  /// is served in other versions only (K39: that is an error in Git, not something to wait for).
  private Candidate notServed(Manifest manifest, Crds crds, Cancel cancel) {
    var ref = manifest.ref();
    var pending = crds.nameFor(ref);
    var served = cluster.servedVersions(ref.group(), ref.kind(), cancel);
    if (pending.isEmpty() && !served.isEmpty()) {
      return bare(
          objects.unknown(
              manifest,
              new Problem.Invalid(
                  "The cluster does not serve " + ref.kind() + " as " + ref.apiVersion(),
                  manifest.origin().toString(),
                  "Write it as " + prefixed(ref.group(), served.getFirst()),
                  "")));
    }
    // Without discovery nobody knows whether it is namespaced: the namespace stays as Git has it.
    return new Candidate(
        new ResourceDrift.OnlyInGit(
            ref,
            Optional.of(manifest.origin()),
            Optional.of(
                "CustomResourceDefinition "
                    + pending.orElse("of " + ref.kind() + " (" + ref.apiVersion() + ")"))),
        Optional.of(objects.hash(manifest)),
        Optional.empty(),
        Optional.empty());
  }

  private static String prefixed(String group, String version) {
    return group.isEmpty() ? version : group + "/" + version;
  }

  private static Candidate bare(ResourceDrift drift) {
    return new Candidate(drift, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// What we applied before and Git no longer wants. An object whose UID is wanted under another
  /// name or group (K36) is not left over.
  private List<Candidate> leftInCluster(
      ManifestSet rendered, List<Candidate> wanted, List<Problem> problems, Cancel cancel) {
    List<Inventory.Member> members;
    try {
      members = inventory.read(live, cancel);
    } catch (ProblemException e) {
      if (e.problem() instanceof Problem.Cancelled) {
        throw e;
      }
      problems.add(e.problem());
      return List.of();
    }
    var refs = new HashSet<String>();
    wanted.forEach(c -> refs.add(Inventory.identity(c.drift().ref())));
    var left = members.stream().filter(m -> !refs.contains(Inventory.identity(m.ref()))).toList();
    var tasks = new ArrayList<Callable<Optional<Candidate>>>();
    for (var member : left) {
      tasks.add(() -> leftOver(member, !rendered.problems().isEmpty(), cancel));
    }
    return Parallel.all(tasks).stream().flatMap(Optional::stream).toList();
  }

  private Optional<Candidate> leftOver(
      Inventory.Member member, boolean renderIncomplete, Cancel cancel) {
    var ref = member.ref();
    try {
      var kind = Served.kind(cluster, ref, cancel);
      var there =
          kind.isEmpty()
              ? Optional.<Tree.Obj>empty()
              : live.get(kind.get(), ref.namespace(), ref.name(), cancel).map(Seen::tree);
      if (there.isEmpty() || !isOurs(there.get(), member)) {
        return Optional.empty();
      }
      if (renderIncomplete) {
        return Optional.of(
            bare(
                unknownMember(
                    ref,
                    new Problem.Render(
                        ref + " is in the inventory and not among the documents that could be read",
                        ref.toString(),
                        "Repair the documents that could not be read",
                        ""))));
      }
      var uid = there.get().text("metadata", "uid").orElse("");
      return Optional.of(
          new Candidate(
              new ResourceDrift.OnlyInCluster(ref, uid),
              Optional.empty(),
              Optional.of(uid),
              Optional.empty()));
    } catch (ProblemException e) {
      if (e.problem() instanceof Problem.Cancelled) {
        throw e;
      }
      return Optional.of(bare(unknownMember(ref, e.problem())));
    }
  }

  private static ResourceDrift.Unknown unknownMember(ResourceRef ref, Problem problem) {
    return new ResourceDrift.Unknown(
        ref, Optional.empty(), problem, Optional.empty(), Optional.empty());
  }

  /// The UID that we applied, and not one that Git wants under another name; a member that was only
  /// about to be applied is ours when our manager applied it.
  private boolean isOurs(Tree.Obj object, Inventory.Member member) {
    var uid = object.text("metadata", "uid").orElse("");
    if (uids.contains(uid)) {
      return false;
    }
    if (!member.uid().isEmpty()) {
      return member.uid().equals(uid);
    }
    return Recovery.isOurs(object);
  }
}

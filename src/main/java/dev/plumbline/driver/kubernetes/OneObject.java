package dev.plumbline.driver.kubernetes;

import dev.plumbline.cluster.Cluster;
import dev.plumbline.cluster.Kind;
import dev.plumbline.drift.Comparison;
import dev.plumbline.drift.Fingerprint;
import dev.plumbline.drift.ResourceDrift;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.Manifest;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Tree;
import dev.plumbline.plan.Candidate;
import java.util.List;
import java.util.Optional;

/// Compares one object by a server-side-apply dry-run under our field manager, forced, with the
/// live object at the very same resourceVersion. Every error becomes `Unknown` with its reason.
final class OneObject {

  /// Our field manager.
  static final String MANAGER = "plumbline";

  /// As kubectl diff: an object that keeps changing underneath is looked at so many times.
  private static final int LOOKS = 4;

  private static final ResourceRef NAMESPACE = new ResourceRef("", "v1", "Namespace", "", "");

  private final Cluster cluster;
  private final Live live;
  private final byte[] key;
  private final Memo memo;

  OneObject(Cluster cluster, Live live, byte[] key, Memo memo) {
    this.cluster = cluster;
    this.live = live;
    this.key = key;
    this.memo = memo;
  }

  /// The verdict on a manifest of a kind that the cluster serves.
  ///
  /// @param sent the manifest exactly as it is sent
  /// @param fresh whether to ask the server even when nothing changed since the last verdict
  Candidate compare(Manifest sent, Kind kind, boolean fresh, Cancel cancel) {
    var hash = hash(sent);
    try {
      var seen = live.get(kind, sent.ref().namespace(), sent.ref().name(), cancel);
      if (seen.isPresent() && !fresh) {
        var known = memo.recall(sent, hash, Fingerprint.of(seen.get(), key));
        if (known.isPresent()) {
          return candidate(known.get().verdict(), hash, seen, known.get().warnings());
        }
      }
      return look(sent, kind, hash, seen, cancel);
    } catch (ProblemException e) {
      if (e.problem() instanceof Problem.Cancelled) {
        throw e;
      }
      return candidate(unknown(sent, e.problem()), hash, Optional.empty());
    }
  }

  private Candidate look(
      Manifest sent, Kind kind, String hash, Optional<Tree.Obj> first, Cancel cancel) {
    var seen = first;
    for (int i = 0; i < LOOKS; i++) {
      Cluster.Applied answer;
      try {
        answer = cluster.apply(kind, sent.body(), MANAGER, true, true, cancel);
      } catch (ProblemException e) {
        if (e.problem() instanceof Problem.NotFound
            && namespaceIsMissing(kind, sent.ref(), cancel)) {
          return candidate(
              new ResourceDrift.OnlyInGit(
                  sent.ref(),
                  Optional.of(sent.origin()),
                  Optional.of("Namespace " + sent.ref().namespace())),
              hash,
              Optional.empty());
        }
        throw e;
      }
      if (answer.created() && seen.isEmpty()) {
        return candidate(
            new ResourceDrift.OnlyInGit(sent.ref(), Optional.of(sent.origin()), Optional.empty()),
            hash,
            Optional.empty(),
            answer.warnings());
      }
      if (seen.isPresent() && sameMoment(seen.get(), answer.object())) {
        var verdict = Comparison.of(sent, seen.get(), answer.object(), MANAGER);
        memo.keep(
            sent,
            hash,
            Fingerprint.of(seen.get(), key),
            new Memo.Known(verdict, answer.warnings()));
        return candidate(verdict, hash, seen, answer.warnings());
      }
      seen = cluster.get(kind, sent.ref().namespace(), sent.ref().name(), cancel);
    }
    return candidate(
        unknown(
            sent,
            new Problem.Conflict(
                sent.ref() + " changed at each of " + LOOKS + " looks",
                sent.ref().toString(),
                "Compare again when it is quiet",
                "")),
        hash,
        Optional.empty());
  }

  /// A dry-run answers with the resourceVersion of the object that it was computed from.
  private static boolean sameMoment(Tree.Obj seen, Tree.Obj answer) {
    return seen.text("metadata", "resourceVersion")
            .equals(answer.text("metadata", "resourceVersion"))
        && seen.text("metadata", "uid").equals(answer.text("metadata", "uid"));
  }

  private boolean namespaceIsMissing(Kind kind, ResourceRef ref, Cancel cancel) {
    if (!kind.namespaced()) {
      return false;
    }
    var namespaces = cluster.kind(NAMESPACE.group(), NAMESPACE.version(), NAMESPACE.kind(), cancel);
    return namespaces.isPresent()
        && cluster.get(namespaces.get(), "", ref.namespace(), cancel).isEmpty();
  }

  /// Hash of what would be sent.
  String hash(Manifest sent) {
    return Fingerprint.desired(sent.body(), key);
  }

  ResourceDrift.Unknown unknown(Manifest sent, Problem problem) {
    var last = memo.last(sent.ref());
    return new ResourceDrift.Unknown(
        sent.ref(),
        Optional.of(sent.origin()),
        problem,
        last.map(Memo.Last::word),
        last.map(Memo.Last::at));
  }

  private Candidate candidate(ResourceDrift drift, String hash, Optional<Tree.Obj> seen) {
    return candidate(drift, hash, seen, List.of());
  }

  private Candidate candidate(
      ResourceDrift drift, String hash, Optional<Tree.Obj> seen, List<String> warnings) {
    return new Candidate(
        drift,
        Optional.of(hash),
        seen.flatMap(o -> o.text("metadata", "uid")),
        seen.map(o -> Fingerprint.of(o, key)),
        warnings);
  }
}

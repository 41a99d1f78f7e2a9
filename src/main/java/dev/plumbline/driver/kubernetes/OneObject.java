package dev.plumbline.driver.kubernetes;

import dev.plumbline.cluster.Cluster;
import dev.plumbline.cluster.Kind;
import dev.plumbline.drift.Certainty;
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
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The verdict on one object: a remembered one, else *certainly equal*, else that of a server-side
/// apply dry-run under our field manager, forced, compared with the live object at the very same
/// resourceVersion. Only the server ever says that something differs; every error becomes `Unknown`
/// with its reason.
final class OneObject {

  /// Our field manager.
  static final String MANAGER = "plumbline";

  /// As kubectl diff: an object that keeps changing underneath is looked at so many times.
  private static final int LOOKS = 4;

  /// How long an answer of the server holds where nobody knows what admission does.
  static final Duration TRUSTED = Duration.ofMinutes(10);

  private static final ResourceRef NAMESPACE = new ResourceRef("", "v1", "Namespace", "", "");

  private final Cluster cluster;
  private final Live live;
  private final byte[] key;
  private final Verdicts verdicts;
  private final InstantSource clock;
  private final Effort effort;

  OneObject(
      Cluster cluster,
      Live live,
      byte[] key,
      Verdicts verdicts,
      InstantSource clock,
      Effort effort) {
    this.cluster = cluster;
    this.live = live;
    this.key = key;
    this.verdicts = verdicts;
    this.clock = clock;
    this.effort = effort;
  }

  /// An object as it was found, before anything is decided about it.
  record Found(Wanted wanted, Optional<Seen> seen) {}

  /// The object as it is now.
  Found find(Wanted wanted, Cancel cancel) {
    var ref = wanted.sent().ref();
    return new Found(wanted, live.get(wanted.kind(), ref.namespace(), ref.name(), cancel));
  }

  /// The remembered verdict, where there is one that still holds.
  Optional<Candidate> recall(Found found, Grounds grounds) {
    if (found.seen().isEmpty()) {
      return Optional.empty();
    }
    var wanted = found.wanted();
    var seen = found.seen().get();
    var known =
        verdicts
            .recall(wanted.sent(), key(wanted, seen, grounds))
            .filter(k -> holds(k, wanted.kind(), seen, grounds));
    if (known.isEmpty()) {
      return Optional.empty();
    }
    effort.remembered();
    verdicts.seen(wanted.sent(), known.get().verdict(), clock.instant());
    return Optional.of(
        candidate(known.get().verdict(), wanted.hash(), Optional.of(seen), known.get().warnings()));
  }

  private boolean holds(Verdicts.Known known, Kind kind, Seen seen, Grounds grounds) {
    var doubt = grounds.doubt(kind, seen);
    return switch (known.how()) {
      case CERTAIN -> doubt.isEmpty();
      case ASKED -> doubt.isEmpty() || known.at().plus(TRUSTED).isAfter(clock.instant());
    };
  }

  /// The verdict on an object that is not remembered.
  ///
  /// @param fresh whether the server is to be asked whatever is certain
  Candidate decide(Found found, Grounds grounds, boolean fresh, Cancel cancel) {
    var wanted = found.wanted();
    try {
      if (!fresh && found.seen().isPresent()) {
        var seen = found.seen().get();
        var why = doubt(wanted, seen, grounds);
        if (why.isEmpty()) {
          effort.certain();
          return remember(
              wanted,
              Comparison.certain(wanted.sent(), seen.tree(), MANAGER),
              List.of(),
              Verdicts.How.CERTAIN,
              seen,
              grounds);
        }
        effort.asked(why.get());
      } else {
        effort.asked(found.seen().isEmpty() ? "it is not there" : "a person wants to know");
      }
      return ask(found, grounds, cancel);
    } catch (ProblemException e) {
      return failed(wanted, e);
    }
  }

  /// Why it is not certain that the object is what Git wants; empty when it is.
  private static Optional<String> doubt(Wanted wanted, Seen seen, Grounds grounds) {
    var doubt = grounds.doubt(wanted.kind(), seen);
    return doubt.isPresent()
        ? doubt
        : switch (Certainty.of(grounds.type(wanted.kind()), seen.tree(), wanted.sent(), MANAGER)) {
          case Certainty.Equal() -> Optional.empty();
          case Certainty.Ask(var why) -> Optional.of(why);
        };
  }

  private Verdicts.Key key(Wanted wanted, Seen seen, Grounds grounds) {
    return new Verdicts.Key(
        seen.uid(), wanted.hash(), seen.fingerprint(), grounds.epoch(wanted.kind()));
  }

  private Candidate remember(
      Wanted wanted,
      ResourceDrift verdict,
      List<String> warnings,
      Verdicts.How how,
      Seen seen,
      Grounds grounds) {
    verdicts.keep(
        wanted.sent(),
        key(wanted, seen, grounds),
        new Verdicts.Known(verdict, warnings, how, clock.instant()));
    return candidate(verdict, wanted.hash(), Optional.of(seen), warnings);
  }

  private Candidate ask(Found found, Grounds grounds, Cancel cancel) {
    var wanted = found.wanted();
    var sent = wanted.sent();
    var kind = wanted.kind();
    var seen = found.seen();
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
              wanted.hash(),
              Optional.empty(),
              List.of());
        }
        throw e;
      }
      if (answer.created() && seen.isEmpty()) {
        return candidate(
            new ResourceDrift.OnlyInGit(sent.ref(), Optional.of(sent.origin()), Optional.empty()),
            wanted.hash(),
            Optional.empty(),
            answer.warnings());
      }
      var before = seen.map(Seen::tree);
      if (before.isPresent() && sameMoment(before.get(), answer.object())) {
        var verdict = Comparison.of(sent, before.get(), answer.object(), MANAGER);
        return remember(
            wanted, verdict, answer.warnings(), Verdicts.How.ASKED, seen.get(), grounds);
      }
      seen =
          cluster
              .get(kind, sent.ref().namespace(), sent.ref().name(), cancel)
              .map(o -> Seen.of(o, key));
    }
    return candidate(
        unknown(
            sent,
            new Problem.Conflict(
                sent.ref() + " changed at each of " + LOOKS + " looks",
                sent.ref().toString(),
                "Compare again when it is quiet",
                "")),
        wanted.hash(),
        Optional.empty(),
        List.of());
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

  /// The verdict when the object could not be compared; a cancel is thrown on.
  Candidate failed(Wanted wanted, ProblemException e) {
    if (e.problem() instanceof Problem.Cancelled) {
      throw e;
    }
    return candidate(
        unknown(wanted.sent(), e.problem()), wanted.hash(), Optional.empty(), List.of());
  }

  ResourceDrift.Unknown unknown(Manifest sent, Problem problem) {
    var last = verdicts.last(sent.ref());
    return new ResourceDrift.Unknown(
        sent.ref(),
        Optional.of(sent.origin()),
        problem,
        last.map(Verdicts.Last::word),
        last.map(Verdicts.Last::at));
  }

  private static Candidate candidate(
      ResourceDrift drift, String hash, Optional<Seen> seen, List<String> warnings) {
    return new Candidate(
        drift, Optional.of(hash), seen.map(Seen::uid), seen.map(Seen::fingerprint), warnings);
  }

  /// Hash of what would be sent.
  String hash(Manifest sent) {
    return Fingerprint.desired(sent.body(), key);
  }
}

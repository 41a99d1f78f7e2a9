package dev.plumbline.drift.fuzz;

import dev.plumbline.drift.Certainty;
import dev.plumbline.model.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/// A seeded story of one object: two managers that apply, one that updates, status, scale, edits,
/// removals, reordering. After each deed what Git says, and variants of it, are judged by us and by
/// the server.
final class FuzzStory {

  private static final int VARIANTS = 10;

  private final Random random;
  private final Subject subject;
  private final FuzzKind.Types types;
  private final Change change;
  private final List<Deed> deeds = new ArrayList<>();
  private final Map<String, Integer> asked = new TreeMap<>();
  private Tree.Obj git;
  private Optional<Boolean> inSync = Optional.empty();
  private int certain;
  private int same;
  private int differing;
  private int refused;

  FuzzStory(long seed, Subject subject, FuzzKind.Types types) {
    random = new Random(seed);
    this.subject = subject;
    this.types = types;
    change = new Change(random, subject.kind().seed());
    git = subject.named(subject.kind().seed());
  }

  /// What our judgement and the server's do not agree on.
  record Wrong(Subject subject, List<Deed> deeds, Tree.Obj sent) {}

  Tree.Obj git() {
    return git;
  }

  /// Whether the server had nothing to change at the last look at Git; empty when it refused.
  Optional<Boolean> inSync() {
    return inSync;
  }

  int certain() {
    return certain;
  }

  /// In sync by the server's judgement, and differing, and refused: of what Git says.
  int[] counts() {
    return new int[] {same, differing, refused};
  }

  /// Why we asked although nothing differed.
  Map<String, Integer> asked() {
    return asked;
  }

  /// One deed, then the judges.
  Optional<Wrong> step() {
    if (deeds.isEmpty() || subject.live(version()).isEmpty()) {
      deeds.clear();
      git = subject.named(subject.kind().seed());
      told(Deed.apply(Subject.OURS, git));
    } else {
      next(subject.live(version()).orElseThrow());
    }
    return subject.live(version()).flatMap(this::judged);
  }

  private String version() {
    return git.text("apiVersion").orElseThrow();
  }

  private Optional<dev.plumbline.schema.Type> type() {
    return types.of(version(), subject.kind().kind());
  }

  private boolean told(Deed deed) {
    boolean done = subject.send(deed) < 300;
    if (done) {
      deeds.add(deed);
    }
    return done;
  }

  private void next(Tree.Obj live) {
    switch (random.nextInt(16)) {
      case 0, 1, 2, 3 -> {
        var wanted = change.some(type(), git);
        if (told(Deed.apply(Subject.OURS, wanted))) {
          git = wanted;
        }
      }
      case 4, 5 -> told(Deed.apply("bob", part(change.some(type(), git))));
      case 6, 7 -> update(change.some(type(), bare(live)));
      case 8 -> patch("application/merge-patch+json", change.once(type(), git));
      case 9 -> part();
      case 10 -> git = change.once(type(), git);
      case 11 -> told(Deed.apply(Subject.OURS, git));
      case 12 -> reset();
      case 13 -> {
        git = subject.named(subject.kind().seed());
        told(Deed.apply(Subject.OURS, git));
      }
      case 14 -> update(change.once(type(), git));
      default -> otherVersion();
    }
  }

  private void update(Tree.Obj object) {
    told(new Deed("PUT", version(), "?fieldManager=kubectl-edit", "application/json", object));
  }

  private void patch(String type, Tree patch) {
    told(new Deed("PATCH", version(), "?fieldManager=kubectl-patch", type, patch));
  }

  /// Status, or scale.
  private void part() {
    if (subject.kind().scales() && random.nextBoolean()) {
      var replicas = Tree.obj("spec", Tree.obj("replicas", Tree.Num.of(random.nextInt(4))));
      told(
          new Deed(
              "PATCH",
              version(),
              "/scale?fieldManager=hpa",
              "application/merge-patch+json",
              replicas));
    } else if (subject.kind().status()) {
      var value = subject.kind().custom() ? Tree.Num.of(random.nextInt(9)) : Tree.Num.of(1);
      told(
          new Deed(
              "PATCH",
              version(),
              "/status?fieldManager=controller",
              "application/merge-patch+json",
              Tree.obj("status", Tree.obj("observedGeneration", value))));
    }
  }

  private void reset() {
    patch(
        "application/merge-patch+json",
        Tree.obj("metadata", Tree.obj("managedFields", Tree.arr(Tree.Obj.EMPTY))));
  }

  private void otherVersion() {
    var versions = subject.kind().versions();
    var version = versions.get(random.nextInt(versions.size()));
    git = git.with("apiVersion", Tree.str(subject.kind().apiVersion(version)));
    told(Deed.apply(Subject.OURS, git));
  }

  private Tree.Obj part(Tree.Obj object) {
    var part = object;
    for (var key : List.copyOf(object.fields().keySet())) {
      if (!List.of("apiVersion", "kind", "metadata").contains(key) && random.nextInt(4) == 0) {
        part = part.without(key);
      }
    }
    return part;
  }

  private static Tree.Obj bare(Tree.Obj live) {
    var meta = (Tree.Obj) live.get("metadata").orElseThrow();
    return live.with("metadata", meta.without("managedFields")).without("status");
  }

  private Optional<Wrong> judged(Tree.Obj live) {
    var ours = subject.ours(live, git);
    var server = subject.server(live, git);
    inSync = server;
    boolean equal = ours instanceof Certainty.Equal;
    if (inSync.isEmpty()) {
      refused++;
    } else if (inSync.get()) {
      same++;
      if (ours instanceof Certainty.Ask(String why)) {
        asked.merge(why, 1, Integer::sum);
      }
    } else {
      differing++;
    }
    if (equal) {
      certain++;
      if (!inSync.orElse(false)) {
        return Optional.of(new Wrong(subject, List.copyOf(deeds), git));
      }
    }
    return variants(live);
  }

  /// Small changes of what Git says, and parts of what is live: where we are certain of one, the
  /// server is asked.
  private Optional<Wrong> variants(Tree.Obj live) {
    for (int i = 0; i < VARIANTS; i++) {
      var sent = random.nextInt(4) == 0 ? lifted(live) : change.some(type(), git);
      if (subject.ours(live, sent) instanceof Certainty.Equal
          && !sent.equals(git)
          && !subject.server(live, sent).orElse(false)) {
        return Optional.of(new Wrong(subject, List.copyOf(deeds), sent));
      }
    }
    return Optional.empty();
  }

  private Tree.Obj lifted(Tree.Obj live) {
    var parts = List.copyOf(git.fields().keySet());
    var part = parts.get(random.nextInt(parts.size()));
    return part.equals("metadata") ? git : live.get(part).map(v -> git.with(part, v)).orElse(git);
  }
}

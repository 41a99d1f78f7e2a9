package dev.plumbline.ui.home;

import dev.plumbline.drift.Drift;
import dev.plumbline.drift.FieldChange;
import dev.plumbline.drift.Owner;
import dev.plumbline.drift.ResourceDrift;
import dev.plumbline.engine.EnvironmentView;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Tree;
import dev.plumbline.ui.kit.Condition;
import dev.plumbline.ui.kit.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// An environment that needs a person, in words: what differs with the values in it, who or what.
/// Pure.
///
/// @param subject the object or the problem, bold
/// @param mono path and values
/// @param rest what else
/// @param who managers of the live fields, or where the problem is
/// @param resource the object to look at first
record InboxLine(
    String environment,
    Condition condition,
    String subject,
    String mono,
    String rest,
    String who,
    Optional<Instant> asOf,
    Optional<ResourceRef> resource) {

  private static final int VALUE = 32;

  static List<InboxLine> of(List<EnvironmentView> environments, Words words) {
    var lines = new ArrayList<InboxLine>();
    for (var view : environments) {
      var condition = Condition.of(view, words);
      if (condition.needsYou() && view.phase() != EnvironmentView.Phase.UNMAPPED) {
        lines.add(line(view, condition, words));
      }
    }
    lines.sort((a, b) ->
        Integer.compare(severity(a), severity(b)) != 0
            ? Integer.compare(severity(a), severity(b))
            : b.asOf.orElse(Instant.MAX).compareTo(a.asOf.orElse(Instant.MAX)));
    return lines;
  }

  private static int severity(InboxLine line) {
    return switch (line.condition.mark()) {
      case FAILED -> 0;
      case STALE, UNKNOWN -> 1;
      default -> 2;
    };
  }

  private static InboxLine line(EnvironmentView view, Condition condition, Words words) {
    var name = view.environment().name();
    if (!view.problems().isEmpty()) {
      return problem(name, condition, view.problems().getFirst(), words);
    }
    var drift = view.drift();
    if (drift.isEmpty()) {
      return new InboxLine(
          name,
          condition,
          words.get("home.unknown-why"),
          "",
          "",
          "",
          condition.asOf(),
          Optional.empty());
    }
    return compared(name, condition, drift.get(), words);
  }

  private static InboxLine problem(String name, Condition condition, Problem problem, Words words) {
    return new InboxLine(
        name,
        condition,
        problem.what(),
        "",
        where(problem),
        condition.asOf().isPresent() ? words.get("home.shown-as-of") : "",
        condition.asOf(),
        Optional.empty());
  }

  /// Where it is, else what the server said, when *what* has named the place already.
  private static String where(Problem problem) {
    return problem.what().endsWith(problem.where())
        ? problem.detail().lines().findFirst().orElse("")
        : problem.where();
  }

  private static InboxLine unknown(
      String name, Condition condition, ResourceDrift.Unknown unknown, Drift drift, Words words) {
    long others =
        drift.resources().stream().filter(r -> !(r instanceof ResourceDrift.InSync)).count() - 1;
    var problem = unknown.problem();
    return new InboxLine(
        name,
        condition,
        problem.what(),
        "",
        where(problem),
        others > 0 ? words.count("home.others", others) : "",
        condition.asOf(),
        Optional.of(unknown.ref()));
  }

  private static InboxLine compared(String name, Condition condition, Drift drift, Words words) {
    for (var r : drift.resources()) {
      if (r instanceof ResourceDrift.Unknown u) {
        return unknown(name, condition, u, drift, words);
      }
    }
    if (!drift.problems().isEmpty()) {
      return problem(name, condition, drift.problems().getFirst(), words);
    }
    var differing =
        drift.resources().stream().filter(r -> !(r instanceof ResourceDrift.InSync)).toList();
    var first =
        differing.stream()
            .filter(r -> r instanceof ResourceDrift.Changed)
            .findFirst()
            .orElse(differing.getFirst());
    long fields =
        differing.stream().flatMap(r -> r.fields().stream()).filter(FieldChange::counts).count();
    long more =
        first instanceof ResourceDrift.Changed
            ? fields
                - 1
                + differing.stream().filter(r -> !(r instanceof ResourceDrift.Changed)).count()
            : differing.size() - 1;
    return new InboxLine(
        name,
        condition,
        first.ref().kind() + " " + first.ref().name(),
        first.fields().stream()
            .filter(FieldChange::counts)
            .findFirst()
            .map(InboxLine::values)
            .orElse(""),
        tail(first, more, words),
        who(differing),
        condition.asOf(),
        Optional.of(first.ref()));
  }

  private static String tail(ResourceDrift first, long more, Words words) {
    var said =
        switch (first) {
          case ResourceDrift.OnlyInGit g ->
              g.waitingFor()
                  .map(w -> words.get("home.only-in-git-waiting", w))
                  .orElseGet(() -> words.get("home.only-in-git"));
          case ResourceDrift.OnlyInCluster c -> words.get("home.only-in-cluster");
          case ResourceDrift.Changed c -> "";
          case ResourceDrift.InSync s -> "";
          case ResourceDrift.Unknown u -> "";
        };
    return more > 0 ? said + (said.isEmpty() ? "" : ", ") + words.get("home.more", more) : said;
  }

  private static String values(FieldChange change) {
    return change.path().last() + "  " + value(change.desired()) + " → " + value(change.live());
  }

  private static String value(Optional<Tree> tree) {
    if (tree.isEmpty()) {
      return "∅";
    }
    var text = tree.get() instanceof Tree.Str(String s) ? s : tree.get().toString();
    int slash = text.lastIndexOf('/');
    var end = text.contains(":") && slash > 0 ? text.substring(slash + 1) : text;
    return end.length() <= VALUE ? end : end.substring(0, VALUE - 1) + "…";
  }

  private static String who(List<ResourceDrift> differing) {
    var managers = new LinkedHashSet<String>();
    for (var r : differing) {
      r.fields().stream()
          .filter(FieldChange::counts)
          .map(FieldChange::owner)
          .flatMap(Optional::stream)
          .map(Owner::manager)
          .forEach(managers::add);
    }
    var all = List.copyOf(managers);
    return all.size() <= 2
        ? String.join(", ", all)
        : String.join(", ", all.subList(0, 2)) + " +" + (all.size() - 2);
  }

  /// One sentence for a screen reader.
  String sentence() {
    return String.join(
        ", ",
        environment.replace("/", " "),
        condition.word(),
        (subject + " " + mono + " " + rest).strip(),
        who);
  }
}

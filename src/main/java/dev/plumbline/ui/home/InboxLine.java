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
import dev.plumbline.ui.kit.Mark;
import dev.plumbline.ui.kit.Needs;
import dev.plumbline.ui.kit.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An environment that needs a person, in words: what differs with the values in it, who or what.
/// Pure.
///
/// @param subject the object or the problem, bold
/// @param mono path and values
/// @param rest what else
/// @param who managers of the live fields, or what else is known
/// @param resource the object to look at first
record InboxLine(
    String environment,
    Condition condition,
    Severity severity,
    String subject,
    String mono,
    String rest,
    String who,
    Optional<Instant> asOf,
    Optional<ResourceRef> resource) {

  private static final int VALUE = 32;

  /// The worst first ([Severity]), then the newest. What a missing program or context keeps from
  /// being compared is asked once, not a line each.
  static List<InboxLine> of(List<EnvironmentView> environments, Words words) {
    var lines = new ArrayList<InboxLine>();
    for (var view : environments) {
      var condition = Condition.of(view, words);
      if (condition.needsYou()
          && view.phase() != EnvironmentView.Phase.UNMAPPED
          && Needs.program(view).isEmpty()) {
        lines.add(line(view, condition, words));
      }
    }
    lines.sort(
        Comparator.comparing(InboxLine::severity)
            .thenComparing(l -> l.asOf.orElse(Instant.MAX), Comparator.reverseOrder())
            .thenComparing(InboxLine::environment));
    return lines;
  }

  private static InboxLine line(EnvironmentView view, Condition condition, Words words) {
    var at = new InboxLine(view, condition);
    if (!view.problems().isEmpty()) {
      var known = condition.mark() == Mark.STALE ? words.get("home.shown-as-of") : "";
      return at.problem(view.problems().getFirst(), known);
    }
    return view.drift()
        .map(d -> compared(at, d, words))
        .orElseGet(() -> at.saying(words.get("home.unknown-why"), "", "", "", Optional.empty()));
  }

  private InboxLine(EnvironmentView view, Condition condition) {
    this(
        view.environment().name(),
        condition,
        Severity.of(view, condition),
        "",
        "",
        "",
        "",
        condition.asOf(),
        Optional.empty());
  }

  private InboxLine saying(
      String said, String values, String more, String by, Optional<ResourceRef> first) {
    return new InboxLine(environment, condition, severity, said, values, more, by, asOf, first);
  }

  private InboxLine problem(Problem problem, String known) {
    return saying(problem.what(), "", where(problem), known, Optional.empty());
  }

  /// Where it is, else what the server said, when *what* has named the place already.
  private static String where(Problem problem) {
    return problem.what().endsWith(problem.where())
        ? problem.detail().lines().findFirst().orElse("")
        : problem.where();
  }

  private static InboxLine compared(InboxLine at, Drift drift, Words words) {
    long others =
        drift.resources().stream().filter(r -> !(r instanceof ResourceDrift.InSync)).count() - 1;
    for (var r : drift.resources()) {
      if (r instanceof ResourceDrift.Unknown u) {
        return at.saying(
            u.problem().what(),
            "",
            where(u.problem()),
            others > 0 ? words.count("home.others", others) : "",
            Optional.of(u.ref()));
      }
    }
    if (!drift.problems().isEmpty()) {
      var n = drift.resources().size();
      return at.problem(
          drift.problems().getFirst(), n == 0 ? "" : words.count("home.rest-compared", n));
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
    return at.saying(
        first.ref().kind() + " " + first.ref().name(),
        first.fields().stream()
            .filter(FieldChange::counts)
            .findFirst()
            .map(InboxLine::values)
            .orElse(""),
        tail(first, more, differing, words),
        who(differing),
        Optional.of(first.ref()));
  }

  /// What else there is; what somebody would have to delete is not hidden in a number.
  private static String tail(
      ResourceDrift first, long more, List<ResourceDrift> differing, Words words) {
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
    long extra =
        first instanceof ResourceDrift.Changed
            ? differing.stream().filter(r -> r instanceof ResourceDrift.OnlyInCluster).count()
            : 0;
    return Stream.of(
            said,
            more > 0 ? words.get("home.more", more) : "",
            extra > 0 ? words.get("home.extra", extra) : "")
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
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

package dev.plumbline.workspace;

import dev.plumbline.drift.Glob;
import dev.plumbline.drift.IgnoreRule;
import dev.plumbline.drift.IgnoreRule.Writer;
import dev.plumbline.drift.PathPattern;
import dev.plumbline.drift.Rules;
import dev.plumbline.drift.Target;
import dev.plumbline.model.Path;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Tree;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What `ignore` in `plumbline.yaml` says, of one environment or of all. A rule with a single
/// problem ignores nothing; that leaves more drift to be seen, not less, so the environment can be
/// used all the same.
final class DeclaredRules {

  /// Our own field manager: what it set last is what Git changed.
  private static final String OURS = "plumbline";

  private final List<Declared> rules = new ArrayList<>();
  private final List<Rules.Other> unread = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  /// A rule, and which environments it is about.
  private record Declared(Optional<Glob> environment, IgnoreRule rule) {}

  private DeclaredRules() {}

  /// @param findings knows where values stand; nothing is added to it
  /// @param scoped whether a rule says which environments it is about
  static DeclaredRules read(Optional<Tree> list, Path path, Findings findings, boolean scoped) {
    var declared = new DeclaredRules();
    switch (list.orElse(Tree.Arr.EMPTY)) {
      case Tree.Arr(List<Tree> items) -> {
        for (int i = 0; i < items.size(); i++) {
          var at = path.then(new Path.Step.Index(i));
          declared.rule(items.get(i), at, findings.part(at), scoped);
        }
      }
      case Tree.Obj _, Tree.Str _, Tree.Num _, Tree.Bool _, Tree.Null _, Tree.Hidden _ -> {
        var own = findings.part(path);
        own.problem(path, "ignore must be a list", "");
        declared.broken(path, own);
      }
    }
    return declared;
  }

  private void rule(Tree item, Path path, Findings findings, boolean scoped) {
    var read = Fields.of(item, path, findings).flatMap(f -> rule(f, path, findings, scoped));
    if (findings.problems().isEmpty() && read.isPresent()) {
      rules.add(read.get());
    } else {
      broken(path, findings);
    }
  }

  private void broken(Path path, Findings findings) {
    problems.addAll(findings.problems());
    unread.add(
        new Rules.Other(
            Workspaces.FILE,
            findings.where(path),
            "It cannot be read: "
                + String.join("; ", findings.problems().stream().map(Problem::what).toList())));
  }

  private static Optional<Declared> rule(
      Fields fields, Path place, Findings findings, boolean scoped) {
    fields.required("reason");
    var environment = scoped ? glob(fields, "environment") : Optional.<Glob>empty();
    var target =
        new Target(
            glob(fields, "group"),
            glob(fields, "kind"),
            glob(fields, "namespace"),
            glob(fields, "name"));
    var path = path(fields, findings);
    var writer = fields.mapping("when").flatMap(when -> writer(when, findings));
    var reason = fields.text("reason").filter(r -> !r.isBlank());
    if (fields.has("reason") && reason.isEmpty()) {
      findings.problem(fields.at("reason"), "reason is empty", "Say why it does not count");
    }
    var expires = fields.text("expires").flatMap(day -> day(fields, day, findings));
    if (!fields.has("path") && !fields.has("when")) {
      findings.problem(
          place, "neither path nor when is there", "Say which field, or who sets it, or both");
    }
    fields.end();
    return path.isEmpty() && writer.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Declared(
                environment,
                new IgnoreRule(
                    Workspaces.FILE,
                    findings.where(place),
                    target,
                    path,
                    writer,
                    reason.orElse(""),
                    expires)));
  }

  private static Optional<Glob> glob(Fields fields, String key) {
    return fields.text(key).map(Glob::new);
  }

  private static Optional<PathPattern> path(Fields fields, Findings findings) {
    var text = fields.text("path");
    var path = text.flatMap(PathPattern::parse);
    if (text.isPresent() && path.isEmpty()) {
      findings.problem(
          fields.at("path"),
          "path is \"" + text.get() + "\"; that is no path",
          "Copy it as it is shown, as .spec.template.spec.containers[name=\"web\"].image");
    }
    return path;
  }

  private static Optional<Writer> writer(Fields when, Findings findings) {
    when.required("owner");
    var owner = when.text("owner");
    var operation = when.word("operation", List.of("Apply", "Update"));
    var subresource = when.text("subresource");
    when.end();
    if (owner.filter(OURS::equals).isPresent()) {
      findings.problem(
          when.at("owner"),
          "owner is " + OURS + ", which is this program",
          "Name the manager that changes the field behind Git's back");
      return Optional.empty();
    }
    return owner.map(o -> new Writer(o, operation, subresource));
  }

  private static Optional<LocalDate> day(Fields fields, String text, Findings findings) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      findings.problem(
          fields.at("expires"), "expires is \"" + text + "\"; it must be a day as 2027-06-30", "");
      return Optional.empty();
    }
  }

  List<Problem> problems() {
    return problems;
  }

  /// The rules for an environment; what cannot be read is told to each.
  Rules of(String environment) {
    return new Rules(
        rules.stream()
            .filter(r -> r.environment().map(g -> g.matches(environment)).orElse(true))
            .map(Declared::rule)
            .toList(),
        unread);
  }
}

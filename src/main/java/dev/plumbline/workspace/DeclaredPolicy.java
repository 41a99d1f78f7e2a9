package dev.plumbline.workspace;

import dev.plumbline.model.Path;
import dev.plumbline.model.Tree;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/// The rules of an environment that are read and checked here but not yet acted upon. Each that
/// would change what happens is said as a warning: nobody may believe in a rule that does not hold.
final class DeclaredPolicy {

  private final Findings findings;

  private DeclaredPolicy(Findings findings) {
    this.findings = findings;
  }

  static void read(Fields environment, Findings findings) {
    var policy = new DeclaredPolicy(findings);
    environment.mapping("sync").ifPresent(policy::sync);
    policy.ignore(
        environment.list("ignore").orElse(Tree.Arr.EMPTY).items(), environment.at("ignore"));
  }

  private void sync(Fields sync) {
    if (sync.word("mode", List.of("manual", "auto")).filter("auto"::equals).isPresent()) {
      without(sync, "mode", "sync.mode auto", "a person starts every sync");
    }
    if (sync.flag("prune")) {
      without(sync, "prune", "sync.prune", "nothing is deleted");
    }
    if (sync.flag("selfHeal")) {
      without(sync, "selfHeal", "sync.selfHeal", "drift is shown, not undone");
    }
    if (!sync.texts("windows").isEmpty()) {
      without(sync, "windows", "sync.windows", "a sync may run at any time");
    }
    if (sync.flag("requireSigned")) {
      without(sync, "requireSigned", "sync.requireSigned", "signatures are not checked");
    }
    sync.end();
  }

  private void without(Fields fields, String key, String rule, String instead) {
    findings.warning(
        fields.at(key), rule + " is declared and not enforced by this version: " + instead);
  }

  private void ignore(List<Tree> rules, Path path) {
    for (int i = 0; i < rules.size(); i++) {
      Fields.of(rules.get(i), path.then(new Path.Step.Index(i)), findings).ifPresent(this::rule);
    }
    if (!rules.isEmpty()) {
      findings.warning(
          path,
          "ignore is declared and not applied by this version: what its rules name counts as drift");
    }
  }

  private void rule(Fields rule) {
    rule.required("path");
    for (var key : List.of("group", "kind", "namespace", "name", "path", "reason")) {
      rule.text(key);
    }
    rule.mapping("when")
        .ifPresent(when -> {
          when.text("owner");
          when.end();
        });
    rule.text("expires").ifPresent(date -> expires(rule, date));
    rule.end();
  }

  private void expires(Fields rule, String date) {
    try {
      LocalDate.parse(date);
    } catch (DateTimeParseException e) {
      findings.problem(
          rule.at("expires"), "expires is \"" + date + "\"; it must be a day as 2027-06-30", "");
    }
  }
}

package dev.plumbline.workspace;

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
}

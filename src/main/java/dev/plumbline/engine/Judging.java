package dev.plumbline.engine;

import dev.plumbline.drift.Rules;
import dev.plumbline.driver.Observation;
import dev.plumbline.plan.Candidate;
import java.time.LocalDate;

/// Looks at what was observed with an environment's rules: after the verdicts were reached, so that
/// a rule that comes or goes asks no server again.
final class Judging {

  private Judging() {}

  /// @param today in UTC
  static Observation of(Observation seen, Rules rules, LocalDate today) {
    return new Observation(
        seen.rendered(),
        seen.candidates().stream().map(c -> candidate(c, rules, today)).toList(),
        seen.problems(),
        seen.asOf(),
        seen.kinds(),
        seen.effort());
  }

  private static Candidate candidate(Candidate seen, Rules rules, LocalDate today) {
    var judged = rules.judge(seen.drift(), today);
    return judged.equals(seen.drift())
        ? seen
        : new Candidate(
            judged, seen.desiredHash(), seen.uid(), seen.fingerprint(), seen.warnings());
  }
}

package dev.plumbline.engine;

import dev.plumbline.drift.Markings;
import dev.plumbline.drift.Rules;
import dev.plumbline.driver.Observation;
import dev.plumbline.model.Manifest;
import dev.plumbline.plan.Candidate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks at what was observed with the marks of its manifests and an environment's rules: after the
/// verdicts were reached, so that a rule that comes or goes asks no server again.
final class Judging {

  private Judging() {}

  /// @param today in UTC
  static Observation of(Observation seen, Rules rules, LocalDate today) {
    return new Observation(
        seen.rendered(),
        candidates(seen, rules, today),
        seen.problems(),
        seen.asOf(),
        seen.kinds(),
        seen.effort());
  }

  /// The verdicts on what Git wants come first, in the order of the manifests.
  private static List<Candidate> candidates(Observation seen, Rules rules, LocalDate today) {
    var manifests = seen.rendered().manifests();
    var judged = new ArrayList<Candidate>();
    for (int i = 0; i < seen.candidates().size(); i++) {
      var candidate = seen.candidates().get(i);
      var desired =
          i < manifests.size() && sameName(manifests.get(i), candidate)
              ? Optional.of(manifests.get(i))
              : Optional.<Manifest>empty();
      judged.add(candidate(candidate, desired, rules, today));
    }
    return judged;
  }

  private static boolean sameName(Manifest manifest, Candidate candidate) {
    return manifest.ref().kind().equals(candidate.drift().ref().kind())
        && manifest.ref().name().equals(candidate.drift().ref().name());
  }

  private static Candidate candidate(
      Candidate seen, Optional<Manifest> desired, Rules rules, LocalDate today) {
    var marked = desired.map(d -> Markings.judge(seen.drift(), d)).orElse(seen.drift());
    var judged = rules.judge(marked, today);
    return judged.equals(seen.drift())
        ? seen
        : new Candidate(
            judged, seen.desiredHash(), seen.uid(), seen.fingerprint(), seen.warnings());
  }
}

package dev.plumbline.engine;

import dev.plumbline.drift.Drift;
import dev.plumbline.drift.ResourceDrift;
import dev.plumbline.driver.Observation;
import dev.plumbline.driver.Progress;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.ManifestSet;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// Compares an environment at a revision with its cluster.
public final class Compare {

  private Compare() {}

  /// A comparison, and the look it was made from.
  public record Compared(Drift drift, Observation observation) {}

  /// Compares. Throws what concerns the whole: no login, no network, another cluster than the
  /// mapped one.
  ///
  /// @param fresh ask the server about every object again, even when nothing changed since the last
  ///   comparison
  public static Compared now(
      ConfigRepository.At at,
      Targets.Target target,
      boolean fresh,
      Cancel cancel,
      Progress progress) {
    progress.at("connecting to " + target.cluster().context(), 0, 0);
    target.verify(cancel);
    var today = LocalDate.now(ZoneOffset.UTC);
    var seen =
        Judging.of(target.driver().observe(at.tree(), fresh, cancel, progress), at.rules(), today);
    return new Compared(
        new Drift(
            at.environment().name(),
            at.revision(),
            seen.asOf(),
            target.cluster(),
            seen.resources(),
            seen.problems(),
            seen.warnings(),
            at.rules().notes(seen.resources(), today)),
        seen);
  }

  /// The verdict when the cluster could not be asked at all: every resource is unknown for that
  /// reason.
  public static Drift unknown(
      ConfigRepository.At at, Targets.Target target, ManifestSet rendered, Problem problem) {
    var resources =
        rendered.manifests().stream()
            .<ResourceDrift>map(m ->
                new ResourceDrift.Unknown(
                    m.ref(), Optional.of(m.origin()), problem, Optional.empty(), Optional.empty()))
            .toList();
    var problems = new java.util.ArrayList<Problem>(rendered.problems());
    problems.add(problem);
    return new Drift(
        at.environment().name(),
        at.revision(),
        Instant.now(),
        target.cluster(),
        resources,
        List.copyOf(problems));
  }

  /// Compares for a face that shows one answer and ends: what concerns the whole makes everything
  /// unknown, except a cancel and a refusal, which are thrown.
  public static Drift orUnknown(ConfigRepository.At at, Targets.Target target, Work work) {
    var cancel = work.cancelToken();
    try {
      return now(at, target, true, cancel, work::progress).drift();
    } catch (ProblemException e) {
      return switch (e.problem()) {
        case Problem.Auth _, Problem.Network _, Problem.Forbidden _, Problem.Unexpected _ ->
            unknown(at, target, target.driver().render(at.tree(), cancel), e.problem());
        case Problem.Cancelled _,
            Problem.Refused _,
            Problem.Conflict _,
            Problem.NotFound _,
            Problem.Invalid _,
            Problem.Missing _,
            Problem.Render _,
            Problem.Rejected _ ->
            throw e;
      };
    }
  }
}

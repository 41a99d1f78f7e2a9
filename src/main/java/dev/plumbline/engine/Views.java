package dev.plumbline.engine;

import dev.plumbline.drift.Drift;
import dev.plumbline.engine.EnvironmentView.Phase;
import dev.plumbline.model.ClusterRef;
import dev.plumbline.model.Environment;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How an environment's view follows from the one before. A comparison that was made is kept, with
/// its own time, until a newer one replaces it.
final class Views {

  private Views() {}

  static EnvironmentView redeclared(EnvironmentView v, Environment environment) {
    return new EnvironmentView(
        environment,
        v.phase(),
        v.doing(),
        v.cluster(),
        v.revision(),
        v.drift(),
        v.drift().map(Drift::asOf),
        v.problems(),
        v.watchedKinds());
  }

  static EnvironmentView unmapped(EnvironmentView v) {
    return new EnvironmentView(
        v.environment(),
        Phase.UNMAPPED,
        "",
        Optional.empty(),
        v.revision(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        0);
  }

  static EnvironmentView comparing(EnvironmentView v, ClusterRef cluster, Revision revision) {
    return new EnvironmentView(
        v.environment(),
        Phase.COMPARING,
        v.doing(),
        Optional.of(cluster),
        Optional.of(revision),
        v.drift().filter(d -> d.cluster().equals(cluster)),
        v.staleSince(),
        v.problems(),
        v.watchedKinds());
  }

  static EnvironmentView doing(EnvironmentView v, String doing) {
    return v.phase() != Phase.COMPARING
        ? v
        : new EnvironmentView(
            v.environment(),
            v.phase(),
            doing,
            v.cluster(),
            v.revision(),
            v.drift(),
            v.staleSince(),
            v.problems(),
            v.watchedKinds());
  }

  static EnvironmentView compared(EnvironmentView v, Drift drift, int kinds) {
    return new EnvironmentView(
        v.environment(),
        Phase.COMPARED,
        "",
        Optional.of(drift.cluster()),
        Optional.of(drift.revision()),
        Optional.of(drift),
        Optional.empty(),
        drift.problems(),
        kinds);
  }

  static EnvironmentView failed(EnvironmentView v, Problem problem) {
    return new EnvironmentView(
        v.environment(),
        Phase.FAILED,
        "",
        v.cluster(),
        v.revision(),
        v.drift(),
        v.staleSince().or(() -> v.drift().map(Drift::asOf)),
        List.of(problem),
        v.watchedKinds());
  }

  static EnvironmentView health(EnvironmentView v, Optional<Problem> lost) {
    if (v.drift().isEmpty()) {
      return v;
    }
    return new EnvironmentView(
        v.environment(),
        v.phase(),
        v.doing(),
        v.cluster(),
        v.revision(),
        v.drift(),
        lost.isPresent() ? v.staleSince().or(() -> Optional.of(Instant.now())) : v.staleSince(),
        lost.map(List::of).orElse(v.drift().map(Drift::problems).orElse(List.of())),
        v.watchedKinds());
  }

  static EnvironmentView watching(EnvironmentView v, int kinds) {
    return new EnvironmentView(
        v.environment(),
        v.phase(),
        v.doing(),
        v.cluster(),
        v.revision(),
        v.drift(),
        v.staleSince(),
        v.problems(),
        kinds);
  }
}

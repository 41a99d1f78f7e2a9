package dev.plumbline.engine;

import dev.plumbline.drift.Drift;
import dev.plumbline.model.ClusterRef;
import dev.plumbline.model.Environment;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An environment as the engine sees it now.
///
/// @param phase what is going on
/// @param doing what exactly, in words: `reading 14 kinds, 9 done`; empty when idle
/// @param cluster the cluster it is compared with; empty until a context is chosen
/// @param revision the commit it is compared at; empty until read
/// @param drift the last comparison; kept, with its own time, while a newer one is made or fails
/// @param staleSince since when the drift may no longer be true (watch lost, login expired); empty
///   when current
/// @param problems what keeps it from being compared
/// @param watchedKinds how many kinds are watched
public record EnvironmentView(
    Environment environment,
    Phase phase,
    String doing,
    Optional<ClusterRef> cluster,
    Optional<Revision> revision,
    Optional<Drift> drift,
    Optional<Instant> staleSince,
    List<Problem> problems,
    int watchedKinds) {

  public EnvironmentView {
    problems = List.copyOf(problems);
  }

  /// What is going on with an environment.
  public enum Phase {
    /// Nobody looked yet.
    IDLE,
    /// No context stands for its cluster: a person must choose one.
    UNMAPPED,
    /// Rendering, reading or comparing.
    COMPARING,
    /// Compared; watched when held.
    COMPARED,
    /// Could not be compared; see the problems. The last drift, if any, is stale.
    FAILED
  }

  /// Nothing known yet.
  public static EnvironmentView idle(Environment environment) {
    return new EnvironmentView(
        environment,
        Phase.IDLE,
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        0);
  }
}

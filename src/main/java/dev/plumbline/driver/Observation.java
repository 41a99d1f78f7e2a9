package dev.plumbline.driver;

import dev.plumbline.drift.ResourceDrift;
import dev.plumbline.model.ManifestSet;
import dev.plumbline.model.Problem;
import dev.plumbline.plan.Candidate;
import java.time.Instant;
import java.util.List;

/// One look at an environment: what it should be, and the verdict on each resource with what a plan
/// needs to know.
///
/// @param rendered what Git wants
/// @param candidates a verdict for each resource, in the order of the manifests, then what is only
///   in the cluster
/// @param problems what kept a part from being compared without belonging to one resource
/// @param asOf when the look was finished
/// @param kinds how many kinds were read
public record Observation(
    ManifestSet rendered,
    List<Candidate> candidates,
    List<Problem> problems,
    Instant asOf,
    int kinds) {

  public Observation {
    candidates = List.copyOf(candidates);
    problems = List.copyOf(problems);
  }

  /// The verdicts alone.
  public List<ResourceDrift> resources() {
    return candidates.stream().map(Candidate::drift).toList();
  }
}

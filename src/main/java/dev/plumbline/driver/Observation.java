package dev.plumbline.driver;

import dev.plumbline.drift.ResourceDrift;
import dev.plumbline.model.ManifestSet;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.plan.Candidate;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One look at an environment: what it should be, and the verdict on each resource with what a plan
/// needs to know.
///
/// @param rendered what Git wants
/// @param candidates a verdict for each resource, in the order of the manifests, then what is only
///   in the cluster
/// @param problems what kept a part from being compared without belonging to one resource
/// @param asOf when the look was finished
/// @param kinds how many kinds were read
/// @param effort how the verdicts were reached
public record Observation(
    ManifestSet rendered,
    List<Candidate> candidates,
    List<Problem> problems,
    Instant asOf,
    int kinds,
    Effort effort) {

  /// How many verdicts were reached in which way.
  ///
  /// @param remembered nothing that they depend on changed
  /// @param certain certainly equal, without a request
  /// @param asked by the reason why the server was asked
  public record Effort(int remembered, int certain, Map<String, Integer> asked) {

    public static final Effort NONE = new Effort(0, 0, Map.of());

    public Effort {
      asked = Map.copyOf(asked);
    }

    /// How many objects the server was asked about.
    public int asks() {
      return asked.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  /// A look whose effort nobody counted.
  public Observation(
      ManifestSet rendered,
      List<Candidate> candidates,
      List<Problem> problems,
      Instant asOf,
      int kinds) {
    this(rendered, candidates, problems, asOf, kinds, Effort.NONE);
  }

  public Observation {
    candidates = List.copyOf(candidates);
    problems = List.copyOf(problems);
  }

  /// What the server remarked, where it did.
  public Map<ResourceRef, List<String>> warnings() {
    var warnings = new LinkedHashMap<ResourceRef, List<String>>();
    for (var candidate : candidates) {
      if (!candidate.warnings().isEmpty()) {
        warnings.put(candidate.drift().ref(), candidate.warnings());
      }
    }
    return warnings;
  }

  /// The verdicts alone.
  public List<ResourceDrift> resources() {
    return candidates.stream().map(Candidate::drift).toList();
  }
}

package dev.plumbline.drift;

import dev.plumbline.model.ClusterRef;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// An environment compared with its cluster.
///
/// @param asOf when the comparison was finished
/// @param problems what kept a part from being compared without belonging to one resource: a
///   document that could not be read, an inventory that may not be read
/// @param warnings what the server remarked on what would be sent, in its own words; they change no
///   verdict
/// @param rules what is said about differences that do not count, and how each rule stands
public record Drift(
    String environment,
    Revision revision,
    Instant asOf,
    ClusterRef cluster,
    List<ResourceDrift> resources,
    List<Problem> problems,
    Map<ResourceRef, List<String>> warnings,
    List<Rules.Note> rules) {

  public Drift {
    resources = List.copyOf(resources);
    problems = List.copyOf(problems);
    warnings = Map.copyOf(warnings);
    rules = List.copyOf(rules);
  }

  /// A comparison without rules.
  public Drift(
      String environment,
      Revision revision,
      Instant asOf,
      ClusterRef cluster,
      List<ResourceDrift> resources,
      List<Problem> problems,
      Map<ResourceRef, List<String>> warnings) {
    this(environment, revision, asOf, cluster, resources, problems, warnings, List.of());
  }

  /// A comparison on which the server remarked nothing.
  public Drift(
      String environment,
      Revision revision,
      Instant asOf,
      ClusterRef cluster,
      List<ResourceDrift> resources,
      List<Problem> problems) {
    this(environment, revision, asOf, cluster, resources, problems, Map.of());
  }

  /// What the server remarked on one resource.
  public List<String> warnings(ResourceDrift resource) {
    return warnings.getOrDefault(resource.ref(), List.of());
  }

  /// The verdict on the whole: unknown wins over drifted, drifted over in sync.
  public enum Verdict {
    IN_SYNC("in-sync"),
    DRIFTED("drifted"),
    UNKNOWN("unknown");

    private final String word;

    Verdict(String word) {
      this.word = word;
    }

    /// The word in JSON.
    public String word() {
      return word;
    }
  }

  /// Unknown when anything was not compared; drifted when anything differs; else in sync.
  public Verdict verdict() {
    if (!problems.isEmpty()
        || resources.stream().anyMatch(r -> r instanceof ResourceDrift.Unknown)) {
      return Verdict.UNKNOWN;
    }
    return resources.stream().allMatch(r -> r instanceof ResourceDrift.InSync)
        ? Verdict.IN_SYNC
        : Verdict.DRIFTED;
  }
}

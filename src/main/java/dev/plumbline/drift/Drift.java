package dev.plumbline.drift;

import dev.plumbline.model.ClusterRef;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Revision;
import java.time.Instant;
import java.util.List;

/// An environment compared with its cluster.
///
/// @param asOf when the comparison was finished
/// @param problems what kept a part from being compared without belonging to one resource: a
///   document that could not be read, an inventory that may not be read
public record Drift(
    String environment,
    Revision revision,
    Instant asOf,
    ClusterRef cluster,
    List<ResourceDrift> resources,
    List<Problem> problems) {

  public Drift {
    resources = List.copyOf(resources);
    problems = List.copyOf(problems);
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

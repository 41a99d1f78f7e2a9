package dev.plumbline.plan;

import dev.plumbline.drift.ResourceDrift;
import java.util.List;
import java.util.Optional;

/// A verdict, and what a plan has to know to act on it safely.
///
/// @param drift the verdict
/// @param desiredHash hash of what would be sent; empty for what Git does not want
/// @param uid UID of the live object; empty when there is none
/// @param fingerprint fingerprint of the live object; empty when there is none
/// @param warnings what the server remarked on what would be sent, in its own words: an unknown
///   field, a version that will go
public record Candidate(
    ResourceDrift drift,
    Optional<String> desiredHash,
    Optional<String> uid,
    Optional<String> fingerprint,
    List<String> warnings) {

  public Candidate {
    warnings = List.copyOf(warnings);
  }

  /// A candidate on which nothing was remarked.
  public Candidate(
      ResourceDrift drift,
      Optional<String> desiredHash,
      Optional<String> uid,
      Optional<String> fingerprint) {
    this(drift, desiredHash, uid, fingerprint, List.of());
  }
}

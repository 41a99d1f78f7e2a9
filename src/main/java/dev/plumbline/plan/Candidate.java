package dev.plumbline.plan;

import dev.plumbline.drift.ResourceDrift;
import java.util.Optional;

/// A verdict, and what a plan has to know to act on it safely.
///
/// @param drift the verdict
/// @param desiredHash hash of what would be sent; empty for what Git does not want
/// @param uid UID of the live object; empty when there is none
/// @param fingerprint fingerprint of the live object; empty when there is none
public record Candidate(
    ResourceDrift drift,
    Optional<String> desiredHash,
    Optional<String> uid,
    Optional<String> fingerprint) {}

package dev.plumbline.driver.kubernetes;

import dev.plumbline.cluster.Kind;
import dev.plumbline.model.Manifest;

/// A manifest of a kind that the cluster serves.
///
/// @param sent exactly as it is sent
/// @param hash of what is sent
record Wanted(Manifest sent, Kind kind, String hash) {}

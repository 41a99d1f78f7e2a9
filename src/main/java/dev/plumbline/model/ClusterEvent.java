package dev.plumbline.model;

import java.time.Instant;
import java.util.Optional;

/// What the cluster says happened to an object (`events.k8s.io/v1`, or the core Event).
///
/// @param last when it happened, the last time; empty when the event does not say
/// @param count how often, at least 1
/// @param type `Normal` or `Warning`
/// @param reason one word: `Unhealthy`, `ScalingReplicaSet`
/// @param about the object that it happened to
/// @param from who reported it: `kubelet`, `deployment-controller`
public record ClusterEvent(
    Optional<Instant> last,
    int count,
    String type,
    String reason,
    String message,
    ResourceRef about,
    String from) {}

package dev.plumbline.driver;

import dev.plumbline.model.ResourceRef;

/// Which log.
///
/// @param container empty: the one that Kubernetes calls default
/// @param tail how many of the last lines to begin with
/// @param follow whether to go on as lines are written
/// @param previous of the container's run before this one
public record LogWish(
    ResourceRef pod, String container, int tail, boolean follow, boolean previous) {}

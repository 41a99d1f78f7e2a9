package dev.plumbline.drift;

import dev.plumbline.model.Path;
import dev.plumbline.model.Tree;
import java.util.Optional;

/// One field that an apply would change.
///
/// @param desired what the server would store if we applied now; empty when the field would vanish
/// @param live what the cluster has; empty when the field is absent
/// @param owner who set the live value last, as managedFields tells it; empty when nobody is
///   recorded
/// @param counts whether it makes the resource drifted
public record FieldChange(
    Path path,
    Optional<Tree> desired,
    Optional<Tree> live,
    Cause cause,
    Optional<Owner> owner,
    boolean counts) {}

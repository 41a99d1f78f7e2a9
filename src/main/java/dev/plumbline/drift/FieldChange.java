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
/// @param exemption what says that it does not count; only with the cause `ignored`
public record FieldChange(
    Path path,
    Optional<Tree> desired,
    Optional<Tree> live,
    Cause cause,
    Optional<Owner> owner,
    boolean counts,
    Optional<Exemption> exemption) {

  /// A field about which no rule says anything.
  public FieldChange(
      Path path,
      Optional<Tree> desired,
      Optional<Tree> live,
      Cause cause,
      Optional<Owner> owner,
      boolean counts) {
    this(path, desired, live, cause, owner, counts, Optional.empty());
  }

  /// The same difference, which does not count.
  FieldChange ignored(Exemption why) {
    return new FieldChange(path, desired, live, Cause.IGNORED, owner, false, Optional.of(why));
  }
}

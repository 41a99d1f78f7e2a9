package dev.plumbline.ui.environment;

import dev.plumbline.drift.FieldChange;
import dev.plumbline.model.Origin;
import dev.plumbline.model.Tree;
import dev.plumbline.ui.kit.PathText;
import java.util.Optional;

/// One difference as it is drawn: Git left, the cluster right.
///
/// @param origin where Git sets it; empty when Git does not, or when it is not known
/// @param secret how many characters either side has when the value is hidden
record FieldCard(
    FieldChange change,
    PathText path,
    Optional<Origin> origin,
    Optional<Side> git,
    Optional<Side> live,
    Optional<Lengths> secret) {

  /// Lengths of hidden values, in characters.
  record Lengths(int git, int live) {}

  static FieldCard of(FieldChange change, Optional<Origin> origin) {
    return new FieldCard(
        change,
        PathText.of(change.path()),
        change.desired().isEmpty() ? Optional.empty() : origin,
        change.desired().map(d -> Side.of(d, change.live())),
        change.live().map(l -> Side.of(l, change.desired())),
        lengths(change));
  }

  private static Optional<Lengths> lengths(FieldChange change) {
    return change.desired().orElse(Tree.Null.VALUE) instanceof Tree.Hidden git
            && change.live().orElse(Tree.Null.VALUE) instanceof Tree.Hidden live
        ? Optional.of(new Lengths(git.length(), live.length()))
        : Optional.empty();
  }
}

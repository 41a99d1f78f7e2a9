package dev.plumbline.ui.environment;

import dev.plumbline.model.ResourceRef;
import java.util.Optional;

/// A line of the resource tree.
sealed interface Line {

  /// What tells it from every other line, also after the data changed.
  String id();

  /// The object that it is about; empty for a group.
  default Optional<ResourceRef> ref() {
    return Optional.empty();
  }

  /// Whether a line has others below it.
  enum Fold {
    NONE,
    OPEN,
    FOLDED
  }

  /// The objects of one kind.
  record Kind(String kind, String group, Tally tally, boolean open) implements Line {
    @Override
    public String id() {
      return "kind:" + group + "/" + kind;
    }
  }

  /// One object.
  ///
  /// @param depth how many owners stand above it
  /// @param name as it is shown: what repeats its owner's name is left out (`…-4xk2p`)
  /// @param namespaced whether its namespace must be said to tell it from another
  record Thing(Subject subject, int depth, Fold fold, String name, boolean namespaced)
      implements Line {
    @Override
    public String id() {
      return subject.id();
    }

    @Override
    public Optional<ResourceRef> ref() {
      return Optional.of(subject.ref());
    }

    /// Whether its name is shown in part.
    boolean elided() {
      return !name.equals(subject.ref().name());
    }
  }

  /// Children of one owner that are all alike.
  ///
  /// @param word what all of them say of themselves
  record More(String id, String kind, int count, String word, int depth, boolean open)
      implements Line {}
}

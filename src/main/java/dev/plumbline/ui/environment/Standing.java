package dev.plumbline.ui.environment;

import dev.plumbline.drift.Cause;
import dev.plumbline.drift.ResourceDrift;
import dev.plumbline.ui.kit.Mark;

/// How a resource stands, as the list shows and filters it.
enum Standing {
  IN_SYNC,
  CHANGED,
  ONLY_IN_GIT,
  ONLY_IN_CLUSTER,
  UNKNOWN;

  static Standing of(ResourceDrift drift) {
    return switch (drift) {
      case ResourceDrift.InSync d -> IN_SYNC;
      case ResourceDrift.Changed d -> CHANGED;
      case ResourceDrift.OnlyInGit d -> ONLY_IN_GIT;
      case ResourceDrift.OnlyInCluster d -> ONLY_IN_CLUSTER;
      case ResourceDrift.Unknown d -> UNKNOWN;
    };
  }

  /// How it is drawn.
  Mark mark() {
    return switch (this) {
      case IN_SYNC -> Mark.IN_SYNC;
      case CHANGED -> Mark.DRIFTED;
      case ONLY_IN_GIT -> Mark.ONLY_IN_GIT;
      case ONLY_IN_CLUSTER -> Mark.ONLY_IN_CLUSTER;
      case UNKNOWN -> Mark.UNKNOWN;
    };
  }

  /// How many fields make it drifted.
  static int counting(ResourceDrift drift) {
    return (int) drift.fields().stream().filter(f -> f.counts()).count();
  }

  /// Whether all that counts would be removed by an apply.
  static boolean onlyRemovals(ResourceDrift drift) {
    return drift.fields().stream()
        .filter(f -> f.counts())
        .allMatch(f -> f.cause() == Cause.TO_BE_REMOVED);
  }
}

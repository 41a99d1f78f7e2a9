package dev.plumbline.ui.environment;

import dev.plumbline.model.Tree;
import dev.plumbline.ui.kit.Tone;
import java.util.List;
import java.util.Set;

/// A condition of a live object, as its controller says it.
///
/// @param since when it last changed (RFC 3339); empty when it is not said
record StatusCondition(String type, String status, String reason, String message, String since) {

  /// Types that are good news when they are false.
  private static final Set<String> BAD_WHEN_TRUE =
      Set.of(
          "ReplicaFailure",
          "Failed",
          "FailureTarget",
          "DiskPressure",
          "MemoryPressure",
          "PIDPressure",
          "NetworkUnavailable",
          "Degraded",
          "Stalled",
          "DisruptionTarget",
          "NonStructuralSchema",
          "Terminating");

  static List<StatusCondition> of(Tree object) {
    return object.items("status", "conditions").stream()
        .map(c ->
            new StatusCondition(
                c.text("type").orElse(""),
                c.text("status").orElse(""),
                c.text("reason").orElse(""),
                c.text("message").orElse(""),
                c.text("lastTransitionTime").or(() -> c.text("lastUpdateTime")).orElse("")))
        .toList();
  }

  Tone tone() {
    boolean negative = BAD_WHEN_TRUE.contains(type);
    return switch (status) {
      case "True" -> negative ? Tone.DANGER : Tone.SUCCESS;
      case "False" -> negative ? Tone.SUCCESS : Tone.WARNING;
      default -> Tone.UNKNOWN;
    };
  }
}

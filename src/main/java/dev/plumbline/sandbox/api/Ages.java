package dev.plumbline.sandbox.api;

import dev.plumbline.model.Tree;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How long ago something was, as `duration.HumanDuration` of apimachinery writes it.
final class Ages {

  private Ages() {}

  /// The time since a timestamp, `<unknown>` where there is none.
  static String of(Optional<Tree> timestamp, Instant now) {
    if (timestamp.isEmpty() || !(timestamp.get() instanceof Tree.Str(String text))) {
      return "<unknown>";
    }
    try {
      return of(Duration.between(Instant.parse(text), now).toSeconds());
    } catch (DateTimeException e) {
      return "<unknown>";
    }
  }

  static String of(long seconds) {
    if (seconds < -1) {
      return "<invalid>";
    }
    if (seconds < 120) {
      return Math.max(0, seconds) + "s";
    }
    long minutes = seconds / 60;
    if (minutes < 10) {
      return both(minutes, "m", seconds % 60, "s");
    }
    if (minutes < 180) {
      return minutes + "m";
    }
    long hours = minutes / 60;
    if (hours < 8) {
      return both(hours, "h", minutes % 60, "m");
    }
    if (hours < 48) {
      return hours + "h";
    }
    long days = hours / 24;
    if (days < 8) {
      return both(days, "d", hours % 24, "h");
    }
    if (days < 730) {
      return days + "d";
    }
    return days < 8 * 365 ? both(days / 365, "y", days % 365, "d") : days / 365 + "y";
  }

  private static String both(long big, String unit, long small, String smaller) {
    return big + unit + (small == 0 ? "" : small + smaller);
  }
}

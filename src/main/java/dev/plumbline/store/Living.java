package dev.plumbline.store;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/// A process, told from later ones with the same number by when it started.
///
/// @param born RFC 3339, or `""` where the system does not say
record Living(long pid, String born) {

  /// The start is computed from the clock and the time since boot, which drift apart a little.
  private static final Duration TOLERANCE = Duration.ofSeconds(5);

  static Living thisProcess() {
    var process = ProcessHandle.current();
    return new Living(process.pid(), start(process));
  }

  private static String start(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("");
  }

  /// Whether it still runs. Where starts are not told, any process of that number counts.
  boolean isAlive() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .map(p -> sameStart(start(p)))
        .orElse(false);
  }

  private boolean sameStart(String other) {
    if (born.isEmpty() || other.isEmpty()) {
      return true;
    }
    try {
      var apart = Duration.between(Instant.parse(born), Instant.parse(other)).abs();
      return apart.compareTo(TOLERANCE) <= 0;
    } catch (DateTimeException unreadable) {
      return false;
    }
  }
}

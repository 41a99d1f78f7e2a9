package dev.plumbline.ui.shell;

import dev.plumbline.ui.kit.Fx;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Holds the FX thread when the process is ended from outside (SIGTERM, Ctrl C): the toolkit's own
/// hook ends its renderer at once, and a pulse after that would throw and print a trace.
final class LastPulse {

  private static final long LONGER_THAN_ANY_HOOK_SECONDS = 60;

  private LastPulse() {}

  /// To be called once, when the toolkit runs.
  static void hold(Fx fx) {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> fx.later(LastPulse::stand), "plumbline-last-pulse"));
  }

  private static void stand() {
    try {
      if (new CountDownLatch(1).await(LONGER_THAN_ANY_HOOK_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody counts down");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

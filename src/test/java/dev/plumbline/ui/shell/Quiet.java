package dev.plumbline.ui.shell;

import dev.plumbline.ui.kit.Fx;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;

/// Knows whether screens still work: counts what was given to other threads and to the FX thread
/// and did not end. So a test waits as long as needed, also on a busy machine, and no longer.
final class Quiet {

  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final AtomicInteger open = new AtomicInteger();

  /// The bridge whose work is counted.
  Fx fx() {
    return new Fx(counted(Platform::runLater), counted(t -> Thread.ofVirtual().start(t)));
  }

  boolean now() {
    return open.get() == 0;
  }

  void await() {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!now()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("still working: " + open.get());
      }
      LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
    }
  }

  private Executor counted(Executor executor) {
    return task -> {
      open.incrementAndGet();
      executor.execute(() -> {
        try {
          task.run();
        } finally {
          open.decrementAndGet();
        }
      });
    };
  }
}

package dev.plumbline.cli;

import dev.plumbline.engine.Work;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ctrl C and SIGTERM cancel work; the process ends, with the exit code of the verb, when what is
/// under way has ended, is recorded and is told, at most 35 s later (a request to a server ends
/// within 30).
final class Interruption {

  private static final long PATIENCE_SECONDS = 35;

  private final CountDownLatch over = new CountDownLatch(1);
  private volatile int exit = Exit.FAILED;

  void cancels(Work work) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              if (over.getCount() > 0) {
                work.cancel();
                await();
                // Else the process would end with the number of the signal.
                Runtime.getRuntime().halt(exit);
              }
            }));
  }

  /// The verb has ended and told what came of it.
  void over(int code) {
    exit = code;
    over.countDown();
  }

  private void await() {
    try {
      if (!over.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        exit = Exit.FAILED;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package dev.plumbline.cli;

import dev.plumbline.engine.Work;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ctrl C and SIGTERM cancel work; the process ends when what is under way has ended and is
/// recorded, at most 35 s later (a request to a server ends within 30).
final class Interruption {

  private static final long PATIENCE_SECONDS = 35;

  private Interruption() {}

  static void cancels(Work work) {
    var ended = new CountDownLatch(1);
    work.state()
        .subscribe(view -> {
          if (!view.running()) {
            ended.countDown();
          }
        });
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              if (work.state().get().running()) {
                work.cancel();
                await(ended);
              }
            }));
  }

  private static void await(CountDownLatch ended) {
    try {
      ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

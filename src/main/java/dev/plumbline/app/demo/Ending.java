package dev.plumbline.app.demo;

import dev.plumbline.engine.Session;
import dev.plumbline.engine.Work;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sees to it that nothing of a demo stays, however it ends: by its session, by a failure while it
/// is made, or by the end of the process, which waits until the making has stopped.
final class Ending {

  private static final Logger LOG = LoggerFactory.getLogger(Ending.class);
  private static final long PATIENCE_SECONDS = 10;

  private final Work making;
  private final Deque<Runnable> last = new ConcurrentLinkedDeque<>();
  private final Thread hook = new Thread(this::now, "plumbline-demo-ending");
  private final CountDownLatch made = new CountDownLatch(1);
  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicReference<@Nullable Session> session = new AtomicReference<>();

  /// To be made before anything is there that has to go.
  Ending(Work making) {
    this.making = making;
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException ends) {
      // The process ends already: whoever makes the demo stops at once and cleans up itself.
      making.cancel();
    }
  }

  /// Something is there that has to be stopped or deleted: what came last goes first.
  void later(Runnable end) {
    last.addFirst(end);
  }

  /// The demo is made.
  void made(Session by) {
    session.set(by);
    made.countDown();
  }

  /// The demo is closed, or could not be made.
  void over() {
    try {
      last.forEach(Runnable::run);
    } finally {
      made.countDown();
      over.countDown();
      forget();
    }
  }

  private void forget() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ends) {
      LOG.debug("the process ends, and the demo with it");
    }
  }

  private void now() {
    making.cancel();
    if (!within(made)) {
      last.forEach(Runnable::run);
      return;
    }
    Optional.ofNullable(session.getAndSet(null)).ifPresent(Session::close);
    within(over);
  }

  private static boolean within(CountDownLatch latch) {
    try {
      return latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

package dev.plumbline.cluster;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;

/// Waits that a [Cancel] ends, without interrupting anybody.
final class Waits {

  private static final long LOOK_MILLIS = 100;

  private Waits() {}

  /// Waits for a time, or until cancelled; then returns, too.
  static void pause(Duration time, Cancel cancel) {
    var stop = new CountDownLatch(1);
    var hook = cancel.onCancel(stop::countDown);
    try {
      if (stop.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    } finally {
      hook.close();
    }
  }

  /// Takes the lock, or throws when cancelled.
  static void lock(Lock lock, Cancel cancel) {
    try {
      do {
        cancel.check();
      } while (!lock.tryLock(LOOK_MILLIS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /// Takes a permit, or throws when cancelled.
  static void acquire(Semaphore permits, Cancel cancel) {
    try {
      do {
        cancel.check();
      } while (!permits.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /// Somebody else's interrupt: the flag is kept, the work ends as cancelled.
  static ProblemException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new ProblemException(new Problem.Cancelled("Cancelled", "", "", ""), e);
  }
}

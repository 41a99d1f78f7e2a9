package dev.plumbline.engine;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// One run per subject: the first request runs at once, those that come while it runs or shortly
/// after are gathered into one more. A request says that something changed, never what.
final class Turns implements AutoCloseable {

  /// What a turn does.
  @FunctionalInterface
  interface Turn {
    void run(boolean fresh);
  }

  private static final long GATHER_MILLIS = 300;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition closing = lock.newCondition();
  private final Turn turn;
  private boolean asked;
  private boolean fresh;
  private boolean running;
  private boolean closed;

  Turns(Turn turn) {
    this.turn = turn;
  }

  /// Asks for a run. Returns at once.
  void ask(boolean freshToo) {
    lock.lock();
    try {
      if (closed) {
        return;
      }
      asked = true;
      fresh |= freshToo;
      if (!running) {
        running = true;
        Thread.ofVirtual().name("turns").start(this::loop);
      }
    } finally {
      lock.unlock();
    }
  }

  private void loop() {
    while (true) {
      boolean now;
      lock.lock();
      try {
        if (!asked || closed) {
          running = false;
          return;
        }
        asked = false;
        now = fresh;
        fresh = false;
      } finally {
        lock.unlock();
      }
      turn.run(now);
      gather();
    }
  }

  private void gather() {
    lock.lock();
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(GATHER_MILLIS);
      while (left > 0 && !closed) {
        left = closing.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      closing.signalAll();
    } finally {
      lock.unlock();
    }
  }
}

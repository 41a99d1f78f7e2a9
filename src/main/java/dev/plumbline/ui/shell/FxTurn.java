package dev.plumbline.ui.shell;

import dev.plumbline.ui.kit.Fx;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;

/// Takes turns with the FX thread: a thread that may block asks it for something and waits.
final class FxTurn {

  private static final long SECONDS = 60;
  private static final int PULSES = 16;

  private final Fx fx;

  FxTurn(Fx fx) {
    this.fx = fx;
  }

  /// Runs it on the FX thread and returns what it returned. What it throws is thrown here: the
  /// headless platform would lose it.
  <T> T get(Supplier<T> task) {
    var answer = new CompletableFuture<T>();
    fx.later(() -> {
      try {
        answer.complete(task.get());
      } catch (RuntimeException | Error e) {
        answer.completeExceptionally(e);
      }
    });
    return answer.orTimeout(SECONDS, TimeUnit.SECONDS).join();
  }

  /// Waits until layout and short motion have ended: a quarter of a second in pulses.
  void settle() {
    pulses(PULSES);
  }

  /// Waits for some pulses.
  void pulses(int wanted) {
    var settled = new CompletableFuture<Boolean>();
    fx.later(() -> {
      var pulses = new AtomicInteger();
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          if (pulses.incrementAndGet() >= wanted) {
            stop();
            settled.complete(true);
          }
        }
      }.start();
    });
    settled.orTimeout(SECONDS, TimeUnit.SECONDS).join();
  }
}

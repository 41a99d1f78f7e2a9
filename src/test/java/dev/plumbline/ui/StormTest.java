package dev.plumbline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.EnvironmentView;
import dev.plumbline.engine.State;
import dev.plumbline.ui.kit.Fx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// A thousand watch events a second cost at most one redraw a pulse. Counted, not timed.
class StormTest {

  private static final int EVENTS = 2000;

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
    Platform.setImplicitExit(false);
  }

  @Test
  void aStormDrawsAtMostOnceAPulseAndTheLastValueAlways() throws Exception {
    var session = FakeSession.busy();
    var state = new State<>(session.environment("web/dev").get());
    var pulse = new AtomicLong();
    var drawnIn = new AtomicLong(-1);
    var draws = new AtomicInteger();
    var twice = new AtomicInteger();
    var last = new CompletableFuture<Integer>();
    var counter =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            pulse.incrementAndGet();
          }
        };
    Platform.runLater(counter::start);
    var subscription =
        Fx.toolkit()
            .show(
                state,
                view -> {
                  draws.incrementAndGet();
                  if (drawnIn.getAndSet(pulse.get()) == pulse.get()) {
                    twice.incrementAndGet();
                  }
                  if (view.watchedKinds() == EVENTS) {
                    last.complete(view.watchedKinds());
                  }
                });
    for (int i = 1; i <= EVENTS; i++) {
      int n = i;
      state.update(v -> numbered(v, n));
      LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
    }
    assertThat(last.get(30, TimeUnit.SECONDS)).isEqualTo(EVENTS);
    subscription.close();
    Platform.runLater(counter::stop);
    // the order of two timers within one pulse is not given: one draw may fall on either side
    assertThat(draws.get()).isBetween(2, (int) pulse.get() + 2);
    assertThat(draws.get()).as("of %s events", EVENTS).isLessThan(EVENTS / 2);
    assertThat(twice.get()).as("of %s draws", draws).isLessThanOrEqualTo(draws.get() / 10 + 2);
  }

  private static EnvironmentView numbered(EnvironmentView v, int n) {
    return new EnvironmentView(
        v.environment(),
        v.phase(),
        v.doing(),
        v.cluster(),
        v.revision(),
        v.drift(),
        v.staleSince(),
        v.problems(),
        n);
  }
}

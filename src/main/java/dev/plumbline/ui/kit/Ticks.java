package dev.plumbline.ui.kit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Tells those who are shown that time went on, once a minute. A thread sleeps in between: an
/// animation that runs for ever keeps the toolkit pulsing sixty times a second. For the FX thread
/// only.
final class Ticks {

  private static final long SECONDS = 60;
  private static final Fx FX = Fx.toolkit();
  private static final Set<Runnable> SHOWN = new HashSet<>();
  private static boolean armed;

  private Ticks() {}

  static void tell(Runnable who) {
    SHOWN.add(who);
    if (!armed) {
      armed = true;
      arm();
    }
  }

  static void tellNoMore(Runnable who) {
    SHOWN.remove(who);
  }

  private static void arm() {
    Thread.ofVirtual()
        .name("ages")
        .start(() -> {
          sleep();
          FX.later(Ticks::tick);
        });
  }

  private static void tick() {
    if (SHOWN.isEmpty()) {
      armed = false;
    } else {
      List.copyOf(SHOWN).forEach(Runnable::run);
      arm();
    }
  }

  private static void sleep() {
    try {
      if (new CountDownLatch(1).await(SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody counts down");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

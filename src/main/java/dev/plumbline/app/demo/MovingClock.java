package dev.plumbline.app.demo;

import java.time.Instant;
import java.time.InstantSource;

/// The time while the demo's past is played: it stands still between steps, never goes back, and
/// becomes the real time at the end.
final class MovingClock implements InstantSource {

  private volatile Instant here;
  private volatile boolean real;

  MovingClock(Instant first) {
    here = first;
  }

  @Override
  public Instant instant() {
    return real ? Instant.now() : here;
  }

  void at(Instant next) {
    if (next.isBefore(here)) {
      throw new IllegalStateException("The demo's past is not in order at " + next);
    }
    here = next;
  }

  void becomesReal() {
    real = true;
  }
}

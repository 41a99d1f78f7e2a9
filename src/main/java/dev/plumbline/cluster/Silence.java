package dev.plumbline.cluster;

import java.time.Duration;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// Closes a watch that is dead without anybody having said so (a laptop that slept, a firewall that
/// forgot the connection): one that outlives its time, or sends nothing although it used to send
/// bookmarks, which an API server does about once a minute.
final class Silence implements AutoCloseable {

  private static final Duration LOOK = Duration.ofSeconds(15);
  private static final Duration LONGEST = Duration.ofSeconds(150);

  private final Lines lines;
  private final long begin = System.nanoTime();
  private final Duration life;
  private final Future<?> looking;
  private volatile boolean bookmarks;
  private volatile boolean broken;

  /// @param life after which the server should have ended the watch itself
  Silence(Lines lines, Duration life) {
    this.lines = lines;
    this.life = life;
    this.looking =
        ForkJoinPool.commonPool()
            .scheduleWithFixedDelay(
                this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// A bookmark came, so more are to be expected.
  void bookmark() {
    bookmarks = true;
  }

  /// Whether it closed the watch.
  boolean broken() {
    return broken;
  }

  private void look() {
    var now = System.nanoTime();
    if (now - begin > life.toNanos() || (bookmarks && now - lines.heard() > LONGEST.toNanos())) {
      broken = true;
      lines.close();
    }
  }

  @Override
  public void close() {
    looking.cancel(false);
  }
}

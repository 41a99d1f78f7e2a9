package dev.plumbline.sandbox.store;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Changes of one resource as they happen, in order. A reader who falls too far behind is cut off:
/// it must list again.
public final class Watch implements AutoCloseable {

  private static final int BACKLOG = 20_000;

  private final Log log;
  private final String resource;
  private final String namespace;
  private final LinkedBlockingQueue<Optional<Change>> waiting = new LinkedBlockingQueue<>(BACKLOG);
  private volatile boolean ended;

  Watch(Log log, String resource, String namespace) {
    this.log = log;
    this.resource = resource;
    this.namespace = namespace;
  }

  boolean wants(Key key) {
    return (resource.isEmpty() || key.resource().equals(resource))
        && (namespace.isEmpty() || key.namespace().equals(namespace));
  }

  void offer(Change change) {
    offered(Optional.of(change));
  }

  /// Wakes who waits for the next change: it gets an empty answer.
  public void wake() {
    offered(Optional.empty());
  }

  private void offered(Optional<Change> next) {
    if (!waiting.offer(next)) {
      ended = true;
    }
  }

  /// The next change; empty when none came in that time, or [#wake()] was called.
  public Optional<Change> next(Duration atMost) throws InterruptedException {
    var next = waiting.poll(atMost.toNanos(), TimeUnit.NANOSECONDS);
    return next == null ? Optional.empty() : next;
  }

  /// Whether no change waits right now.
  public boolean idle() {
    return waiting.isEmpty();
  }

  /// A moment up to which everything was handed out when nothing waits.
  public long upTo() {
    return log.newest();
  }

  /// Whether nothing more will come.
  public boolean ended() {
    return ended && waiting.isEmpty();
  }

  @Override
  public void close() {
    ended = true;
    log.forget(this);
  }
}

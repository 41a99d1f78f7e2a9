package dev.plumbline.engine;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The work of a session, each on a virtual thread of its own.
final class Works implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Works.class);
  private static final int KEPT = 50;
  private static final long PATIENCE_SECONDS = 5;

  private final State<List<Work.View>> state = new State<>(List.of());
  private final Map<String, Running> running = new ConcurrentHashMap<>();

  private record Running(Work work, CountDownLatch over) {}

  /// What runs or ran, newest first.
  State<List<Work.View>> state() {
    return state;
  }

  void cancel(String id) {
    var found = running.get(id);
    if (found != null) {
      found.work().cancel();
    }
  }

  /// Runs it and shows it among the works. Returns at once.
  ///
  /// @param task gives the problem with which the work ended
  Work run(Work work, Function<Work, Optional<Problem>> task) {
    var view = work.state().get();
    var over = new CountDownLatch(1);
    running.put(view.id(), new Running(work, over));
    work.state().subscribe(v -> state.update(list -> Overviews.with(list, v, KEPT)));
    Thread.ofVirtual()
        .name(view.title())
        .start(() -> {
          try {
            work.end(task.apply(work));
          } catch (ProblemException e) {
            work.end(Optional.of(e.problem()));
          } catch (RuntimeException e) {
            LOG.error("{} failed", view.title(), e);
            work.end(Optional.of(Unforeseen.problem(e, view.subject())));
          } finally {
            running.remove(view.id());
            over.countDown();
          }
        });
    return work;
  }

  /// Asks all of it to stop, and gives it five seconds: a program that was started must end with
  /// us, and what was half made must go.
  @Override
  public void close() {
    var left = List.copyOf(running.values());
    left.forEach(r -> r.work().cancel());
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    try {
      for (var r : left) {
        if (!r.over().await(until - System.nanoTime(), TimeUnit.NANOSECONDS)) {
          LOG.warn("{} did not end in time", r.work().state().get().title());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

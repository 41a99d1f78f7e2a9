package dev.plumbline.driver.kubernetes;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Runs many waiting tasks at once on virtual threads; the cluster bounds how many requests are
/// under way.
final class Parallel {

  private Parallel() {}

  /// The results in the order of the tasks. The first failure is thrown after all have ended.
  static <T> List<T> all(List<Callable<T>> tasks) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var futures = tasks.stream().map(threads::submit).toList();
      return futures.stream().map(Parallel::result).toList();
    }
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

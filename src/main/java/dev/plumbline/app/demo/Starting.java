package dev.plumbline.app.demo;

import dev.plumbline.model.ProblemException;
import dev.plumbline.sandbox.Sandbox;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// A sandbox that starts while something else is done.
final class Starting implements AutoCloseable {

  private final CompletableFuture<Sandbox> sandbox;

  private Starting(CompletableFuture<Sandbox> sandbox) {
    this.sandbox = sandbox;
  }

  static Starting begin(Sandbox.Options options) {
    return new Starting(
        CompletableFuture.supplyAsync(() -> Sandbox.start(options), Thread::startVirtualThread));
  }

  /// The sandbox, when it has started. Throws what kept it from starting.
  Sandbox sandbox() {
    try {
      return sandbox.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof ProblemException why ? why : e;
    }
  }

  /// Closes it; one that has not started yet, as soon as it has.
  @Override
  public void close() {
    try {
      sandbox.join().close();
    } catch (CompletionException | CancellationException e) {
      // it never started: there is nothing to close, and whoever asked for it has heard why
    }
  }
}

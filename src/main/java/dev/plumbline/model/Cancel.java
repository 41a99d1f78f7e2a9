package dev.plumbline.model;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/// A request to stop. Loops check it; only waits in `process` and HTTP register a hook that kills
/// or closes. No thread is ever interrupted: one that is inside JGit or SQLite would lose its file
/// for everyone.
public final class Cancel {

  private final AtomicBoolean cancelled = new AtomicBoolean();
  private final List<Runnable> hooks = new ArrayList<>();

  /// A token that nobody cancels.
  public static Cancel never() {
    return new Cancel();
  }

  /// Asks the work to stop. Hooks run once, on this thread.
  public void cancel() {
    List<Runnable> run;
    synchronized (hooks) {
      if (!cancelled.compareAndSet(false, true)) {
        return;
      }
      run = List.copyOf(hooks);
      hooks.clear();
    }
    run.forEach(Runnable::run);
  }

  /// Whether somebody asked the work to stop.
  public boolean isCancelled() {
    return cancelled.get();
  }

  /// Throws a [ProblemException] with [Problem.Cancelled] when somebody asked the work to stop.
  public void check() {
    if (isCancelled()) {
      throw new ProblemException(new Problem.Cancelled("Cancelled", "", "", ""));
    }
  }

  /// Runs the hook when cancelled (at once when it already is). Close the result when the wait is
  /// over.
  public Hook onCancel(Runnable hook) {
    synchronized (hooks) {
      if (!cancelled.get()) {
        hooks.add(hook);
        return () -> {
          synchronized (hooks) {
            hooks.remove(hook);
          }
        };
      }
    }
    hook.run();
    return () -> {};
  }

  /// A registered hook.
  public interface Hook extends AutoCloseable {
    @Override
    void close();
  }
}

package dev.plumbline.ui.kit;

import dev.plumbline.engine.State;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// The bridge to the FX thread, and the only caller of `Platform.runLater`. It keeps the latest
/// value of a state and at most one pending hop, and draws a state at most once a pulse, so that a
/// storm of changes becomes one redraw.
public final class Fx {

  private final Executor hop;
  private final Executor slow;
  private final Optional<Pulses> pulses;

  /// @param hop runs on the FX thread later
  /// @param slow runs blocking work on a thread of its own
  public Fx(Executor hop, Executor slow) {
    this(hop, slow, Optional.empty());
  }

  private Fx(Executor hop, Executor slow, Optional<Pulses> pulses) {
    this.hop = hop;
    this.slow = slow;
    this.pulses = pulses;
  }

  /// The bridge of the running toolkit; slow work on virtual threads.
  public static Fx toolkit() {
    return new Fx(
        Platform::runLater,
        task -> Thread.ofVirtual().name("plumbline-ui-work").start(task),
        Optional.of(new Pulses()));
  }

  /// The bridge of tests without a toolkit: everything happens at once on the calling thread.
  public static Fx direct() {
    return new Fx(Runnable::run, Runnable::run);
  }

  /// Draws the present value soon and each later one until closed; values in between may be
  /// skipped, the last one never. After closing nothing is drawn.
  public <T> State.Subscription show(State<T> state, Consumer<? super T> draw) {
    var pending = new Pending<T>(draw);
    var subscription = state.subscribe(pending::offer);
    return () -> {
      subscription.close();
      pending.close();
    };
  }

  /// Runs on the FX thread later.
  public void later(Runnable task) {
    hop.execute(task);
  }

  /// Runs blocking work on a thread of its own and hands its end to the FX thread: the result, or
  /// the problem. When cancelled, neither is called. A failure that is no [ProblemException] is a
  /// defect of ours and is shown as unexpected.
  public <T> Cancel slow(
      Function<Cancel, T> work, Consumer<? super T> done, Consumer<Problem> failed) {
    var cancel = new Cancel();
    slow.execute(() -> {
      try {
        var result = work.apply(cancel);
        hop.execute(() -> {
          if (!cancel.isCancelled()) {
            done.accept(result);
          }
        });
      } catch (ProblemException e) {
        fail(cancel, failed, e.problem());
      } catch (RuntimeException e) {
        fail(
            cancel,
            failed,
            new Problem.Unexpected("Something unexpected happened", "", "", e.toString()));
      }
    });
    return cancel;
  }

  private void fail(Cancel cancel, Consumer<Problem> failed, Problem problem) {
    hop.execute(() -> {
      if (!cancel.isCancelled()) {
        failed.accept(problem);
      }
    });
  }

  /// The latest value that was not drawn yet, and whether a hop is on its way.
  private final class Pending<T> {
    private final Consumer<? super T> draw;
    private final AtomicReference<@Nullable Box<T>> latest = new AtomicReference<>();
    private volatile boolean closed;

    Pending(Consumer<? super T> draw) {
      this.draw = draw;
    }

    void offer(T value) {
      if (latest.getAndSet(new Box<>(value)) == null) {
        hop.execute(
            () -> pulses.ifPresentOrElse(p -> p.draw(this, this::drawLatest), this::drawLatest));
      }
    }

    private void drawLatest() {
      var box = latest.getAndSet(null);
      if (box != null && !closed) {
        draw.accept(box.value);
      }
    }

    void close() {
      closed = true;
    }
  }

  private record Box<T>(T value) {}
}

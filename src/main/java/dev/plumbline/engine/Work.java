package dev.plumbline.engine;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.Problem;
import dev.plumbline.plan.StepResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Slow work: blocking straight-line code on a virtual thread, with progress, a log, and a cancel.
public final class Work {

  private static final int LOG_LINES = 200;

  private final State<View> state;
  private final State<List<StepResult>> results = new State<>(List.of());
  private final Cancel cancel = new Cancel();

  /// @param title what it does, as a person says it: `Sync shop/prod to 4f2c19e`
  /// @param subject the environment or repository it is about
  public Work(String title, String subject) {
    state =
        new State<>(
            new View(
                UUID.randomUUID().toString(),
                title,
                subject,
                "",
                0,
                0,
                Instant.now(),
                Optional.empty(),
                Optional.empty(),
                List.of()));
  }

  /// How it stands.
  public State<View> state() {
    return state;
  }

  /// What became of the steps of a plan so far, in the order in which they ended; empty for work
  /// that runs no plan.
  public State<List<StepResult>> results() {
    return results;
  }

  /// Tells what became of a step.
  public void result(StepResult step) {
    results.update(before -> {
      var longer = new ArrayList<>(before);
      longer.add(step);
      return List.copyOf(longer);
    });
  }

  /// The token that its loops check.
  public Cancel cancelToken() {
    return cancel;
  }

  /// Asks it to stop.
  public void cancel() {
    cancel.cancel();
  }

  /// Says how far it is.
  public void progress(String doing, int done, int total) {
    state.update(v -> v.at(doing, done, total));
  }

  /// Adds a line to its log.
  public void log(String line) {
    state.update(v -> v.logged(line));
  }

  /// Ends it, well or with a problem. A second end changes nothing.
  public void end(Optional<Problem> problem) {
    state.update(v -> v.ended().isPresent() ? v : v.end(problem));
  }

  /// Work as it stands.
  ///
  /// @param done steps done; 0 of 0 when it cannot be counted
  /// @param ended when it ended; empty while it runs
  /// @param problem why it failed
  /// @param log its last lines, oldest first
  public record View(
      String id,
      String title,
      String subject,
      String doing,
      int done,
      int total,
      Instant started,
      Optional<Instant> ended,
      Optional<Problem> problem,
      List<String> log) {

    public View {
      log = List.copyOf(log);
    }

    /// Whether it still runs.
    public boolean running() {
      return ended.isEmpty();
    }

    private View at(String newDoing, int newDone, int newTotal) {
      return new View(
          id, title, subject, newDoing, newDone, newTotal, started, ended, problem, log);
    }

    private View logged(String line) {
      var lines = new ArrayList<>(log);
      lines.add(line);
      if (lines.size() > LOG_LINES) {
        lines.removeFirst();
      }
      return new View(id, title, subject, doing, done, total, started, ended, problem, lines);
    }

    private View end(Optional<Problem> why) {
      return new View(
          id, title, subject, doing, done, total, started, Optional.of(Instant.now()), why, log);
    }
  }
}

package dev.plumbline.engine;

import dev.plumbline.drift.Drift;
import dev.plumbline.drift.ResourceDrift;
import dev.plumbline.driver.Ability;
import dev.plumbline.driver.Driver;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.Environment;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One environment of an open window: compares in turns, watches while somebody holds it, and
/// publishes what it knows.
final class Desk implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

  private final State<EnvironmentView> state;
  private final State<Session.Living> living = new State<>(Session.Living.unknown());
  private final Supplier<ConfigRepository> repository;
  private final Targets targets;
  private final Turns turns = new Turns(this::turn);
  private final Turns lives = new Turns(_ -> live());
  private final Cancel closed = new Cancel();
  private int holders;
  private @Nullable Cancel turning;
  private boolean stopped;
  private Targets.@Nullable Target target;
  private Driver.@Nullable Watching watching;

  Desk(Environment environment, Supplier<ConfigRepository> repository, Targets targets) {
    this.state = new State<>(EnvironmentView.idle(environment));
    this.repository = repository;
    this.targets = targets;
  }

  State<EnvironmentView> state() {
    return state;
  }

  /// What lives beside what Git declares; kept, with its time, when nobody holds it any more.
  State<Session.Living> living() {
    return living;
  }

  Environment environment() {
    return state.get().environment();
  }

  /// The environment is declared otherwise now.
  void redeclare(Environment environment) {
    if (!environment.equals(environment())) {
      forgetTarget();
      state.update(v -> Views.redeclared(v, environment));
    }
  }

  /// Another context stands for its cluster: the next turn connects anew.
  synchronized void forgetTarget() {
    stopWatching();
    target = null;
    living.set(Session.Living.unknown());
  }

  /// @param fresh a person asks: also after a stop, and about everything
  void compare(boolean fresh) {
    if (fresh) {
      goOn();
    }
    turns.ask(fresh);
  }

  private synchronized void goOn() {
    stopped = false;
  }

  /// Ends the turn that is under way. Its watch goes too: what that would still hear would only
  /// begin the next turn.
  void stop() {
    Cancel now;
    synchronized (this) {
      now = turning;
      if (now == null) {
        return;
      }
      stopped = true;
      stopWatching();
    }
    now.cancel();
  }

  /// The token of a turn that begins; empty when a person stopped comparing.
  private synchronized Optional<Cancel> begin() {
    if (stopped) {
      return Optional.empty();
    }
    var now = new Cancel();
    turning = now;
    return Optional.of(now);
  }

  private synchronized void end() {
    turning = null;
  }

  synchronized Session.Held hold() {
    holders++;
    stopped = false;
    turns.ask(false);
    return new Session.Held() {
      private boolean released;

      @Override
      public void close() {
        synchronized (Desk.this) {
          if (!released) {
            released = true;
            if (--holders == 0) {
              stopWatching();
            }
          }
        }
      }
    };
  }

  synchronized boolean held() {
    return holders > 0;
  }

  private synchronized void stopWatching() {
    var running = watching;
    watching = null;
    if (running != null) {
      running.close();
      state.update(v -> Views.watching(v, 0));
    }
  }

  /// The target, chosen once: a mapping, else nobody chose yet.
  synchronized Targets.Target target() {
    var known = target;
    if (known == null) {
      known = targets.forReading(environment(), Optional.empty());
      if (known.choice() != Targets.Choice.CURRENT) {
        target = known;
      }
    }
    return known;
  }

  private synchronized Driver.@Nullable Watching watch(Targets.Target chosen) {
    if (holders > 0 && watching == null && chosen.driver().abilities().contains(Ability.WATCH)) {
      watching = chosen.driver().watch(heard);
    }
    return watching;
  }

  private final Driver.Heard heard =
      new Driver.Heard() {
        @Override
        public void changed() {
          turns.ask(false);
        }

        @Override
        public void lived() {
          lives.ask(false);
        }

        @Override
        public void health(Optional<Problem> lost) {
          Desk.this.health(lost);
        }
      };

  private synchronized Driver.@Nullable Watching watching() {
    return watching;
  }

  /// Tells how what was compared is now, and what it owns.
  private void live() {
    var running = watching();
    var compared = state.get().drift();
    if (running == null || compared.isEmpty() || !can(Ability.LIVING)) {
      return;
    }
    try {
      var own = compared.get().resources().stream().map(ResourceDrift::ref).toList();
      var vitals = running.vitals(own, closed);
      living.update(before -> running.equals(watching()) ? Lives.of(before, vitals) : before);
    } catch (ProblemException e) {
      if (!(e.problem() instanceof Problem.Cancelled)) {
        living.update(before -> Lives.failed(before, e.problem()));
      }
    } catch (RuntimeException e) {
      LOG.error("looking after what lives in {} failed", environment().name(), e);
      var problem = Unforeseen.problem(e, environment().name());
      living.update(before -> Lives.failed(before, problem));
    }
  }

  private boolean can(Ability ability) {
    return target().driver().abilities().contains(ability);
  }

  /// A lost watch makes everything that was seen through it stale, at once and in words.
  private void health(Optional<Problem> lost) {
    boolean wasStale = state.get().staleSince().isPresent();
    state.update(v -> Views.health(v, lost));
    if (lost.isEmpty() && wasStale) {
      turns.ask(false);
    }
  }

  private void turn(boolean fresh) {
    var begun = begin();
    if (begun.isPresent()) {
      try (var _ = closed.onCancel(begun.get()::cancel)) {
        turn(fresh, begun.get());
      } finally {
        end();
      }
    }
  }

  private void turn(boolean fresh, Cancel cancel) {
    try {
      var chosen = target();
      if (chosen.choice() == Targets.Choice.CURRENT) {
        state.update(Views::unmapped);
        return;
      }
      cancel.check();
      var running = watch(chosen);
      var at = repository.get().at(environment(), Optional.empty());
      state.update(v -> Views.comparing(v, chosen.cluster(), at.revision()));
      var compared = Compare.now(at, chosen, fresh, cancel, this::doing);
      int kinds = running == null ? 0 : running.kinds();
      compared(compared.drift(), kinds);
    } catch (ProblemException e) {
      if (!(e.problem() instanceof Problem.Cancelled)) {
        state.update(v -> Views.failed(v, e.problem()));
      } else if (!closed.isCancelled()) {
        state.update(v -> Views.failed(v, stoppedBy(v.doing())));
      }
    } catch (RuntimeException e) {
      LOG.error("comparing {} failed", environment().name(), e);
      state.update(v -> Views.failed(v, Unforeseen.problem(e, environment().name())));
    }
  }

  /// @param doing what was being done
  private Problem stoppedBy(String doing) {
    var name = environment().name();
    return new Problem.Cancelled(
        "The comparison of " + name + " was cancelled" + (doing.isEmpty() ? "" : " while " + doing),
        name,
        "Compare again when you want it",
        "");
  }

  private void compared(Drift drift, int kinds) {
    state.update(v -> Views.compared(v, drift, kinds));
    lives.ask(false);
  }

  private void doing(String doing, int done, int total) {
    // Each step is published; the bridge to the screen keeps only the latest a pulse.
    state.update(v -> Views.doing(v, total > 0 ? doing + ", " + done + " of " + total : doing));
  }

  @Override
  public void close() {
    closed.cancel();
    turns.close();
    lives.close();
    synchronized (this) {
      holders = 0;
      stopWatching();
    }
  }
}

package dev.plumbline.ui.environment;

import dev.plumbline.engine.Session;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.ClusterEvent;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Tree;
import dev.plumbline.ui.kit.CodePage;
import dev.plumbline.ui.kit.Fx;
import dev.plumbline.yaml.Yaml;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// What the cluster has of the selected object, and what happened to it. Asked when an object is
/// selected and again when it changed; one question at a time, and none for an object that is only
/// passed on the way to another.
final class LiveModel implements AutoCloseable {

  private static final Duration PASSING = Duration.ofMillis(120);

  private final Session session;
  private final Fx fx;
  private final String environment;
  private final ReadOnlyObjectWrapper<Live> live = new ReadOnlyObjectWrapper<>(new Live.Absent());
  private final ReadOnlyObjectWrapper<Happened> events =
      new ReadOnlyObjectWrapper<>(new Happened.Known(List.of(), Instant.EPOCH));
  private final BooleanProperty managed = new SimpleBooleanProperty();
  private Optional<Subject> shown = Optional.empty();
  private Cancel asking = new Cancel();
  private boolean busy;

  LiveModel(Session session, Fx fx, String environment) {
    this.session = session;
    this.fx = fx;
    this.environment = environment;
    managed.addListener((o, was, is) -> ask());
  }

  /// The live object.
  sealed interface Live {
    record Loading() implements Live {}

    /// It is there.
    ///
    /// @param body without its managedFields unless they are asked for
    /// @param whole as the server has it
    record There(Tree.Obj body, Tree.Obj whole, CodePage page, Instant asOf) implements Live {}

    /// The cluster does not have it.
    record Absent() implements Live {}

    record Failed(Problem problem) implements Live {}
  }

  /// What happened to it.
  sealed interface Happened {
    record Loading() implements Happened {}

    record Known(List<ClusterEvent> events, Instant asOf) implements Happened {
      public Known {
        events = List.copyOf(events);
      }
    }

    record Failed(Problem problem) implements Happened {}
  }

  private record Answer(Live live, Happened events) {}

  ReadOnlyObjectProperty<Live> live() {
    return live.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Happened> events() {
    return events.getReadOnlyProperty();
  }

  /// Whether the YAML shows who manages which field.
  BooleanProperty managed() {
    return managed;
  }

  /// Shows another object, or what became of the same.
  ///
  /// @return whether the cluster was asked
  boolean show(Optional<Subject> subject) {
    boolean same = subject.map(Subject::ref).equals(shown.map(Subject::ref)) && subject.isPresent();
    if (same && subject.equals(shown)) {
      return false;
    }
    shown = subject;
    if (!same) {
      live.set(new Live.Loading());
      events.set(new Happened.Loading());
    }
    ask();
    return true;
  }

  /// Asks again: something was compared anew.
  void ask() {
    if (shown.isEmpty() || !shown.get().live()) {
      asking.cancel();
      busy = false;
      live.set(new Live.Absent());
      events.set(new Happened.Known(List.of(), Instant.now()));
      return;
    }
    var ref = shown.get().ref();
    boolean passed = busy;
    asking.cancel();
    busy = true;
    boolean whole = managed.get();
    asking =
        fx.slow(
            cancel -> {
              if (passed) {
                LockSupport.parkNanos(PASSING.toNanos());
                cancel.check();
              }
              return new Answer(read(ref, whole, cancel), happened(ref, cancel));
            },
            answer -> {
              busy = false;
              live.set(answer.live());
              events.set(answer.events());
            },
            problem -> {
              busy = false;
              live.set(new Live.Failed(problem));
            });
  }

  @Override
  public void close() {
    asking.cancel();
  }

  private Live read(ResourceRef ref, boolean managed, Cancel cancel) {
    try {
      return session
          .live(environment, ref, cancel)
          .<Live>map(whole -> {
            var body = managed ? whole : unmanaged(whole);
            return new Live.There(body, whole, CodePage.yaml(Yaml.write(body)), Instant.now());
          })
          .orElseGet(Live.Absent::new);
    } catch (dev.plumbline.model.ProblemException e) {
      return new Live.Failed(e.problem());
    }
  }

  private Happened happened(ResourceRef ref, Cancel cancel) {
    try {
      return new Happened.Known(session.events(environment, ref, cancel), Instant.now());
    } catch (dev.plumbline.model.ProblemException e) {
      return new Happened.Failed(e.problem());
    }
  }

  private static Tree.Obj unmanaged(Tree.Obj whole) {
    return whole.get("metadata").orElse(Tree.Null.VALUE) instanceof Tree.Obj metadata
        ? whole.with("metadata", metadata.without("managedFields"))
        : whole;
  }
}

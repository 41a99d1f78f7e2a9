package dev.plumbline.ui.environment;

import dev.plumbline.engine.Session;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.ui.kit.Fx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// The log of one container. Read only while somebody looks; of what was read the newest 10,000
/// lines are kept. While the reader has scrolled away from the end, new lines wait.
final class LogModel implements AutoCloseable {

  static final int TAIL = 500;

  private final Session session;
  private final Fx fx;
  private final String environment;
  private final ReadOnlyObjectWrapper<List<Subject>> pods = new ReadOnlyObjectWrapper<>(List.of());
  private final ObjectProperty<Optional<Subject>> pod =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<String> container = new SimpleObjectProperty<>("");
  private final BooleanProperty follow = new SimpleBooleanProperty(true);
  private final BooleanProperty previous = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<Reading> reading =
      new ReadOnlyObjectWrapper<>(new Reading.Idle());
  private final ReadOnlyObjectWrapper<Integer> waiting = new ReadOnlyObjectWrapper<>(0);
  private Consumer<LineFeed.Batch> reader = batch -> {};
  private Cancel cancel = new Cancel();
  private LineFeed feed = new LineFeed(LineFeed.MOST);
  private boolean looking;
  private boolean paused;

  /// Where the reading is.
  sealed interface Reading {
    record Idle() implements Reading {}

    record Busy() implements Reading {}

    /// The log is at its end: the container ended, or it was not followed.
    record Ended() implements Reading {}

    record Stopped() implements Reading {}

    record Failed(Problem problem) implements Reading {}
  }

  LogModel(Session session, Fx fx, String environment) {
    this.session = session;
    this.fx = fx;
    this.environment = environment;
    container.addListener((o, was, is) -> restart());
    follow.addListener((o, was, is) -> restart());
    previous.addListener((o, was, is) -> restart());
  }

  ReadOnlyObjectProperty<List<Subject>> pods() {
    return pods.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Reading> reading() {
    return reading.getReadOnlyProperty();
  }

  /// How many lines wait because the reader is not at the end.
  ReadOnlyObjectProperty<Integer> waiting() {
    return waiting.getReadOnlyProperty();
  }

  ObjectProperty<Optional<Subject>> pod() {
    return pod;
  }

  /// The container; empty for the one that Kubernetes calls default.
  ObjectProperty<String> container() {
    return container;
  }

  BooleanProperty follow() {
    return follow;
  }

  BooleanProperty previous() {
    return previous;
  }

  List<String> containers() {
    return pod.get().flatMap(Subject::owned).map(o -> o.containers()).orElse(List.of());
  }

  /// Who is handed the lines as they come; a batch that begins anew empties what was shown.
  void reader(Consumer<LineFeed.Batch> next) {
    reader = next;
  }

  /// Chooses among these Pods; the one that is read stays as long as it is there.
  void pods(List<Subject> next) {
    pods.set(next);
    var same =
        pod.get().flatMap(p -> next.stream().filter(n -> n.ref().equals(p.ref())).findFirst());
    choose(same.or(() -> next.stream().findFirst()));
  }

  /// Reads another Pod.
  void choose(Optional<Subject> next) {
    boolean same = next.map(Subject::ref).equals(pod.get().map(Subject::ref));
    pod.set(next);
    if (same) {
      return;
    }
    var first = containers().stream().findFirst().orElse("");
    if (first.equals(container.get())) {
      restart();
    } else {
      container.set(first);
    }
  }

  /// Whether somebody looks.
  void look(boolean now) {
    if (looking != now) {
      looking = now;
      if (looking) {
        restart();
      } else {
        cancel.cancel();
        reading.set(new Reading.Idle());
      }
    }
  }

  /// Whether new lines wait: the reader is not at the end.
  void pause(boolean now) {
    paused = now;
    flush();
  }

  boolean paused() {
    return paused;
  }

  /// Reads no further. What was read stays.
  void stop() {
    cancel.cancel();
    if (reading.get() instanceof Reading.Busy) {
      reading.set(new Reading.Stopped());
    }
  }

  void restart() {
    cancel.cancel();
    paused = false;
    var lines = new LineFeed(LineFeed.MOST);
    feed = lines;
    waiting.set(0);
    reader.accept(new LineFeed.Batch(true, List.of(), 0, 0));
    if (!looking || pod.get().isEmpty()) {
      reading.set(new Reading.Idle());
      return;
    }
    reading.set(new Reading.Busy());
    var request = request(pod.get().get().ref());
    cancel =
        fx.slow(
            stop -> {
              session.logs(
                  environment,
                  request,
                  line -> {
                    if (lines.offer(line)) {
                      fx.later(() -> flush(lines));
                    }
                  },
                  stop);
              return lines;
            },
            done -> {
              flush(done);
              reading.set(new Reading.Ended());
            },
            problem -> {
              flush(lines);
              reading.set(new Reading.Failed(problem));
            });
  }

  @Override
  public void close() {
    cancel.cancel();
  }

  private Session.LogRequest request(ResourceRef ref) {
    return new Session.LogRequest(
        ref, container.get(), TAIL, follow.get() && !previous.get(), previous.get());
  }

  private void flush(LineFeed lines) {
    if (lines.equals(feed)) {
      flush();
    }
  }

  private void flush() {
    if (paused) {
      waiting.set(feed.waiting());
      return;
    }
    waiting.set(0);
    var batch = feed.drain();
    if (!batch.lines().isEmpty()) {
      reader.accept(batch);
    }
  }

  /// All lines that were read and kept, for another program.
  List<String> kept() {
    return new ArrayList<>(feed.kept());
  }
}

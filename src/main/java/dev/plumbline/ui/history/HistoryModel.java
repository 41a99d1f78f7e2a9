package dev.plumbline.ui.history;

import dev.plumbline.engine.Session;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.Commit;
import dev.plumbline.model.Problem;
import dev.plumbline.ui.kit.Fx;
import dev.plumbline.ui.kit.Owned;
import dev.plumbline.ui.kit.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The commits of the repository, or of one environment's folder: the newest at first, older ones
/// as a person goes down. Searching marks rows, it hides none.
final class HistoryModel implements AutoCloseable {

  /// So many are read at first, and four times as many each time more are wanted.
  static final int FIRST = 400;

  private static final int FACTOR = 4;

  private final Session session;
  private final Fx fx;
  private final Words words;
  private final Owned owned = new Owned();
  private final StringProperty query = new SimpleStringProperty("");
  private final BooleanProperty firstParent = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<Content> content =
      new ReadOnlyObjectWrapper<>(new Content.Loading());
  private final ReadOnlyObjectWrapper<Older> older = new ReadOnlyObjectWrapper<>(Older.NONE);
  private final ReadOnlyObjectWrapper<Optional<String>> environment =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Commit>> selected =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Found>> found =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Map<String, List<Marker>>> markers =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final ObservableList<Commit> commits = FXCollections.observableArrayList();
  private Map<String, Integer> rows = Map.of();
  private Cancel reading = new Cancel();
  private Cancel searching = new Cancel();
  private int limit = FIRST;
  private Optional<String> wanted = Optional.empty();

  HistoryModel(Session session, Fx fx, Words words, Optional<String> environment) {
    this.session = session;
    this.fx = fx;
    this.words = words;
    query.addListener((o, was, is) -> search(true));
    firstParent.addListener((o, was, is) -> list());
    choose(environment);
    owned.add(
        fx.show(
            session.overview(), o -> markers.set(Marker.byCommit(o.environments(), this.words))));
  }

  /// What there is to show.
  sealed interface Content {
    record Loading() implements Content {}

    record Ready(Loaded loaded) implements Content {}

    record Failed(Problem problem) implements Content {}

    /// A person cancelled the reading.
    record Stopped() implements Content {}
  }

  /// How it stands with commits older than those shown.
  enum Older {
    /// There are none, or it is not known yet.
    NONE,
    /// They come when they are asked for.
    WAITING,
    /// They are being read.
    READING,
    /// They could not be read; what is shown is complete in itself.
    FAILED
  }

  /// What is looked for.
  StringProperty query() {
    return query;
  }

  /// Whether only first parents are followed.
  BooleanProperty firstParent() {
    return firstParent;
  }

  ReadOnlyObjectProperty<Content> content() {
    return content.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Older> older() {
    return older.getReadOnlyProperty();
  }

  /// Whose folder; empty for the whole repository.
  ReadOnlyObjectProperty<Optional<String>> environment() {
    return environment.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Commit>> selected() {
    return selected.getReadOnlyProperty();
  }

  /// What matches the query; empty while nothing is looked for.
  ReadOnlyObjectProperty<Optional<Found>> found() {
    return found.getReadOnlyProperty();
  }

  /// The environments at each commit.
  ReadOnlyObjectProperty<Map<String, List<Marker>>> markers() {
    return markers.getReadOnlyProperty();
  }

  /// The rows.
  ObservableList<Commit> commits() {
    return commits;
  }

  /// The row of a commit; -1 when it is not shown.
  int row(String id) {
    return rows.getOrDefault(id, -1);
  }

  /// The graph over the rows; empty where none would be true.
  Optional<Lanes> graph() {
    return content.get() instanceof Content.Ready(Loaded loaded)
        ? loaded.listing(firstParent.get()).graph()
        : Optional.empty();
  }

  List<RefName> refsOf(Commit commit) {
    return content.get() instanceof Content.Ready(Loaded loaded)
        ? loaded.refsOf(commit)
        : List.of();
  }

  /// The names of the environments whose history can be shown.
  List<String> environments() {
    return session.overview().get().environments().stream()
        .map(e -> e.environment().name())
        .toList();
  }

  /// The folder of an environment.
  String folder(String name) {
    return session.environment(name).get().environment().path();
  }

  void select(Optional<Commit> commit) {
    selected.set(commit);
  }

  /// Shows the history of an environment's folder, or of the repository.
  void choose(Optional<String> name) {
    environment.set(name);
    limit = FIRST;
    read();
  }

  /// Reads again.
  void read() {
    content.set(new Content.Loading());
    older.set(Older.NONE);
    rows = Map.of();
    commits.clear();
    read(Optional.empty(), problem -> content.set(new Content.Failed(problem)));
  }

  /// Reads older commits; does nothing when there are none or they are on their way.
  void more() {
    var state = older.get();
    if (content.get() instanceof Content.Ready(Loaded loaded)
        && (state == Older.WAITING || state == Older.FAILED)) {
      limit = loaded.all().commits().size() * FACTOR;
      older.set(Older.READING);
      read(Optional.of(loaded), problem -> older.set(Older.FAILED));
    }
  }

  private void read(Optional<Loaded> before, java.util.function.Consumer<Problem> failed) {
    reading.cancel();
    var name = environment.get();
    int wanted = limit;
    reading =
        fx.slow(
            cancel -> {
              var all = session.history(name, wanted + 1, cancel);
              boolean rest = all.size() > wanted;
              return Loaded.of(
                  name, rest ? all.subList(0, wanted) : all, session.refs(cancel), rest, before);
            },
            this::arrived,
            failed);
  }

  /// Stops reading.
  void stop() {
    reading.cancel();
    content.set(new Content.Stopped());
  }

  private void arrived(Loaded loaded) {
    older.set(loaded.more() ? Older.WAITING : Older.NONE);
    content.set(new Content.Ready(loaded));
    list();
  }

  /// Selects a commit as soon as it is read.
  void want(String id) {
    wanted = Optional.of(id);
    list();
  }

  private void list() {
    if (!(content.get() instanceof Content.Ready(Loaded loaded))) {
      return;
    }
    var next = loaded.listing(firstParent.get()).commits();
    rows = Loaded.rows(next);
    int known = commits.size();
    if (known > 0 && known <= next.size() && next.subList(0, known).equals(commits)) {
      commits.addAll(next.subList(known, next.size()));
    } else {
      commits.setAll(next);
    }
    var sought = wanted.flatMap(id -> commits.stream().filter(c -> c.id().equals(id)).findFirst());
    if (sought.isPresent()) {
      wanted = Optional.empty();
      selected.set(sought);
    } else if (selected.get().filter(c -> rows.containsKey(c.id())).isEmpty()) {
      selected.set(commits.stream().findFirst());
    }
    search(false);
  }

  /// Marks what matches, off the FX thread; the newest question wins.
  ///
  /// @param go whether the next match from the selected row on is selected
  private void search(boolean go) {
    searching.cancel();
    var wanted = query.get().strip();
    if (wanted.isEmpty() || !(content.get() instanceof Content.Ready(Loaded loaded))) {
      found.set(Optional.empty());
      return;
    }
    var all = List.copyOf(commits);
    searching =
        fx.slow(
            cancel -> Found.of(wanted, all, loaded, cancel),
            now -> {
              found.set(Optional.of(now));
              if (go) {
                land(now.next(selectedRow() - 1, true));
              }
            },
            problem -> found.set(Optional.empty()));
  }

  /// Goes to the next match below, or above.
  void match(boolean down) {
    found.get().ifPresent(f -> land(f.next(selectedRow(), down)));
  }

  private int selectedRow() {
    return selected.get().map(c -> row(c.id())).orElse(-1);
  }

  private void land(int row) {
    if (row >= 0 && row < commits.size()) {
      selected.set(Optional.of(commits.get(row)));
    }
  }

  @Override
  public void close() {
    reading.cancel();
    searching.cancel();
    owned.close();
  }
}

package dev.plumbline.ui.history;

import dev.plumbline.engine.Session;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.Commit;
import dev.plumbline.model.Problem;
import dev.plumbline.ui.kit.Fx;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The commits of the repository, or of one environment's folder: read once for each choice,
/// filtered on the spot.
final class HistoryModel implements AutoCloseable {

  /// So many commits are read; that there are more is said.
  static final int LIMIT = 5_000;

  private final Session session;
  private final Fx fx;
  private final StringProperty query = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Content> content =
      new ReadOnlyObjectWrapper<>(new Content.Loading());
  private final ReadOnlyObjectWrapper<Optional<String>> environment =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Commit>> selected =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObservableList<Commit> commits = FXCollections.observableArrayList();
  private Cancel reading = new Cancel();

  HistoryModel(Session session, Fx fx, Optional<String> environment) {
    this.session = session;
    this.fx = fx;
    query.addListener((o, was, is) -> list());
    choose(environment);
  }

  /// What there is to show.
  sealed interface Content {
    record Loading() implements Content {}

    record Ready(Loaded loaded) implements Content {}

    record Failed(Problem problem) implements Content {}

    /// A person cancelled the reading.
    record Stopped() implements Content {}
  }

  StringProperty query() {
    return query;
  }

  ReadOnlyObjectProperty<Content> content() {
    return content.getReadOnlyProperty();
  }

  /// Whose folder; empty for the whole repository.
  ReadOnlyObjectProperty<Optional<String>> environment() {
    return environment.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Commit>> selected() {
    return selected.getReadOnlyProperty();
  }

  /// What passes the filter.
  ObservableList<Commit> commits() {
    return commits;
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
    read();
  }

  /// Reads again.
  void read() {
    reading.cancel();
    content.set(new Content.Loading());
    commits.clear();
    var name = environment.get();
    reading =
        fx.slow(
            cancel -> {
              var all = session.history(name, LIMIT + 1, cancel);
              boolean more = all.size() > LIMIT;
              return new Loaded(
                  name, more ? all.subList(0, LIMIT) : all, session.refs(cancel), more);
            },
            this::arrived,
            problem -> content.set(new Content.Failed(problem)));
  }

  /// Stops reading.
  void stop() {
    reading.cancel();
    content.set(new Content.Stopped());
  }

  @Override
  public void close() {
    reading.cancel();
  }

  private void arrived(Loaded loaded) {
    content.set(new Content.Ready(loaded));
    list();
  }

  private void list() {
    if (content.get() instanceof Content.Ready(Loaded loaded)) {
      commits.setAll(loaded.matching(query.get()));
      if (selected.get().filter(commits::contains).isEmpty()) {
        selected.set(commits.stream().findFirst());
      }
    }
  }
}

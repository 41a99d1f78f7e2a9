package dev.plumbline.ui.history;

import dev.plumbline.engine.Session;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.Changes;
import dev.plumbline.model.Commit;
import dev.plumbline.model.Problem;
import dev.plumbline.ui.kit.Fx;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The files that the selected commit changed. The newest selection wins.
final class ChangedModel implements AutoCloseable {

  private final Session session;
  private final Fx fx;
  private final ReadOnlyObjectWrapper<Changed> changed =
      new ReadOnlyObjectWrapper<>(new Changed.Reading());
  private Cancel reading = new Cancel();
  private Optional<String> of = Optional.empty();

  ChangedModel(Session session, Fx fx) {
    this.session = session;
    this.fx = fx;
  }

  /// How it stands with them.
  sealed interface Changed {
    record Reading() implements Changed {}

    record Known(Changes changes) implements Changed {}

    record Failed(Problem problem) implements Changed {}
  }

  ReadOnlyObjectProperty<Changed> changed() {
    return changed.getReadOnlyProperty();
  }

  /// Reads the files of another commit; a commit never changes, so the same one is not read again.
  void of(Optional<Commit> commit) {
    var id = commit.map(Commit::id);
    if (id.equals(of)) {
      return;
    }
    of = id;
    reading.cancel();
    changed.set(new Changed.Reading());
    commit.ifPresent(c ->
        reading =
            fx.slow(
                cancel -> session.changes(c, cancel),
                changes -> changed.set(new Changed.Known(changes)),
                problem -> changed.set(new Changed.Failed(problem))));
  }

  @Override
  public void close() {
    reading.cancel();
  }
}

package dev.plumbline.ui.home;

import dev.plumbline.engine.Session;
import dev.plumbline.engine.Work;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.Problem;
import dev.plumbline.ui.kit.Fx;
import dev.plumbline.ui.kit.Owned;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Cloning a repository by its address: what was typed, whether it can be cloned and into which
/// folder, how far it is. The folder follows the address until a person changes it.
final class CloneModel implements AutoCloseable {

  private static final int TRIED = 100;

  private final Session session;
  private final Fx fx;
  private final Owned owned = new Owned();
  private final StringProperty url = new SimpleStringProperty("");
  private final StringProperty folder = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Address> address =
      new ReadOnlyObjectWrapper<>(new Address.Nothing());
  private final ReadOnlyObjectWrapper<Into> into = new ReadOnlyObjectWrapper<>(Into.NOTHING);
  private final ReadOnlyObjectWrapper<Going> going = new ReadOnlyObjectWrapper<>(new Going.Form());
  private Optional<String> work = Optional.empty();
  private Cancel looking = new Cancel();
  private boolean suggesting;
  private boolean chosen;

  /// What is known of the folder.
  enum Into {
    /// Nothing was typed.
    NOTHING,
    /// It is being looked at.
    LOOKING,
    /// It does not exist or is empty.
    FREE,
    /// Something is in it.
    TAKEN,
    /// It is no path, or not an absolute one.
    NO_PATH
  }

  /// How the clone stands.
  sealed interface Going {
    /// Nothing runs; the form can be filled.
    record Form() implements Going {}

    /// It runs.
    record Running(Work.View view) implements Going {}

    /// It ended without a clone.
    record Failed(Problem problem) implements Going {}
  }

  CloneModel(Session session, Fx fx) {
    this.session = session;
    this.fx = fx;
    url.subscribe(this::typed);
    folder.subscribe(text -> {
      if (!suggesting) {
        chosen = !text.isBlank();
      }
      look(text);
    });
    owned.add(fx.show(session.works(), this::follow));
    owned.onClose(() -> looking.cancel());
  }

  /// The address, as it is typed.
  StringProperty url() {
    return url;
  }

  /// The folder, as it is suggested or typed.
  StringProperty folder() {
    return folder;
  }

  ReadOnlyObjectProperty<Address> address() {
    return address.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Into> into() {
    return into.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Going> going() {
    return going.getReadOnlyProperty();
  }

  /// Whether a clone can begin.
  boolean ready() {
    return address.get() instanceof Address.Whole
        && into.get() == Into.FREE
        && !(going.get() instanceof Going.Running);
  }

  /// Begins, when it can; it is opened when it is done.
  void begin() {
    if (!ready()) {
      return;
    }
    HomeModel.folder(folder.get())
        .ifPresent(path -> {
          var begun = session.cloneFrom(url.get().strip(), path);
          work = Optional.of(begun.state().get().id());
          going.set(new Going.Running(begun.state().get()));
          owned.add(fx.show(begun.state(), this::at));
        });
  }

  /// Asks the running clone to stop; nothing of it stays.
  void cancel() {
    work.ifPresent(session::cancel);
  }

  /// Back to the form with what was typed.
  void edit() {
    going.set(new Going.Form());
  }

  /// A clone that was begun before this screen was opened goes on here: without a repository, there
  /// is nothing else that can run.
  private void follow(List<Work.View> works) {
    if (work.isEmpty() && session.overview().get().repository().isEmpty()) {
      works.stream()
          .filter(Work.View::running)
          .findFirst()
          .ifPresent(v -> {
            work = Optional.of(v.id());
            going.set(new Going.Running(v));
          });
      return;
    }
    works.stream()
        .filter(v -> work.filter(v.id()::equals).isPresent())
        .findFirst()
        .ifPresent(this::at);
  }

  private void at(Work.View view) {
    if (work.filter(view.id()::equals).isEmpty()) {
      return;
    }
    if (view.running()) {
      going.set(new Going.Running(view));
      return;
    }
    work = Optional.empty();
    going.set(view.problem().<Going>map(Going.Failed::new).orElseGet(Going.Form::new));
    look(folder.get());
  }

  private void typed(String text) {
    var now = Address.of(text);
    address.set(now);
    if (now instanceof Address.Whole && !chosen) {
      suggest(text.strip());
    }
  }

  /// Where a clone of it is kept, or beside it when something is there already.
  private void suggest(String text) {
    looking.cancel();
    into.set(Into.LOOKING);
    looking =
        fx.slow(
            cancel -> session.cloneFolder(text).map(CloneModel::firstFree),
            path ->
                path.ifPresentOrElse(
                    free -> {
                      suggesting = true;
                      folder.set(HomeModel.shown(free));
                      suggesting = false;
                    },
                    () -> look(folder.get())),
            problem -> into.set(Into.NO_PATH));
  }

  private static Path firstFree(Path wanted) {
    var name = HomeModel.name(wanted).replaceFirst("\\.git$", "");
    for (int i = 2; i < TRIED; i++) {
      var beside = i == 2 ? wanted : wanted.resolveSibling(name + "-" + (i - 1) + ".git");
      if (free(beside)) {
        return beside;
      }
    }
    return wanted;
  }

  private void look(String text) {
    looking.cancel();
    if (text.isBlank()) {
      into.set(Into.NOTHING);
      return;
    }
    var path = HomeModel.folder(text).filter(Path::isAbsolute);
    if (path.isEmpty()) {
      into.set(Into.NO_PATH);
      return;
    }
    into.set(Into.LOOKING);
    looking =
        fx.slow(
            cancel -> free(path.get()) ? Into.FREE : Into.TAKEN,
            into::set,
            problem -> into.set(Into.TAKEN));
  }

  private static boolean free(Path path) {
    if (!Files.exists(path)) {
      return true;
    }
    if (!Files.isDirectory(path)) {
      return false;
    }
    try (var inside = Files.newDirectoryStream(path)) {
      return !inside.iterator().hasNext();
    } catch (IOException e) {
      // what cannot be read cannot be written either
      return false;
    }
  }

  @Override
  public void close() {
    owned.close();
  }
}

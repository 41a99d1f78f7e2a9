package dev.plumbline.ui.shell;

import dev.plumbline.engine.Session;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.Problem;
import dev.plumbline.ui.kit.Choosers;
import dev.plumbline.ui.kit.Fx;
import dev.plumbline.ui.kit.Logo;
import dev.plumbline.ui.kit.Words;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.SnapshotParameters;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;

/// The one window: it shows a shell over a session, and exchanges both when the demo is asked for.
/// For the FX thread only.
final class MainWindow implements AutoCloseable {

  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;

  private final Stage stage;
  private final Fx fx;
  private final Words words;
  private final Choosers choosers;
  private final Optional<Supplier<Session>> demo;
  private Shell shell;
  private Cancel opening = new Cancel();

  /// @param demo makes the session of the demo; it may block. Empty when there is no demo
  MainWindow(
      Stage stage,
      Session session,
      Optional<Supplier<Session>> demo,
      Fx fx,
      Words words,
      Choosers choosers) {
    this.stage = stage;
    this.fx = fx;
    this.words = words;
    this.choosers = choosers;
    this.demo = demo;
    shell = shell(session, demo.map(d -> this::openDemo), WIDTH, HEIGHT);
    stage.setTitle("Plumbline");
    stage.setScene(shell.scene());
    stage.setMinWidth(1000);
    stage.setMinHeight(700);
    var picture = new SnapshotParameters();
    picture.setFill(Color.TRANSPARENT);
    picture.setTransform(Transform.scale(4, 4));
    stage.getIcons().add(new Logo().snapshot(picture, null));
    stage.show();
  }

  /// What it shows now.
  Shell shell() {
    return shell;
  }

  private Shell shell(Session session, Optional<Runnable> offered, double width, double height) {
    return new Shell(
        session, fx, words, Screens.of(session, fx, words, choosers), offered, width, height);
  }

  /// Makes the demo's session on a thread of its own while words and a Cancel lie over the window.
  private void openDemo() {
    opening.cancel();
    var asked = new Cancel();
    shell.wait(words.get("shell.demo.title"), words.get("shell.demo.what"), asked::cancel);
    opening = asked;
    fx.slow(
        c -> demo.orElseThrow().get(),
        made -> opened(made, asked),
        problem -> failed(problem, asked));
  }

  private void opened(Session made, Cancel asked) {
    if (asked.isCancelled()) {
      letGo(made::close);
      return;
    }
    var old = shell;
    shell = shell(made, Optional.empty(), old.scene().getWidth(), old.scene().getHeight());
    stage.setScene(shell.scene());
    letGo(old.leave()::close);
  }

  private void failed(Problem problem, Cancel asked) {
    if (!asked.isCancelled()) {
      shell.waitNoMore();
      shell.tell(problem);
    }
  }

  /// Closing a session may wait for its work.
  private void letGo(Runnable close) {
    fx.slow(
        c -> {
          close.run();
          return true;
        },
        done -> {},
        problem -> shell.tell(problem));
  }

  @Override
  public void close() {
    opening.cancel();
    shell.close();
  }
}

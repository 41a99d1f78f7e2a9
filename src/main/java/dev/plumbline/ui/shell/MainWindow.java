package dev.plumbline.ui.shell;

import dev.plumbline.engine.Session;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.Problem;
import dev.plumbline.ui.kit.Choosers;
import dev.plumbline.ui.kit.Fx;
import dev.plumbline.ui.kit.Logo;
import dev.plumbline.ui.kit.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.geometry.Rectangle2D;
import javafx.scene.SnapshotParameters;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;

/// The one window: it shows a shell over a session, and exchanges both when the demo is asked for.
/// For the FX thread only.
final class MainWindow {

  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;

  private final Stage stage;
  private final Fx fx;
  private final Words words;
  private final Choosers choosers;
  private final Optional<Supplier<Session>> demo;
  private Shell shell;
  private final PauseTransition settling = new PauseTransition(Duration.millis(600));
  private Session session;
  private Cancel opening = new Cancel();

  /// @param demo makes the session of the demo; it may block. Empty when there is no demo
  MainWindow(
      Stage stage,
      Session session,
      Optional<Supplier<Session>> demo,
      Arrival arrival,
      Fx fx,
      Words words,
      Choosers choosers) {
    this.stage = stage;
    this.fx = fx;
    this.words = words;
    this.choosers = choosers;
    this.demo = demo;
    this.session = session;
    shell = shell(session, demo.map(d -> this::openDemo), WIDTH, HEIGHT);
    stage.setTitle("Plumbline");
    stage.setScene(shell.scene());
    stage.setMinWidth(1000);
    stage.setMinHeight(700);
    place(Remembered.of(session.preferences().get()));
    var picture = new SnapshotParameters();
    picture.setFill(Color.TRANSPARENT);
    picture.setTransform(Transform.scale(4, 4));
    stage.getIcons().add(new Logo().snapshot(picture, null));
    stage.show();
    shell.arrive(arrival);
    settling.setOnFinished(e -> remember());
    for (var moved :
        List.of(
            stage.xProperty(), stage.yProperty(), stage.widthProperty(), stage.heightProperty())) {
      moved.addListener((p, old, now) -> settling.playFromStart());
    }
    stage.maximizedProperty().addListener((p, old, now) -> settling.playFromStart());
  }

  /// Where it was, if that is still on a screen.
  private void place(Remembered last) {
    last.boundsOn(Screen.getScreens().stream().map(Screen::getVisualBounds).toList())
        .ifPresent(b -> {
          stage.setX(b.getMinX());
          stage.setY(b.getMinY());
          stage.setWidth(b.getWidth());
          stage.setHeight(b.getHeight());
        });
    stage.setMaximized(last.maximised());
  }

  private void remember() {
    var bounds = new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
    boolean maximised = stage.isMaximized();
    session.prefer(p -> Remembered.bounds(p, bounds, maximised));
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
    session = made;
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

  /// Closes the window; what it remembers is on its way into the settings.
  ///
  /// @return the session, to be closed where it may block
  Session leave() {
    opening.cancel();
    settling.stop();
    remember();
    return shell.leave();
  }
}

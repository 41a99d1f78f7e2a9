package dev.plumbline.ui.shell;

import dev.plumbline.engine.Session;
import dev.plumbline.engine.Work;
import dev.plumbline.model.Problem;
import dev.plumbline.ui.kit.Choosers;
import dev.plumbline.ui.kit.Fx;
import dev.plumbline.ui.kit.Logo;
import dev.plumbline.ui.kit.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.geometry.Rectangle2D;
import javafx.scene.SnapshotParameters;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The one window: it shows a shell over a session, and exchanges both when the demo is asked for,
/// or left for the person's own repositories. For the FX thread only.
final class MainWindow implements Shown {

  static final double WIDTH = 1440;
  static final double HEIGHT = 900;

  private final Stage stage;
  private final Fx fx;
  private final Words words;
  private final Choosers choosers;
  private final Ways ways;
  private Shell shell;
  private final PauseTransition settling = new PauseTransition(Duration.millis(600));
  private Session session;
  private @Nullable Opening opening;

  /// @param stage may show something already: then this takes its place
  MainWindow(
      Stage stage,
      Session session,
      Ways ways,
      Arrival arrival,
      Fx fx,
      Words words,
      Choosers choosers) {
    this.stage = stage;
    this.fx = fx;
    this.words = words;
    this.choosers = choosers;
    this.ways = ways;
    this.session = session;
    var before = stage.getScene();
    shell =
        shell(
            session,
            before == null ? WIDTH : before.getWidth(),
            before == null ? HEIGHT : before.getHeight());
    stage.setScene(shell.scene());
    if (!stage.isShowing()) {
      dress(stage);
      place(Remembered.of(session.preferences().get()));
      stage.show();
    }
    shell.arrive(arrival);
    settling.setOnFinished(e -> remember());
    for (var moved :
        List.of(
            stage.xProperty(), stage.yProperty(), stage.widthProperty(), stage.heightProperty())) {
      moved.addListener((p, old, now) -> settling.playFromStart());
    }
    stage.maximizedProperty().addListener((p, old, now) -> settling.playFromStart());
  }

  /// What a window of this application has before anything is in it.
  static void dress(Stage stage) {
    stage.setTitle("Plumbline");
    stage.setMinWidth(1000);
    stage.setMinHeight(700);
    var picture = new SnapshotParameters();
    picture.setFill(Color.TRANSPARENT);
    picture.setTransform(Transform.scale(4, 4));
    stage.getIcons().add(new Logo().snapshot(picture, null));
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

  private Shell shell(Session session, double width, double height) {
    Optional<Runnable> toDemo =
        session.demo()
            ? Optional.empty()
            : Optional.of(() -> open(ways.demo(), "shell.demo.title", "shell.demo.what"));
    Optional<Runnable> toOwn =
        session.demo()
            ? Optional.of(() -> open(ways.own(), "shell.own.title", "shell.own.what"))
            : Optional.empty();
    return new Shell(
        session, fx, words, Screens.of(session, fx, words, choosers), toDemo, toOwn, width, height);
  }

  /// Makes the other session on a thread of its own while words and a Cancel lie over the window.
  private void open(Function<Work, Session> other, String title, String what) {
    stopOpening();
    var sheet = shell.wait(words.get(title), words.get(what), this::stopOpening);
    opening = new Opening(fx, other, sheet::show, this::opened, this::failed);
  }

  private void stopOpening() {
    var asked = opening;
    opening = null;
    if (asked != null) {
      asked.cancel();
    }
  }

  private void opened(Session made) {
    opening = null;
    var old = shell;
    session = made;
    shell = shell(made, old.scene().getWidth(), old.scene().getHeight());
    stage.setScene(shell.scene());
    letGo(old.leave()::close);
  }

  private void failed(Problem problem) {
    opening = null;
    shell.waitNoMore();
    shell.tell(problem);
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
  public Optional<Session> leave() {
    stopOpening();
    settling.stop();
    remember();
    return Optional.of(shell.leave());
  }
}

package dev.plumbline.ui.shell;

import dev.plumbline.engine.Session;
import dev.plumbline.model.Problem;
import dev.plumbline.ui.kit.Banner;
import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.Choosers;
import dev.plumbline.ui.kit.Fx;
import dev.plumbline.ui.kit.Keys;
import dev.plumbline.ui.kit.Theme;
import dev.plumbline.ui.kit.Words;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The window on the demo, from its first moment: while the demo is made it shows how far that is
/// and nothing else, then the demo. A person's own session is never beneath; it is made when the
/// demo is left for it. For the FX thread only.
final class DemoWindow implements Shown {

  private final Stage stage;
  private final Ways ways;
  private final Fx fx;
  private final Words words;
  private final Choosers choosers;
  private final StackPane root = new StackPane();
  private final Theme theme;
  private @Nullable Opening opening;
  private @Nullable MainWindow window;

  DemoWindow(Stage stage, Ways ways, Fx fx, Words words, Choosers choosers) {
    this.stage = stage;
    this.ways = ways;
    this.fx = fx;
    this.words = words;
    this.choosers = choosers;
    root.setId("demo-window");
    root.getStyleClass().add("window");
    var scene = new Scene(root, MainWindow.WIDTH, MainWindow.HEIGHT);
    theme = new Theme(scene, Session.Theme.SYSTEM);
    scene.addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> Keys.of(e, false).filter(k -> k == Keys.CLOSE).ifPresent(k -> stage.close()));
    MainWindow.dress(stage);
    stage.setScene(scene);
    make();
    stage.show();
  }

  private void make() {
    var sheet =
        new WaitSheet(
            words, words.get("shell.demo.title"), words.get("shell.demo.what"), stage::close);
    show(sheet.root(), sheet.focus());
    opening = new Opening(fx, ways.demo(), sheet::show, this::made, this::failed);
  }

  private void show(Region what, Node focus) {
    root.getChildren().setAll(what);
    focus.requestFocus();
  }

  private void made(Session session) {
    opening = null;
    theme.close();
    window = new MainWindow(stage, session, ways, Arrival.nowhere(), fx, words, choosers);
  }

  private void failed(Problem problem) {
    opening = null;
    var again = Buttons.primary("demo-again", words.get("shell.demo.again"), this::make);
    var close = Buttons.plain("demo-close", words.get("shell.demo.close"), stage::close);
    var verbs = new HBox(8, close, again);
    verbs.setAlignment(Pos.CENTER_RIGHT);
    var all = new VBox(12, new Banner("demo-problem", problem, words, Optional.empty()), verbs);
    all.getStyleClass().add("demo-failed");
    all.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    show(all, again);
  }

  @Override
  public Optional<Session> leave() {
    var making = opening;
    if (making != null) {
      making.cancel();
    }
    var shown = window;
    if (shown == null) {
      theme.close();
      return Optional.empty();
    }
    return shown.leave();
  }
}

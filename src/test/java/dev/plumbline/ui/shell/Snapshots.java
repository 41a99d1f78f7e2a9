package dev.plumbline.ui.shell;

import dev.plumbline.engine.Session;
import dev.plumbline.ui.FakeSession;
import dev.plumbline.ui.kit.Fx;
import dev.plumbline.ui.kit.Look;
import dev.plumbline.ui.kit.Place;
import dev.plumbline.ui.kit.Png;
import dev.plumbline.ui.kit.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.util.Duration;

/// Draws every screen in both themes, 1440 by 900, into `target/screens/`, to be looked at beside
/// the pictures of the design. Run: see CONTRIBUTING. An argument draws only the names that contain
/// it.
public final class Snapshots {
  private Snapshots() {}

  /// One picture: a session, a place, and what to do before it is taken.
  record Shot(
      String name,
      java.util.function.Supplier<FakeSession> session,
      Place place,
      double width,
      double height,
      Consumer<Shell> before) {
    Shot(String name, java.util.function.Supplier<FakeSession> session, Place place) {
      this(name, session, place, 1440, 900, s -> {});
    }
  }

  /// The same, to be looked at by tests.
  static Stream<EveryScreenTest.View> views() {
    return shots().stream()
        .map(s ->
            new EveryScreenTest.View(
                s.name(),
                s.session(),
                s.place(),
                s.width(),
                s.height(),
                (shell, session) -> s.before().accept(shell)));
  }

  static List<Shot> shots() {
    return List.of(
        new Shot("home", FakeSession::busy, new Place.Home()),
        new Shot("home-small", FakeSession::busy, new Place.Home(), 1000, 700, s -> {}),
        new Shot("home-fresh", FakeSession::fresh, new Place.Home()),
        new Shot("home-empty", FakeSession::empty, new Place.Home()),
        new Shot("home-one-stage", () -> FakeSession.of(4, List.of("prod-eu")), new Place.Home()),
        new Shot(
            "home-many",
            () ->
                FakeSession.of(
                    27,
                    List.of("dev", "test", "staging", "uat", "eu-1", "us-1", "prod-eu", "prod-us")),
            new Place.Home()),
        new Shot(
            "home-huge",
            () ->
                FakeSession.of(
                    72,
                    List.of("dev", "test", "staging", "uat", "eu-1", "us-1", "prod-eu", "prod-us")),
            new Place.Home()),
        new Shot("home-demo", FakeSession::demonstrated, new Place.Home()),
        new Shot(
            "home-demo-small", FakeSession::demonstrated, new Place.Home(), 1000, 700, s -> {}),
        new Shot(
            "home-filtered",
            FakeSession::busy,
            new Place.Home(),
            1440,
            900,
            s -> ((javafx.scene.control.ToggleButton) s.scene().lookup("#count-unknown")).fire()),
        new Shot("home-between", FakeSession::between, new Place.Home()),
        new Shot("home-empty-small", FakeSession::between, new Place.Home(), 1000, 700, s -> {}),
        new Shot("home-cloning", Clones::running, new Place.Home()),
        new Shot(
            "home-drawer", FakeSession::busy, new Place.Home(), 1440, 900, s -> s.drawer(true)),
        new Shot(
            "activity",
            FakeSession::busy,
            new Place.Activity(),
            1440,
            900,
            s -> press(s, "#record-r-api-staging-6")),
        new Shot("activity-small", FakeSession::busy, new Place.Activity(), 1000, 700, s -> {}),
        new Shot(
            "history-large-text",
            () -> looking(l -> l.withSize(20)),
            new Place.History(Optional.empty())),
        new Shot("activity-empty", FakeSession::fresh, new Place.Activity()),
        new Shot("settings", FakeSession::busy, new Place.Settings()),
        new Shot(
            "keys",
            FakeSession::busy,
            new Place.Home(),
            1440,
            900,
            s -> fire(s, javafx.scene.input.KeyCode.F1, false)),
        new Shot(
            "palette",
            FakeSession::busy,
            new Place.Home(),
            1440,
            900,
            s -> fire(s, javafx.scene.input.KeyCode.K, true)),
        new Shot("home-wide", FakeSession::busy, new Place.Home(), 1800, 900, s -> s.drawer(true)),
        new Shot(
            "home-large-text",
            () -> looking(l -> l.withSize(26)),
            new Place.Home(),
            1440,
            900,
            s -> {}),
        new Shot(
            "environment-large-text",
            () -> looking(l -> l.withSize(15)),
            new Place.Environment("checkout/prod-eu"),
            1440,
            900,
            s -> {}),
        new Shot(
            "history-compact",
            () -> looking(l -> l.withCompact(true)),
            new Place.History(Optional.empty())),
        new Shot("settings-compact", () -> looking(l -> l.withCompact(true)), new Place.Settings()),
        new Shot(
            "settings-key-taken",
            FakeSession::busy,
            new Place.Settings(),
            1440,
            900,
            s -> {
              ((javafx.scene.control.Button) s.scene().lookup("#key-change-drawer")).fire();
              fire(s, javafx.scene.input.KeyCode.K, true);
            }),
        new Shot(
            "notices",
            FakeSession::busy,
            new Place.Home(),
            1440,
            900,
            s -> ((javafx.scene.control.Button) s.scene().lookup("#notices-open")).fire()),
        new Shot("environment", FakeSession::busy, new Place.Environment("checkout/prod-eu")),
        new Shot(
            "environment-small",
            FakeSession::busy,
            new Place.Environment("checkout/prod-eu"),
            1000,
            700,
            s -> {}),
        new Shot(
            "environment-wide",
            FakeSession::busy,
            new Place.Environment("checkout/prod-eu"),
            1760,
            730,
            s -> {}),
        new Shot("plan", FakeSession::busy, new Place.Plan("checkout/prod-eu")),
        new Shot("history", FakeSession::busy, new Place.History(Optional.empty())));
  }

  private static FakeSession looking(UnaryOperator<Look> change) {
    var session = FakeSession.busy();
    session.prefer(p -> change.apply(Look.of(p)).in(p));
    return session;
  }

  private static void press(Shell shell, String id) {
    var node = shell.scene().lookup(id);
    if (node != null) {
      node.requestFocus();
      node.fireEvent(key(javafx.scene.input.KeyCode.ENTER, false));
    }
  }

  private static void fire(Shell shell, javafx.scene.input.KeyCode code, boolean control) {
    shell.scene().getRoot().fireEvent(key(code, control));
  }

  private static javafx.scene.input.KeyEvent key(javafx.scene.input.KeyCode code, boolean control) {
    return new javafx.scene.input.KeyEvent(
        javafx.scene.input.KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false);
  }

  public static void main(String[] args) throws Exception {
    var only = args.length > 0 ? args[0] : "";
    var started = new CountDownLatch(1);
    Platform.setImplicitExit(false);
    Platform.startup(started::countDown);
    started.await();
    draw(only);
    Platform.exit();
  }

  /// Draws the pictures whose name contains a text, on a toolkit that runs.
  ///
  /// @return the files
  static List<Path> draw(String only) throws Exception {
    var files = new ArrayList<Path>();
    for (var shot : shots()) {
      for (var theme : List.of(Session.Theme.LIGHT, Session.Theme.DARK)) {
        if (shot.name().contains(only)) {
          files.add(take(shot, theme));
        }
      }
    }
    return files;
  }

  private static Path take(Shot shot, Session.Theme theme) throws Exception {
    var done = new CompletableFuture<Path>();
    Platform.runLater(() -> guarded(done, () -> open(shot, theme, done)));
    return done.get(240, TimeUnit.SECONDS);
  }

  private static void open(Shot shot, Session.Theme theme, CompletableFuture<Path> done) {
    var file =
        Path.of(
            "target/screens", shot.name() + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
    var session = shot.session().get();
    session.prefer(p -> p.withTheme(theme));
    var fx = Fx.toolkit();
    var words = Words.load();
    var real = Screens.of(session, fx, words, (o, t, s) -> Optional.empty());
    Screens screens = (place, nav) -> real.open(place, Clones.withDemo(nav));
    var shell = new Shell(session, fx, words, screens, shot.width(), shot.height());
    var stage = new Stage();
    stage.setScene(shell.scene());
    stage.show();
    shell.go(shot.place());
    after(
        done,
        () -> {
          shot.before().accept(shell);
          after(
              done,
              () -> {
                Png.write(shell.scene().snapshot(null), file);
                stage.close();
                shell.close();
                done.complete(file);
              });
        });
  }

  /// The headless platform loses what a task throws.
  private static void guarded(CompletableFuture<Path> done, Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      done.completeExceptionally(e);
    }
  }

  private static void after(CompletableFuture<Path> done, Runnable task) {
    var pause = new PauseTransition(Duration.millis(300));
    pause.setOnFinished(e -> guarded(done, task));
    pause.play();
  }
}

package dev.plumbline.ui.shell;

import dev.plumbline.engine.Session;
import dev.plumbline.ui.kit.Choosers;
import dev.plumbline.ui.kit.Fx;
import dev.plumbline.ui.kit.Words;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The JavaFX application: one [MainWindow]. Started by [Launch] only.
public final class PlumblineApp extends Application {

  private static volatile @Nullable Handed handed;

  private static volatile @Nullable Session left;

  private @Nullable MainWindow window;

  /// What the window will show.
  private record Handed(
      Supplier<Session> session, Optional<Supplier<Session>> demo, Arrival arrival, Words words) {}

  /// To be called before launch, because the toolkit makes the application itself.
  static void hand(Supplier<Session> session, Optional<Supplier<Session>> demo, Arrival arrival) {
    // read here, before there is an FX thread to block
    handed = new Handed(session, demo, arrival, Words.load());
  }

  @Override
  public void start(Stage stage) {
    var what = Objects.requireNonNull(handed, "nothing was handed over before launch");
    window =
        new MainWindow(
            stage,
            what.session().get(),
            what.demo(),
            what.arrival(),
            Fx.toolkit(),
            what.words(),
            Choosers.system());
    new FirstPulses().start();
  }

  @Override
  public void stop() {
    var made = window;
    if (made != null) {
      left = made.leave();
    }
  }

  /// Closes the session of the window that was closed; to be called after launch, off the FX
  /// thread.
  static void end() {
    var session = left;
    if (session != null) {
      session.close();
    }
  }
}

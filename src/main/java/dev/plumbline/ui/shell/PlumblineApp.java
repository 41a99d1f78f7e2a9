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

/// The JavaFX application: one window. Started by [Launch] only.
public final class PlumblineApp extends Application {

  private static volatile @Nullable Handed handed;

  private static volatile @Nullable Session left;

  private @Nullable Shown shown;

  /// What the window will show.
  ///
  /// @param session empty: the demo, which is made in the window
  private record Handed(
      Optional<Supplier<Session>> session, Ways ways, Arrival arrival, Words words) {}

  /// To be called before launch, because the toolkit makes the application itself.
  static void hand(Optional<Supplier<Session>> session, Ways ways, Arrival arrival) {
    // read here, before there is an FX thread to block
    handed = new Handed(session, ways, arrival, Words.load());
  }

  @Override
  public void start(Stage stage) {
    var what = Objects.requireNonNull(handed, "nothing was handed over before launch");
    var fx = Fx.toolkit();
    LastPulse.hold(fx);
    var choosers = Choosers.system();
    shown =
        what.session().isEmpty()
            ? new DemoWindow(stage, what.ways(), fx, what.words(), choosers)
            : new MainWindow(
                stage,
                what.session().get().get(),
                what.ways(),
                what.arrival(),
                fx,
                what.words(),
                choosers);
    new FirstPulses().start();
  }

  @Override
  public void stop() {
    var window = shown;
    if (window != null) {
      left = window.leave().orElse(null);
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

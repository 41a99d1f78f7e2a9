package dev.plumbline.ui.shell;

import dev.plumbline.engine.Session;
import dev.plumbline.model.Problem;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Application;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one way into the window.
public final class Launch {

  private static final Logger LOG = LoggerFactory.getLogger(Launch.class);

  private Launch() {}

  /// Opens the window, which offers the demo, and returns when it is closed. To be called once in
  /// the life of a process.
  ///
  /// @param session made on the FX thread before the window shows; it must not block
  /// @param ways to the demo and back, when a person asks for it; the session before is closed
  /// @param arrival where to begin
  /// @return the exit code: 0, or 2 when no window can be opened here
  public static int run(Supplier<Session> session, Ways ways, Arrival arrival) {
    return launch(Optional.of(session), ways, arrival);
  }

  /// Opens the window at once and makes the demo in it, with the progress of the making, and
  /// returns when it is closed. To be called once in the life of a process.
  ///
  /// @param ways to the demo, and from it to the person's own repositories
  /// @return the exit code: 0, or 2 when no window can be opened here
  public static int demo(Ways ways) {
    return launch(Optional.empty(), ways, Arrival.nowhere());
  }

  private static int launch(Optional<Supplier<Session>> session, Ways ways, Arrival arrival) {
    var obstacle = obstacle();
    if (obstacle.isPresent()) {
      LOG.error(obstacle.get().sentence());
      return 2;
    }
    PlumblineApp.hand(session, ways, arrival);
    Application.launch(PlumblineApp.class);
    PlumblineApp.end();
    return 0;
  }

  /// Why no window can be opened here; empty when nothing is known against it. The toolkit is not
  /// asked: without a display it would end the process. Missing libraries are named with the
  /// packages that bring them, in the detail.
  public static Optional<Problem> obstacle() {
    return Obstacles.window(new ThisMachine());
  }

  /// Why a [Tour] cannot be taken here, which needs no display.
  public static Optional<Problem> tourObstacle() {
    return Obstacles.pictures(new ThisMachine());
  }
}

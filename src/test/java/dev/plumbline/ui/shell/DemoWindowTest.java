package dev.plumbline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Session;
import dev.plumbline.engine.Work;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.ui.FakeSession;
import dev.plumbline.ui.kit.Fx;
import dev.plumbline.ui.kit.Words;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The way into the demo: from its own window, and from the welcome of a window that has a session.
@ExtendWith(ApplicationExtension.class)
class DemoWindowTest {

  private static final Problem FULL =
      new Problem.Unexpected("There is no folder for the demo", "/tmp", "Free some space", "");

  private final BlockingQueue<Object> ends = new ArrayBlockingQueue<>(2);
  private final BlockingQueue<Work> asked = new ArrayBlockingQueue<>(2);
  private final Fx fx = Fx.toolkit();
  private Stage stage;

  @Start
  void start(Stage first) {
    Platform.setImplicitExit(false);
    stage = first;
  }

  /// Makes a session when the test says so; fails when it says that.
  private Session demo(Work work) {
    asked.add(work);
    try {
      var end = ends.poll(20, TimeUnit.SECONDS);
      if (end instanceof FakeSession session) {
        return session;
      }
      throw new ProblemException(end instanceof Problem problem ? problem : FULL);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private DemoWindow alone(FxRobot robot) {
    var made = new DemoWindow[1];
    robot.interact(() ->
        made[0] = new DemoWindow(stage, ways(), fx, Words.load(), (o, t, s) -> Optional.empty()));
    return made[0];
  }

  /// To the demo, and to a session of one's own that is made in the same way.
  private Ways ways() {
    return new Ways(this::demo, this::demo);
  }

  private Work asked() throws InterruptedException {
    return Optional.ofNullable(asked.poll(20, TimeUnit.SECONDS)).orElseThrow();
  }

  private static void until(BooleanSupplier seen) throws Exception {
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, seen::getAsBoolean);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static boolean there(FxRobot robot, String id) {
    return robot.lookup(id).tryQuery().isPresent();
  }

  @Test
  void theWindowIsThereBeforeTheDemoAndTellsHowFarItIs(FxRobot robot) throws Exception {
    var window = alone(robot);
    var work = asked();
    assertThat(stage.isShowing()).isTrue();
    assertThat(there(robot, "#home")).isFalse();

    work.progress("Syncing checkout/prod-eu", 7, 40);
    until(() -> robot.lookup("#wait-doing").queryAs(Labeled.class).getText().contains("prod-eu"));
    assertThat(robot.lookup("#wait-progress").query().getAccessibleText())
        .isEqualTo("Syncing checkout/prod-eu 7 of 40");
    assertThat(stage.getScene().getFocusOwner().getId()).isEqualTo("wait-cancel");

    var session = FakeSession.busy();
    ends.add(session);
    until(() -> there(robot, "#home"));
    assertThat(there(robot, "#wait-sheet")).isFalse();
    robot.interact(() -> assertThat(window.leave()).containsSame(session));
  }

  @Test
  void cancelAndEscapeCloseTheWindowAndWhatComesAllTheSameIsClosed(FxRobot robot) throws Exception {
    var window = alone(robot);
    var work = asked();
    robot.push(KeyCode.ESCAPE);
    until(() -> !stage.isShowing());
    robot.interact(() -> assertThat(window.leave()).isEmpty());
    assertThat(work.cancelToken().isCancelled()).isTrue();

    var late = FakeSession.busy();
    ends.add(late);
    until(() -> late.asked.contains("close"));
    assertThat(there(robot, "#home")).isFalse();
  }

  @Test
  void aFailureIsABannerAndIsTriedAgain(FxRobot robot) throws Exception {
    var window = alone(robot);
    asked();
    ends.add(FULL);
    until(() -> there(robot, "#demo-problem"));
    assertThat(robot.lookup("#demo-problem").query().getAccessibleText())
        .contains("There is no folder for the demo", "Free some space");
    robot.interact(() -> robot.lookup("#demo-again").queryAs(ButtonBase.class).fire());
    asked();
    assertThat(there(robot, "#demo-problem")).isFalse();
    ends.add(FakeSession.busy());
    until(() -> there(robot, "#home"));
    robot.interact(window::leave);
  }

  @Test
  void fromTheWelcomeToTheDemoAfterACancelAndAFailure(FxRobot robot) throws Exception {
    var own = FakeSession.empty();
    var made = new MainWindow[1];
    robot.interact(() ->
        made[0] =
            new MainWindow(
                stage,
                own,
                ways(),
                Arrival.last(Optional.empty(), List.of()),
                fx,
                Words.load(),
                (o, t, s) -> Optional.empty()));
    until(() -> there(robot, "#demo-go"));

    robot.interact(() -> robot.lookup("#demo-go").queryAs(ButtonBase.class).fire());
    var first = asked();
    robot.interact(() -> robot.lookup("#wait-cancel").queryAs(ButtonBase.class).fire());
    assertThat(first.cancelToken().isCancelled()).isTrue();
    assertThat(there(robot, "#wait-sheet")).isFalse();
    ends.add(FULL);

    robot.interact(() -> robot.lookup("#demo-go").queryAs(ButtonBase.class).fire());
    asked();
    ends.add(FULL);
    until(() -> there(robot, "#window-problem"));
    assertThat(there(robot, "#wait-sheet")).isFalse();

    robot.interact(() -> robot.lookup("#demo-go").queryAs(ButtonBase.class).fire());
    asked();
    var session = FakeSession.busy();
    ends.add(session);
    until(() -> there(robot, "#home-title"));
    until(() -> own.asked.contains("close"));
    robot.interact(() -> assertThat(made[0].leave()).containsSame(session));
  }

  @Test
  void theDemoIsLeftForOnesOwnRepositories(FxRobot robot) throws Exception {
    var window = alone(robot);
    asked();
    var made = FakeSession.demonstrated();
    ends.add(made);
    until(() -> there(robot, "#demo-own"));

    robot.interact(() -> robot.lookup("#demo-own").queryAs(ButtonBase.class).fire());
    asked();
    assertThat(there(robot, "#wait-sheet")).isTrue();
    var own = FakeSession.empty();
    ends.add(own);
    until(() -> there(robot, "#demo-go"));
    until(() -> made.asked.contains("close"));
    assertThat(there(robot, "#demo-ribbon")).isFalse();
    robot.interact(() -> assertThat(window.leave()).containsSame(own));
  }
}

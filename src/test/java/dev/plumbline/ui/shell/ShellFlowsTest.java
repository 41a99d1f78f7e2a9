package dev.plumbline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Session;
import dev.plumbline.ui.FakeSession;
import dev.plumbline.ui.kit.Fx;
import dev.plumbline.ui.kit.Place;
import dev.plumbline.ui.kit.Words;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A person's way through the window, with mouse and keys; while a watchdog sees that nothing holds
/// the FX thread.
@ExtendWith(ApplicationExtension.class)
class ShellFlowsTest {

  /// A single step may draw a whole screen on a loaded machine; blocking work takes longer.
  private static final long HELD_MILLIS = 5000;

  private final FakeSession session = FakeSession.busy();
  private Shell shell;

  @Start
  void start(Stage stage) {
    var fx = Fx.toolkit();
    var words = Words.load();
    shell =
        new Shell(
            session,
            fx,
            words,
            Screens.of(session, fx, words, (o, t, s) -> Optional.empty()),
            1000,
            900);
    stage.setScene(shell.scene());
    stage.show();
  }

  @AfterEach
  void hidePopups() {
    WaitForAsyncUtils.asyncFx(() ->
        Window.getWindows().stream()
            .filter(w -> w instanceof PopupWindow)
            .toList()
            .forEach(Window::hide));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void alive() throws InterruptedException {
    var answered = new CountDownLatch(1);
    Platform.runLater(answered::countDown);
    assertThat(answered.await(HELD_MILLIS, TimeUnit.MILLISECONDS))
        .as("the FX thread answers")
        .isTrue();
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(Labeled.class).getText();
  }

  @Test
  void fromHomeToAnEnvironmentAndBackThenTheThemeByKeysAlone(FxRobot robot)
      throws InterruptedException {
    alive();
    assertThat(text(robot, "#home-title")).isEqualTo("7 things need you");
    assertThat(session.asked).noneMatch(a -> a.startsWith("compare") || a.startsWith("hold"));

    robot.clickOn("#look-api-staging");
    alive();
    assertThat(robot.lookup("#environment").tryQuery()).isPresent();
    robot.push(KeyCode.ALT, KeyCode.LEFT);
    alive();
    assertThat(robot.lookup("#home").tryQuery()).isPresent();

    robot.push(KeyCode.CONTROL, KeyCode.DIGIT7);
    alive();
    robot.interact(() -> robot.lookup("#theme-dark").query().requestFocus());
    robot.push(KeyCode.SPACE);
    alive();
    assertThat(session.preferences().get().theme()).isEqualTo(Session.Theme.DARK);
    assertThat(shell.scene().getRoot().getPseudoClassStates())
        .contains(PseudoClass.getPseudoClass("dark"));
  }

  @Test
  void paletteDrawerAndKeysOpenAndCloseAndGiveTheFocusBack(FxRobot robot)
      throws InterruptedException {
    robot.interact(() -> robot.lookup("#compare-all").query().requestFocus());
    robot.push(KeyCode.CONTROL, KeyCode.K);
    robot.write("prod-eu checkout").push(KeyCode.ENTER);
    alive();
    assertThat(robot.lookup("#environment").tryQuery()).isPresent();
    assertThat(shell.scene().getRoot().getPseudoClassStates())
        .contains(PseudoClass.getPseudoClass("production"));

    robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
    robot.push(KeyCode.CONTROL, KeyCode.J);
    alive();
    robot.clickOn("#drawer-cancel-w1");
    assertThat(session.asked).contains("cancel w1");
    robot.push(KeyCode.ESCAPE);
    alive();
    assertThat(robot.lookup("#drawer").query().isVisible()).isFalse();

    robot.interact(() -> robot.lookup("#compare-all").query().requestFocus());
    robot.push(KeyCode.F1);
    alive();
    assertThat(robot.lookup("#keys-sheet").tryQuery()).isPresent();
    robot.push(KeyCode.ESCAPE);
    alive();
    assertThat(robot.lookup("#keys-sheet").tryQuery()).isEmpty();
    assertThat(shell.scene().getFocusOwner().getId()).isEqualTo("compare-all");
  }

  @Test
  void theLastCrumbIsWholeAndNothingCoversIt(FxRobot robot) throws InterruptedException {
    robot.interact(() -> shell.go(new Place.Plan("checkout/prod-eu")));
    alive();
    var last = robot.lookup("#top-bar .head").queryAs(Region.class);
    var tag = robot.lookup("#top-bar .production-tag").query();
    var palette = robot.lookup("#palette-open").query();
    assertThat(last.getWidth()).isGreaterThanOrEqualTo(last.prefWidth(-1));
    assertThat(left(tag)).isGreaterThanOrEqualTo(right(last));
    assertThat(left(palette)).isGreaterThanOrEqualTo(right(tag));
    assertThat(left(robot.lookup("#running").query())).isGreaterThanOrEqualTo(right(palette));
  }

  private static double left(Node node) {
    return node.localToScene(node.getLayoutBounds()).getMinX();
  }

  private static double right(Node node) {
    return node.localToScene(node.getLayoutBounds()).getMaxX();
  }

  @Test
  void anUnmappedClusterIsAskedInPlace(FxRobot robot) throws InterruptedException {
    robot.clickOn("#map-context-prod-us");
    robot.clickOn("us-1");
    robot.clickOn("#map-use-prod-us");
    for (int i = 0; i < 50 && !session.asked.contains("map prod-us to us-1"); i++) {
      alive();
    }
    assertThat(session.asked).contains("map prod-us to us-1");
  }

  @Test
  void everyControlOfEveryPlaceHasAnIdAndAName(FxRobot robot) throws InterruptedException {
    for (var key :
        new KeyCode[] {
          KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT6, KeyCode.DIGIT7
        }) {
      robot.push(KeyCode.CONTROL, key);
      alive();
      for (Node control :
          robot
              .lookup((Node n) ->
                  n.isFocusTraversable()
                      && n.isVisible()
                      && (n instanceof ButtonBase
                          || n instanceof TextInputControl
                          || n instanceof ComboBoxBase
                          || (n instanceof Region
                              && n.getAccessibleRole() == javafx.scene.AccessibleRole.BUTTON)))
              .queryAll()) {
        assertThat(control.getId()).as("id of %s", control).isNotBlank();
        assertThat(control.getAccessibleText()).as("name of %s", control).isNotBlank();
      }
    }
  }
}

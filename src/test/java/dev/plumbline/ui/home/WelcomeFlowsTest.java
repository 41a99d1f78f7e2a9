package dev.plumbline.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Session;
import dev.plumbline.model.Problem;
import dev.plumbline.ui.FakeNav;
import dev.plumbline.ui.FakeSession;
import dev.plumbline.ui.kit.Fx;
import dev.plumbline.ui.kit.Place;
import dev.plumbline.ui.kit.Theme;
import dev.plumbline.ui.kit.Words;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The first minute of a person, by keys alone.
@ExtendWith(ApplicationExtension.class)
class WelcomeFlowsTest {

  private static final String URL = "https://github.com/acme/shop-config.git";

  @TempDir private static Path base;
  private final FakeSession session = FakeSession.between();
  private final FakeNav nav = new FakeNav();
  private Scene scene;

  @Start
  void start(Stage stage) {
    nav.demo = Optional.of(() -> nav.went.add(new Place.Home()));
    var home =
        new HomeScreen(session, Fx.toolkit(), Words.load(), nav, (o, t, s) -> Optional.empty());
    scene = new Scene(home.root(), 990, 990);
    home.root().getProperties().put("theme", new Theme(scene, Session.Theme.LIGHT));
    stage.setScene(scene);
    stage.show();
    home.firstFocus().requestFocus();
  }

  @Test
  void byKeysAloneToARecentRepositoryACloneAndTheDemo(FxRobot robot) {
    until(() -> focused().equals("open-recent-0"));
    robot.push(KeyCode.TAB).push(KeyCode.ENTER);
    assertThat(session.asked).containsExactly("open /home/noor/src/platform-config");

    for (int i = 0; i < 3; i++) {
      robot.push(KeyCode.TAB);
    }
    assertThat(focused()).isEqualTo("clone-url");
    robot.write("github");
    assertThat(text(robot, "#clone-understood")).startsWith("github is not an address");
    robot.eraseText(6).write(URL);
    assertThat(text(robot, "#clone-understood"))
        .isEqualTo("shop-config, over HTTPS from github.com");
    robot.push(KeyCode.TAB).push(KeyCode.CONTROL, KeyCode.A).write(base.resolve("new").toString());
    until(() -> text(robot, "#clone-into").equals("It is free."));
    robot.push(KeyCode.ENTER);
    assertThat(session.asked).contains("clone " + URL + " to " + base.resolve("new"));

    var work = session.started.getFirst();
    work.progress("receiving objects", 1204, 3379);
    until(() -> text(robot, "#clone-far").equals("1,204 of 3,379"));
    assertThat(focused()).isEqualTo("clone-cancel");
    robot.push(KeyCode.SPACE);
    assertThat(session.asked).contains("cancel " + work.state().get().id());

    work.end(Optional.of(new Problem.Auth("github.com asks who you are", URL, "Log in", "401")));
    until(() -> robot.lookup("#clone-problem").tryQuery().isPresent());
    assertThat(robot.lookup("#clone-problem").<Node>query().getAccessibleText())
        .startsWith("github.com asks who you are.");

    robot.interact(() -> scene.lookup("#demo-go").requestFocus());
    robot.push(KeyCode.SPACE);
    assertThat(nav.went).hasSize(1);
  }

  private String focused() {
    WaitForAsyncUtils.waitForFxEvents();
    var owner = scene.getFocusOwner();
    return owner == null ? "" : owner.getId();
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup(id).tryQueryAs(Labeled.class).map(Labeled::getText).orElse("");
  }

  private static void until(BooleanSupplier there) {
    try {
      WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, there::getAsBoolean);
    } catch (TimeoutException e) {
      throw new AssertionError("it did not come", e);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }
}

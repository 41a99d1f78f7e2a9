package dev.plumbline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Session;
import dev.plumbline.ui.kit.Icons;
import dev.plumbline.ui.kit.Theme;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What the walk of all screens looks for, it finds where it is wrong: else its silence would say
/// nothing.
@ExtendWith(ApplicationExtension.class)
class WalkFindsTest {

  private Stage stage;

  @Start
  void start(Stage first) {
    stage = first;
  }

  private Set<String> found(
      FxRobot robot, Session.Theme theme, BiConsumer<Node, Set<String>> look, Node... nodes) {
    var found = new TreeSet<String>();
    robot.interact(() -> {
      var root = new VBox(8, nodes);
      root.getStyleClass().add("window");
      var scene = new Scene(root, 400, 300);
      new Theme(scene, theme).close();
      stage.setScene(scene);
      stage.show();
    });
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(() -> {
      var root = stage.getScene().getRoot();
      root.applyCss();
      root.layout();
      look.accept(root, found);
    });
    return found;
  }

  @ParameterizedTest
  @EnumSource(
      value = Session.Theme.class,
      names = {"LIGHT", "DARK"})
  void textAndIconsThatDoNotStandOut(Session.Theme theme, FxRobot robot) {
    var faint = new Label("hard to read");
    faint.setStyle("-fx-text-fill: -color-border-default");
    var clear = new Label("easy to read");
    var icon = Icons.small("mdi2c-check");
    icon.setOpacity(0.1);
    var disabled = new Label("needs not be read");
    disabled.setStyle("-fx-text-fill: -color-border-default");
    disabled.setDisable(true);

    assertThat(
            found(robot, theme, (n, f) -> Contrast.check(n, "", f), faint, clear, icon, disabled))
        .hasSize(2)
        .anyMatch(l -> l.contains("hard to read"))
        .anyMatch(l -> l.contains("mdi2c-check"));
  }

  @Test
  void controlsWithoutIdOrNameOrRoom(FxRobot robot) {
    var nobody = new Button("Named by its text");
    var nameless = new Button();
    nameless.setId("nameless");
    nameless.setMinSize(30, 30);
    var small = new Button("x");
    small.setId("small");
    small.setStyle("-fx-padding: 0");
    small.setMinSize(10, 10);
    small.setMaxSize(10, 10);
    var good = new Button("Good");
    good.setId("good");
    var roleless = new VBox(new Label("Takes the focus"));
    roleless.setId("roleless");
    roleless.setFocusTraversable(true);
    roleless.setAccessibleText("Named");
    roleless.setMinSize(30, 30);

    assertThat(
            found(
                robot,
                Session.Theme.LIGHT,
                (n, f) -> Controls.check(n, "", f),
                nobody,
                nameless,
                small,
                good,
                roleless))
        .hasSize(4)
        .anyMatch(l -> l.contains("Button null has no id"))
        .anyMatch(l -> l.contains("nameless has no name"))
        .anyMatch(l -> l.contains("small is 10 by"))
        .anyMatch(l -> l.contains("roleless has no role"));
  }
}

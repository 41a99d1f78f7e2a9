package dev.plumbline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Session;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.StepResult;
import dev.plumbline.ui.environment.EnvironmentScreen;
import dev.plumbline.ui.history.HistoryScreen;
import dev.plumbline.ui.kit.Fx;
import dev.plumbline.ui.kit.Keys;
import dev.plumbline.ui.kit.Nav;
import dev.plumbline.ui.kit.Place;
import dev.plumbline.ui.kit.Screen;
import dev.plumbline.ui.kit.Theme;
import dev.plumbline.ui.kit.Words;
import dev.plumbline.ui.plan.PlanScreen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A person's way through the three screens, with mouse and keys.
@ExtendWith(ApplicationExtension.class)
class ScreenFlowsTest implements Nav {

  private static final Words WORDS = Words.load();
  private final FakeSession session = FakeSession.busy();
  private final List<Place> went = new ArrayList<>();
  private BorderPane frame;

  @Start
  void start(Stage stage) {
    frame = new BorderPane();
    var scene = new Scene(frame, 990, 800);
    frame.getProperties().put("theme", new Theme(scene, Session.Theme.LIGHT));
    stage.setScene(scene);
    stage.show();
  }

  private <S extends Screen> S open(FxRobot robot, java.util.function.Supplier<S> make) {
    var made = new ArrayList<S>();
    robot.interact(() -> {
      made.add(make.get());
      frame.setCenter(made.getFirst().root());
      made.getFirst().firstFocus().requestFocus();
    });
    return made.getFirst();
  }

  @Test
  void selectingAResourceShowsItsFieldsAndReviewSyncGoesToThePlan(FxRobot robot) {
    open(
        robot,
        () ->
            new EnvironmentScreen(
                session, Fx.toolkit(), WORDS, this, new Place.Environment("checkout/prod-eu")));
    assertThat(text(robot, "#environment-selected")).isEqualTo("Deployment checkout");
    assertThat(robot.lookup(".field-card").queryAll()).hasSize(3);

    robot.clickOn("#environment-filter").write("autoscaler").push(KeyCode.TAB);
    ListView<?> list = robot.lookup("#environment-resources").query();
    assertThat(list.getItems()).hasSize(1);
    robot.clickOn("#resource-HorizontalPodAutoscaler-checkout");
    assertThat(text(robot, "#environment-selected")).isEqualTo("HorizontalPodAutoscaler checkout");
    Node card = robot.lookup("#field-card-0").query();
    assertThat(card.getAccessibleText())
        .startsWith(".spec.maxReplicas. Git wants 10, the cluster has 20. Drifted.")
        .contains("kubectl-edit");

    robot.clickOn("#environment-tab-yaml");
    assertThat(robot.lookup("#environment-fields").tryQuery()).isEmpty();

    robot.clickOn("#environment-review");
    assertThat(went).contains(new Place.Plan("checkout/prod-eu"));
    for (var control : robot.lookup(n -> n instanceof Button && n.isVisible()).queryAll()) {
      assertThat(control.getId()).as("id of %s", control).isNotBlank();
      assertThat(control.getAccessibleText()).as("name of %s", control).isNotBlank();
    }
  }

  @Test
  void aReviewIsDryRunThenReleasedByTypingTheNameThenFollowed(FxRobot robot) {
    open(
        robot,
        () ->
            new PlanScreen(session, Fx.toolkit(), WORDS, this, new Place.Plan("checkout/prod-eu")));
    waitFor(robot, () -> robot.lookup("#plan-apply").tryQuery().isPresent());
    Button apply = robot.lookup("#plan-apply").query();
    assertThat(apply.isDisabled()).isTrue();

    robot.clickOn("#plan-dry-run");
    finish(robot);
    waitFor(robot, () -> robot.lookup("#plan-done").tryQuery().isPresent());
    assertThat(session.asked).contains("dry-run checkout/prod-eu");
    assertThat(apply.isDisabled()).isTrue();

    robot.clickOn("#plan-typed").write("checkout/prod-eu");
    assertThat(apply.isDisabled()).isFalse();
    robot.clickOn("#plan-apply");
    assertThat(robot.lookup("#plan-cancel").tryQuery()).isPresent();
    finish(robot);
    waitFor(robot, () -> robot.lookup("#plan-back").tryQuery().isPresent());
    assertThat(session.asked).contains("sync checkout/prod-eu");
    robot.clickOn("#plan-back");
    assertThat(went).contains(new Place.Environment("checkout/prod-eu"));
  }

  @Test
  void theHistoryIsSearchedAndAParentIsFollowed(FxRobot robot) {
    var screen =
        open(
            robot,
            () ->
                new HistoryScreen(
                    session, Fx.toolkit(), WORDS, this, new Place.History(Optional.empty())));
    waitFor(robot, () -> robot.lookup("#history-commits").tryQuery().isPresent());
    ListView<?> list = robot.lookup("#history-commits").query();
    int all = list.getItems().size();
    assertThat(text(robot, "#history-count")).isEqualTo(all + " commits");
    robot.clickOn("#history-parent-e5530fd");
    assertThat(text(robot, "#history-subject")).startsWith("Merge #481");

    robot.clickOn("#history-search").write("mara");
    waitFor(robot, () -> text(robot, "#history-matches").startsWith("1 of "));
    robot.push(KeyCode.ENTER);
    assertThat(text(robot, "#history-matches")).startsWith("2 of ");
    assertThat(list.getItems()).hasSize(all);
    robot.interact(() -> assertThat(screen.act(Keys.CLOSE)).isTrue());
    assertThat(robot.lookup("#history-matches").query().getParent().isVisible()).isFalse();
  }

  private void finish(FxRobot robot) {
    var work = session.started.getLast();
    var plan = session.plan("checkout/prod-eu", dev.plumbline.model.Cancel.never());
    for (var step : plan.steps()) {
      var action =
          switch (step) {
            case Step.Apply a -> a.action() == Step.Action.CREATE ? "create" : "change";
            case Step.AwaitCrd a -> "await-crd";
          };
      work.result(
          new StepResult(
              step.ref(),
              action,
              StepResult.Outcome.DONE,
              Optional.empty(),
              Duration.ofMillis(90)));
    }
    work.end(Optional.empty());
    robot.interrupt();
  }

  private static String text(FxRobot robot, String id) {
    return ((Labeled) robot.lookup(id).query()).getText();
  }

  private static void waitFor(FxRobot robot, java.util.function.BooleanSupplier there) {
    try {
      org.testfx.util.WaitForAsyncUtils.waitFor(
          20, java.util.concurrent.TimeUnit.SECONDS, there::getAsBoolean);
    } catch (java.util.concurrent.TimeoutException e) {
      throw new AssertionError("it did not appear", e);
    }
    robot.interrupt();
  }

  @Override
  public void go(Place place) {
    went.add(place);
  }

  @Override
  public void here(Place place) {}

  @Override
  public void back() {}

  @Override
  public void forward() {}

  @Override
  public void drawer(boolean open) {}
}

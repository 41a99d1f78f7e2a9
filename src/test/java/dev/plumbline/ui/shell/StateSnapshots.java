package dev.plumbline.ui.shell;

import dev.plumbline.engine.Session;
import dev.plumbline.engine.Work;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.StepResult;
import dev.plumbline.plan.StepResult.Outcome;
import dev.plumbline.plan.SyncPlan;
import dev.plumbline.ui.FakeSession;
import dev.plumbline.ui.Samples;
import dev.plumbline.ui.kit.Fx;
import dev.plumbline.ui.kit.Look;
import dev.plumbline.ui.kit.Place;
import dev.plumbline.ui.kit.Png;
import dev.plumbline.ui.kit.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.control.ButtonBase;
import javafx.stage.Stage;

/// Draws the states of an environment, a review and the history, in both themes, into
/// `target/screens/`. Run as [Snapshots]; an argument draws only the names that contain it.
public final class StateSnapshots {
  private StateSnapshots() {}

  private record Shot(
      String name,
      Place place,
      boolean small,
      Consumer<FakeSession> prepare,
      BiConsumer<Shell, FakeSession> then) {}

  /// The same, to be looked at by tests.
  static Stream<EveryScreenTest.View> views() {
    return shots().stream()
        .map(s ->
            new EveryScreenTest.View(
                s.name(),
                () -> {
                  var session = FakeSession.busy();
                  s.prepare().accept(session);
                  return session;
                },
                s.place(),
                s.small() ? 1000 : 1440,
                s.small() ? 700 : 900,
                s.then()));
  }

  private static List<Shot> shots() {
    var shots = new ArrayList<Shot>();
    for (var kind : List.of("ServiceMonitor", "Secret", "Ingress", "Deployment")) {
      shots.add(of("environment-" + kind.toLowerCase(Locale.ROOT), selected(kind)));
    }
    shots.add(
        new Shot(
            "home-clone-failed",
            new Place.Home(),
            false,
            s -> {},
            (shell, s) -> {
              press(shell, "#repository-other");
              Clones.fail(s, shell);
            }));
    shots.add(of("environment-unknown", new Place.Environment("search/staging")));
    shots.add(of("environment-unmapped", new Place.Environment("checkout/prod-us")));
    shots.add(of("environment-comparing", new Place.Environment("api/dev")));
    shots.add(of("environment-stale", new Place.Environment("ingress/prod-eu")));
    shots.add(
        new Shot(
            "environment-needs-tool",
            new Place.Environment("web/dev"),
            false,
            s -> s.set(Samples.failed(s.environment("web/dev").get(), needsTool())),
            (shell, s) -> {}));
    shots.add(
        new Shot(
            "environment-forbidden",
            new Place.Environment("web/dev"),
            false,
            s -> s.set(Samples.failed(s.environment("web/dev").get(), forbidden())),
            (shell, s) -> {}));
    shots.add(
        new Shot(
            "environment-empty",
            new Place.Environment("web/dev"),
            false,
            s -> s.set(Samples.empty(s.environment("web/dev").get())),
            (shell, s) -> {}));
    shots.add(
        new Shot(
            "small-environment-diff",
            new Place.Environment("checkout/prod-eu"),
            true,
            s -> s.prefer(p -> Look.of(p).withSize(20).in(p)),
            (shell, s) -> press(shell, "#environment-tab-diff")));
    for (var side : List.of("events", "pods")) {
      shots.add(
          new Shot(
              "small-environment-" + side,
              new Place.Environment("checkout/prod-eu"),
              true,
              s -> {},
              (shell, s) -> press(shell, "#environment-panel-" + side)));
    }
    shots.add(
        new Shot(
            "environment-large",
            new Place.Environment("checkout/prod-eu"),
            false,
            s -> s.prefer(p -> Look.of(p).withSize(20).in(p)),
            (shell, s) -> {}));
    shots.add(
        new Shot(
            "plan-large",
            new Place.Plan("checkout/prod-eu"),
            false,
            s -> s.prefer(p -> Look.of(p).withSize(20).in(p)),
            (shell, s) -> {}));
    shots.add(of("environment-failed", new Place.Environment("api/staging")));
    shots.add(
        new Shot(
            "environment-long",
            new Place.Environment("web/dev"),
            false,
            s -> s.set(Samples.longValues(s.environment("web/dev").get())),
            (shell, s) -> {}));
    shots.add(
        new Shot(
            "environment-huge",
            new Place.Environment("web/dev"),
            false,
            s -> s.set(Samples.huge(s.environment("web/dev").get())),
            (shell, s) -> {}));
    for (var tab : List.of("diff", "live")) {
      shots.add(
          new Shot(
              "environment-" + tab,
              new Place.Environment("checkout/prod-eu"),
              false,
              s -> {},
              (shell, s) -> press(shell, "#environment-tab-" + tab)));
    }
    for (var side : List.of("conditions", "pods", "logs", "owners")) {
      shots.add(
          new Shot(
              "environment-panel-" + side,
              new Place.Environment("checkout/prod-eu"),
              false,
              s -> {},
              (shell, s) -> press(shell, "#environment-panel-" + side)));
    }
    shots.add(
        new Shot(
            "environment-yaml",
            new Place.Environment("checkout/prod-eu"),
            false,
            s -> {},
            (shell, s) -> press(shell, "#environment-tab-yaml")));
    shots.add(
        new Shot(
            "small-environment",
            new Place.Environment("checkout/prod-eu"),
            true,
            s -> {},
            (shell, s) -> {}));
    shots.add(new Shot("small-plan", new Place.Plan("checkout/dev"), true, s -> {}, (a, b) -> {}));
    shots.add(
        new Shot(
            "small-history", new Place.History(Optional.empty()), true, s -> {}, (a, b) -> {}));
    shots.add(of("plan-production", new Place.Plan("checkout/prod-eu")));
    shots.add(of("plan-unreviewed", new Place.Plan("checkout/dev")));
    shots.add(
        new Shot(
            "plan-not-computed",
            new Place.Plan("checkout/staging"),
            false,
            s -> s.failure = Optional.of(network()),
            (shell, s) -> {}));
    shots.add(plan("plan-running", (work, plan) -> done(work, plan, 3)));
    shots.add(
        plan(
            "plan-partial",
            (work, plan) -> {
              done(work, plan, 4);
              work.result(result(plan.steps().get(4), Outcome.FAILED, Optional.of(rejected())));
              work.end(Optional.empty());
            }));
    shots.add(
        plan(
            "plan-done",
            (work, plan) -> {
              done(work, plan, plan.steps().size());
              work.end(Optional.empty());
            }));
    shots.add(
        new Shot(
            "plan-tried",
            new Place.Plan("checkout/staging"),
            false,
            s -> {},
            (shell, s) -> {
              press(shell, "#plan-dry-run");
              var plan = s.plan("checkout/staging", Cancel.never());
              done(s.started.getLast(), plan, plan.steps().size() - 1);
              s.started.getLast().end(Optional.empty());
            }));
    shots.add(plan("plan-refused", (work, plan) -> work.end(Optional.of(stale()))));
    shots.add(of("history-environment", new Place.History(Optional.of("checkout/prod-eu"))));
    return shots;
  }

  private static Shot of(String name, Place place) {
    return new Shot(name, place, false, s -> {}, (shell, s) -> {});
  }

  private static Place selected(String kind) {
    var ref =
        FakeSession.busy().environment("checkout/prod-eu").get().drift().stream()
            .flatMap(d -> d.resources().stream())
            .map(r -> r.ref())
            .filter(r -> r.kind().equals(kind))
            .reduce((ResourceRef a, ResourceRef b) -> b);
    return new Place.Environment("checkout/prod-eu", ref);
  }

  private static Shot plan(String name, BiConsumer<Work, SyncPlan> then) {
    return new Shot(
        name,
        new Place.Plan("checkout/staging"),
        false,
        s -> {},
        (shell, s) -> {
          press(shell, "#plan-next");
          press(shell, "#plan-next");
          press(shell, "#plan-apply");
          then.accept(s.started.getLast(), s.plan("checkout/staging", Cancel.never()));
        });
  }

  private static void done(Work work, SyncPlan plan, int steps) {
    for (int i = 0; i < steps; i++) {
      work.result(result(plan.steps().get(i), Outcome.DONE, Optional.empty()));
    }
    work.progress("applying " + plan.steps().getLast().ref(), steps, plan.steps().size());
  }

  private static StepResult result(Step step, Outcome outcome, Optional<Problem> problem) {
    var action =
        switch (step) {
          case Step.Apply a -> a.action() == Step.Action.CREATE ? "create" : "change";
          case Step.AwaitCrd a -> "await-crd";
        };
    return new StepResult(step.ref(), action, outcome, problem, Duration.ofMillis(340));
  }

  private static Problem network() {
    return new Problem.Network(
        "The API server did not answer",
        "https://stg-1.acme.io:6443",
        "Try again",
        "connect timed out");
  }

  private static Problem needsTool() {
    return new Problem.Missing(
        "kustomize",
        "kustomize is not installed. apps/web/dev cannot be rendered without it",
        "sudo snap install kubectl --classic");
  }

  private static Problem forbidden() {
    return new Problem.Forbidden(
        "You may not list deployments in shop",
        "context dev-1",
        "Ask for the verb list, then compare again",
        "deployments.apps is forbidden: User \"noor@acme.io\" cannot list resource \"deployments\"");
  }

  private static Problem rejected() {
    return new Problem.Rejected(
        "HorizontalPodAutoscaler checkout cannot change",
        "",
        "Correct it in Git",
        "spec.maxReplicas: Invalid value: 10: must be greater than minReplicas");
  }

  private static Problem stale() {
    return new Problem.Refused(
        "The plan is out of date", "Deployment checkout changed 4 s ago", "Compute it again", "");
  }

  private static void press(Shell shell, String id) {
    if (shell.scene().lookup(id) instanceof ButtonBase button) {
      button.fire();
    } else {
      throw new IllegalStateException("no button " + id);
    }
  }

  public static void main(String[] args) throws InterruptedException {
    var only = args.length > 0 ? args[0] : "";
    var started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    started.await();
    Platform.setImplicitExit(false);
    for (var shot : shots()) {
      for (var theme : List.of(Session.Theme.LIGHT, Session.Theme.DARK)) {
        if ((shot.name() + "-" + theme.name().toLowerCase(Locale.ROOT))
            .matches(".*" + only + ".*")) {
          take(shot, theme);
        }
      }
    }
    Platform.exit();
  }

  private static void take(Shot shot, Session.Theme theme) throws InterruptedException {
    var done = new CountDownLatch(1);
    var file =
        Path.of(
            "target/screens", shot.name() + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
    Platform.runLater(() -> {
      var session = FakeSession.busy();
      session.prefer(p -> p.withTheme(theme));
      shot.prepare().accept(session);
      var fx = Fx.toolkit();
      var words = Words.load();
      var shell =
          new Shell(
              session,
              fx,
              words,
              Screens.of(session, fx, words, (o, t, s) -> Optional.empty()),
              shot.small() ? 1000 : 1440,
              shot.small() ? 700 : 900);
      var stage = new Stage();
      stage.setScene(shell.scene());
      stage.show();
      shell.go(shot.place());
      after(
          500,
          () -> {
            shot.then().accept(shell, session);
            after(
                900,
                () -> {
                  Png.write(shell.scene().snapshot(null), file);
                  stage.close();
                  shell.close();
                  done.countDown();
                });
          });
    });
    if (!done.await(300, TimeUnit.SECONDS)) {
      throw new IllegalStateException("no picture of " + shot.name());
    }
  }

  private static void after(int millis, Runnable task) {
    var pause = new PauseTransition(javafx.util.Duration.millis(millis));
    pause.setOnFinished(e -> task.run());
    pause.play();
  }
}

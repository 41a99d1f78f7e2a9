package dev.plumbline.ui.shell;

import dev.plumbline.engine.Session;
import dev.plumbline.ui.kit.Choosers;
import dev.plumbline.ui.kit.Fx;
import dev.plumbline.ui.kit.Png;
import dev.plumbline.ui.kit.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Stage;

/// The main job walked by actions, not by a mouse, with a picture of each step in both themes: for
/// machines without a display, and to look at what a change did to the window. The steps are in
/// [TourSteps].
public final class Tour {

  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;
  private static final Duration LOOK_AGAIN = Duration.ofMillis(80);

  private Tour() {}

  /// What was seen at a step.
  ///
  /// @param number from 1
  /// @param name of its pictures: `environment`
  /// @param title what was done, as a sentence
  /// @param facts what stood there, as a person reads it
  /// @param pictures light, then dark
  /// @param took until what was waited for came
  /// @param missing what did not come within its time; empty when all did
  public record Seen(
      int number,
      String name,
      String title,
      List<String> facts,
      List<Path> pictures,
      Duration took,
      Optional<String> missing) {
    public Seen {
      facts = List.copyOf(facts);
      pictures = List.copyOf(pictures);
    }
  }

  /// Starts the toolkit without a display (unless `glass.platform` says otherwise), walks, and ends
  /// the toolkit: once in the life of a process, on a thread that may block. Pictures are
  /// `01-home-light.png`, `01-home-dark.png` and so on, 1440 by 900. What a step waits for has a
  /// bound; when it does not come, the tour says so and goes on. Throws
  /// [dev.plumbline.model.ProblemException] when a picture cannot be written.
  ///
  /// @param session is closed at the end
  /// @param told hears each step when it is done
  public static List<Seen> run(Session session, Path folder, Consumer<Seen> told) {
    if (System.getProperty("glass.platform") == null) {
      System.setProperty("glass.platform", "Headless");
      System.setProperty("prism.order", "sw");
    }
    Platform.startup(() -> Platform.setImplicitExit(false));
    LastPulse.hold(Fx.toolkit());
    try {
      return walk(session, folder, told);
    } finally {
      Platform.exit();
    }
  }

  /// Walks on a toolkit that runs.
  static List<Seen> walk(Session session, Path folder, Consumer<Seen> told) {
    var fx = Fx.toolkit();
    var turn = new FxTurn(fx);
    var words = Words.load();
    var walk =
        turn.get(() -> {
          var screens = Screens.of(session, fx, words, Choosers.system());
          var shell = new Shell(session, fx, words, screens, WIDTH, HEIGHT);
          var stage = new Stage();
          stage.setScene(shell.scene());
          stage.show();
          return new Walk(shell, session, words, stage);
        });
    try {
      var seen = new ArrayList<Seen>();
      for (var step : TourSteps.all()) {
        if (turn.get(() -> step.when().test(walk))) {
          var one = take(step, seen.size() + 1, walk, turn, folder);
          seen.add(one);
          told.accept(one);
        }
      }
      return List.copyOf(seen);
    } finally {
      turn.get(walk::leave).close();
    }
  }

  private static Seen take(TourSteps.Step step, int number, Walk walk, FxTurn turn, Path folder) {
    var began = Instant.now();
    turn.get(() -> {
      step.act().accept(walk);
      return true;
    });
    boolean came = turn.get(() -> step.until().test(walk));
    while (!came && Duration.between(began, Instant.now()).compareTo(step.bound()) < 0) {
      pause(LOOK_AGAIN);
      came = turn.get(() -> step.until().test(walk));
    }
    var took = Duration.between(began, Instant.now());
    var pictures = new ArrayList<Path>();
    for (var theme : List.of(Session.Theme.LIGHT, Session.Theme.DARK)) {
      turn.get(() -> walk.wear(theme));
      turn.settle();
      var file = folder.resolve("%02d-%s-%s.png".formatted(number, step.name(), walk.word(theme)));
      Png.write(turn.get(walk::picture), file);
      pictures.add(file);
    }
    return new Seen(
        number,
        step.name(),
        step.title(),
        turn.get(() -> step.shows().apply(walk)),
        pictures,
        took,
        came ? Optional.empty() : Optional.of(step.awaited()));
  }

  private static void pause(Duration time) {
    try {
      new CountDownLatch(1).await(time.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the tour was interrupted", e);
    }
  }
}

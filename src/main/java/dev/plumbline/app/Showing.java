package dev.plumbline.app;

import dev.plumbline.app.demo.Demo;
import dev.plumbline.engine.Session;
import dev.plumbline.engine.Work;
import dev.plumbline.model.Problem;
import dev.plumbline.process.Programs;
import dev.plumbline.ui.shell.Launch;
import dev.plumbline.ui.shell.Tour;
import dev.plumbline.ui.shell.Ways;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Shows the demo: in the window, or as a tour.
final class Showing {

  private static final int DONE = 0;
  private static final int FAILED = 2;

  private final Programs programs;
  private final Consumer<String> said;

  Showing(Programs programs, Consumer<String> said) {
    this.programs = programs;
    this.said = said;
  }

  /// What, where, what to do; below it the details.
  static void say(Problem problem, Consumer<String> said) {
    said.accept("plumbline: " + problem.sentence());
    problem.detail().lines().forEach(l -> said.accept("  " + l));
  }

  /// The window on the demo; the tour where there can be none.
  ///
  /// @param own makes the session on the person's own repositories, when the demo is left
  int window(Path tour, Supplier<Session> own) {
    var obstacle = Launch.obstacle();
    if (obstacle.isPresent()) {
      instead(obstacle.get());
      return tour(tour);
    }
    return Launch.demo(ways(programs, own));
  }

  /// To the demo, and to the person's own repositories.
  static Ways ways(Programs programs, Supplier<Session> own) {
    return new Ways(work -> Demo.open(programs, work), work -> own.get());
  }

  private void instead(Problem obstacle) {
    var where = obstacle.where().isEmpty() ? "" : " (" + obstacle.where() + ")";
    said.accept("plumbline: " + obstacle.what() + where + ", so this takes the tour instead");
    obstacle.detail().lines().forEach(l -> said.accept("  " + l));
  }

  /// The tour, its pictures and its summary.
  int tour(Path folder) {
    var obstacle = Launch.tourObstacle();
    if (obstacle.isPresent()) {
      say(obstacle.get(), said);
      return FAILED;
    }
    TourSummary.writable(folder);
    said.accept(
        "Preparing the demo: a repository with a history, and a sandbox cluster that left it");
    var session = Demo.open(programs, new Work("Open the demo", "demo"));
    var summary = new TourSummary(session, folder, said);
    var seen = Tour.run(session, folder, summary::add);
    summary.write();
    said.accept("The pictures and summary.txt are in " + folder.toAbsolutePath());
    return seen.stream().allMatch(s -> s.missing().isEmpty()) ? DONE : FAILED;
  }
}

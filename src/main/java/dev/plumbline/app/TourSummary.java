package dev.plumbline.app;

import dev.plumbline.drift.Drift;
import dev.plumbline.drift.FieldChange;
import dev.plumbline.drift.ResourceDrift;
import dev.plumbline.engine.EnvironmentView;
import dev.plumbline.engine.Session;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.ui.shell.Tour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// What a tour saw, in words: each step with what stood on the screen, and beside it what the
/// engine knew at that moment.
final class TourSummary {

  private final Session session;
  private final Path folder;
  private final Consumer<String> said;
  private final List<String> lines = new ArrayList<>();

  /// @param said hears one line for each step
  TourSummary(Session session, Path folder, Consumer<String> said) {
    this.session = session;
    this.folder = folder;
    this.said = said;
    lines.add("The tour of Plumbline, on the demo: a sandbox, not a real cluster.");
  }

  /// Makes the folder and tries whether pictures can be written there. Throws [ProblemException]
  /// when not.
  static void writable(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, "plumbline-", ".tmp"));
    } catch (IOException e) {
      throw unwritable("The tour's pictures cannot be written", folder, e);
    }
  }

  private static ProblemException unwritable(String what, Path where, IOException e) {
    return new ProblemException(
        new Problem.Unexpected(what, where.toString(), "Choose another folder", e.toString()), e);
  }

  void add(Tour.Seen seen) {
    var head = "%02d %s: %s".formatted(seen.number(), seen.name(), seen.title());
    said.accept(head + " (" + seen.took().toMillis() + " ms)" + notCome(seen));
    lines.add("");
    lines.add(head + notCome(seen));
    seen.pictures().forEach(p -> lines.add("   " + p.getFileName()));
    seen.facts().forEach(f -> lines.add("   " + f));
    lines.add("   The engine: " + environments());
    if (seen.number() == 1) {
      session.overview().get().environments().forEach(e -> lines.add("     " + one(e)));
    }
    if (seen.name().equals("activity")) {
      session.activity().get().stream()
          .limit(3)
          .forEach(r ->
              lines.add(
                  "     "
                      + r.started()
                      + " "
                      + r.verb()
                      + " "
                      + r.environment()
                      + " "
                      + r.outcome()
                      + ", "
                      + r.steps().size()
                      + " steps"));
    }
  }

  private static String notCome(Tour.Seen seen) {
    return seen.missing().map(m -> ". DID NOT COME: " + m).orElse("");
  }

  private String environments() {
    var all = session.overview().get().environments();
    var drifts = all.stream().flatMap(e -> e.drift().stream()).toList();
    return all.size()
        + " environments, "
        + count(drifts, Drift.Verdict.IN_SYNC)
        + " in sync, "
        + count(drifts, Drift.Verdict.DRIFTED)
        + " drifted ("
        + drifts.stream().mapToLong(TourSummary::fields).sum()
        + " fields), "
        + (all.size() - drifts.size() + count(drifts, Drift.Verdict.UNKNOWN))
        + " unknown or not compared";
  }

  private static long count(List<Drift> drifts, Drift.Verdict verdict) {
    return drifts.stream().filter(d -> d.verdict() == verdict).count();
  }

  private static long fields(Drift drift) {
    return drift.resources().stream()
        .flatMap(r -> r.fields().stream())
        .filter(FieldChange::counts)
        .count();
  }

  private static String one(EnvironmentView view) {
    var name = view.environment().name() + ": ";
    if (view.drift().isEmpty()) {
      return name
          + "not compared"
          + view.problems().stream().findFirst().map(p -> ". " + p.sentence()).orElse("");
    }
    var drift = view.drift().get();
    return name
        + drift.verdict().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')
        + ", "
        + drift.resources().size()
        + " resources, "
        + of(drift, ResourceDrift.Changed.class)
        + " changed in "
        + fields(drift)
        + " fields, "
        + of(drift, ResourceDrift.OnlyInGit.class)
        + " only in Git, "
        + of(drift, ResourceDrift.OnlyInCluster.class)
        + " only in cluster, "
        + of(drift, ResourceDrift.Unknown.class)
        + " unknown";
  }

  private static long of(Drift drift, Class<? extends ResourceDrift> verdict) {
    return drift.resources().stream().filter(verdict::isInstance).count();
  }

  /// Writes `summary.txt`.
  void write() {
    var file = folder.resolve("summary.txt");
    try {
      Files.createDirectories(folder);
      Files.write(file, lines);
    } catch (IOException e) {
      throw unwritable("The summary cannot be written", file, e);
    }
  }
}

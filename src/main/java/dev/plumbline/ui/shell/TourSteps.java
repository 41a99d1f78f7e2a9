package dev.plumbline.ui.shell;

import dev.plumbline.engine.EnvironmentView;
import dev.plumbline.ui.kit.Keys;
import dev.plumbline.ui.kit.Place;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The way of a [Tour]: from Home to a difference, through its review and apply, and back to an
/// environment that is in sync; then the rest of the window.
final class TourSteps {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration LONG = Duration.ofMinutes(3);

  private TourSteps() {}

  /// One step.
  ///
  /// @param name of its pictures
  /// @param title what is done, as a sentence
  /// @param when whether there is such a thing here at all
  /// @param until when it can be seen
  /// @param awaited what `until` waits for, in words
  /// @param bound how long to wait
  /// @param shows what stands there
  record Step(
      String name,
      String title,
      Predicate<Walk> when,
      Consumer<Walk> act,
      Predicate<Walk> until,
      String awaited,
      Duration bound,
      Function<Walk, List<String>> shows) {}

  static List<Step> all() {
    return List.of(
        home(),
        environment(),
        tab("text-diff", "The whole object, Git left and cluster right", "text", "diff"),
        tab("live-yaml", "The object as the cluster has it", "live"),
        history(),
        plan(),
        dryRun(),
        confirm(),
        apply(),
        inSync(),
        place(
            "activity", "What was done, by whom", new Place.Activity(), "activity", "activity-log"),
        place("settings", "What is kept on this machine", new Place.Settings(), "settings"),
        palette(),
        keys());
  }

  private static Step home() {
    return step(
        "home",
        "Home: every environment was compared, what needs somebody comes first",
        w -> {
          w.go(new Place.Home());
          w.environments().forEach(e -> w.session().compare(e.environment().name()));
        },
        w ->
            !w.session().overview().get().loading()
                && !w.environments().isEmpty()
                && w.environments().stream().noneMatch(TourSteps::waits),
        "every environment compared",
        LONG,
        w ->
            Stream.concat(
                    w.text("home-title"),
                    w.environments().stream().map(e -> e.environment().name() + ": " + w.state(e)))
                .toList());
  }

  private static boolean waits(EnvironmentView view) {
    return switch (view.phase()) {
      case IDLE, COMPARING -> true;
      case UNMAPPED, COMPARED, FAILED -> false;
    };
  }

  private static Step environment() {
    return step(
        "environment",
        "One environment: what differs, who set each side",
        w -> w.go(new Place.Environment(w.subject())),
        w -> {
          boolean there = w.there("environment-selected") && w.howMany("field-card") > 0;
          if (there) {
            w.key(Keys.NEXT_DIFFERENCE);
          }
          return there;
        },
        "a field that differs",
        LONG,
        w ->
            texts(
                w,
                "environment-title",
                "environment-facts",
                "environment-selected",
                "field-card-0"));
  }

  private static Step tab(String name, String title, String... parts) {
    return new Step(
        name,
        title,
        w -> w.tab(parts).isPresent(),
        w -> w.tab(parts).ifPresent(w::press),
        w -> w.there("environment-selected"),
        "the tab",
        SOON,
        w -> texts(w, "environment-selected"));
  }

  private static Step history() {
    return step(
        "history",
        "The commits of the repository, and where its environments stand",
        w -> w.go(new Place.History(Optional.empty())),
        w -> w.there("history-subject"),
        "a commit",
        SOON,
        w -> texts(w, "history-count", "history-subject"));
  }

  private static Step plan() {
    return step(
        "plan",
        "The review: what exactly a sync would do, and what it risks",
        w -> w.go(new Place.Plan(w.subject())),
        w -> w.there("plan-steps", "plan-problem"),
        "the plan",
        LONG,
        w -> texts(w, "plan-summary", "plan-problem", "plan-bar"));
  }

  private static Step dryRun() {
    return step(
        "dry-run",
        "The same plan, tried by the server and not kept",
        w -> w.press("plan-dry-run"),
        w -> w.there("plan-done", "plan-failed", "plan-refused"),
        "the end of the dry-run",
        LONG,
        w -> texts(w, "plan-done", "plan-failed", "plan-refused"));
  }

  private static Step confirm() {
    return new Step(
        "confirm",
        "A production place is released by typing its name",
        w -> w.there("plan-typed"),
        w -> {
          w.type("plan-reason", "The tour of Plumbline");
          w.type("plan-typed", w.subject());
        },
        w -> w.there("plan-typed"),
        "the field",
        SOON,
        w -> texts(w, "plan-facts", "plan-apply"));
  }

  private static Step apply() {
    return step(
        "apply",
        "Applied, step by step",
        w -> w.press("plan-apply"),
        w -> w.there("plan-back"),
        "the end of the run",
        LONG,
        w -> texts(w, "plan-done", "plan-failed", "plan-refused"));
  }

  private static Step inSync() {
    return step(
        "in-sync",
        "What the sync wrote agrees with Git again",
        w -> w.go(new Place.Environment(w.subject())),
        w -> w.about().filter(Walk::settled).isPresent(),
        "nothing left that a sync would write",
        Duration.ofSeconds(60),
        w ->
            Stream.concat(
                    texts(w, "environment-title", "environment-facts").stream(),
                    w.about().stream().map(w::state))
                .toList());
  }

  private static Step place(String name, String title, Place place, String id, String... said) {
    return step(
        name, title, w -> w.go(place), w -> w.there(id), "the screen", SOON, w -> texts(w, said));
  }

  private static Step palette() {
    return step(
        "palette",
        "Go anywhere by a few letters",
        w -> {
          w.go(new Place.Home());
          w.key(Keys.PALETTE);
          w.type("palette-text", "prod");
        },
        w -> w.there("palette-list"),
        "the palette",
        SOON,
        w -> List.of());
  }

  private static Step keys() {
    return step(
        "keys",
        "Every key",
        w -> {
          w.key(Keys.CLOSE);
          w.key(Keys.HELP);
        },
        w -> w.there("keys-sheet"),
        "the sheet",
        SOON,
        w -> List.of());
  }

  private static List<String> texts(Walk walk, String... ids) {
    return Stream.of(ids).flatMap(walk::text).toList();
  }

  private static Step step(
      String name,
      String title,
      Consumer<Walk> act,
      Predicate<Walk> until,
      String awaited,
      Duration bound,
      Function<Walk, List<String>> shows) {
    return new Step(name, title, w -> true, act, until, awaited, bound, shows);
  }
}

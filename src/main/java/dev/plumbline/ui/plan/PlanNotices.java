package dev.plumbline.ui.plan;

import dev.plumbline.model.Problem;
import dev.plumbline.plan.StepResult.Outcome;
import dev.plumbline.ui.kit.Banner;
import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.Nav;
import dev.plumbline.ui.kit.Place;
import dev.plumbline.ui.kit.Tone;
import dev.plumbline.ui.kit.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/// What stands above the steps: why there is no plan, that it is out of date, or how it ended.
final class PlanNotices {

  private final PlanModel model;
  private final Words words;
  private final Nav nav;
  private final VBox root = new VBox(8);

  PlanNotices(PlanModel model, Words words, Nav nav) {
    this.model = model;
    this.words = words;
    this.nav = nav;
    root.setId("plan-notices");
    root.getStyleClass().add("notices");
    model.review().subscribe(this::draw);
  }

  Node root() {
    return root;
  }

  private void draw(Review review) {
    var nodes = new ArrayList<Node>();
    switch (review) {
      case Review.Computing c -> {}
      case Review.Ready r -> {}
      case Review.Running r -> {}
      case Review.NotComputed(Problem problem) ->
          nodes.add(new Banner("plan-problem", problem, words, Optional.of(again())));
      case Review.Ended e -> ended(e).ifPresent(nodes::add);
    }
    root.getChildren().setAll(nodes);
    root.setVisible(!nodes.isEmpty());
    root.setManaged(!nodes.isEmpty());
  }

  private Optional<Banner> ended(Review.Ended e) {
    if (e.refused()) {
      return e.problem()
          .map(p ->
              new Banner(
                  "plan-refused",
                  Tone.WARNING,
                  p.what(),
                  said(p) + words.get("plan.ended.nothing"),
                  p.detail(),
                  List.of(again())));
    }
    int done = e.count(Outcome.DONE);
    int failed = e.count(Outcome.FAILED);
    int notRun = e.plan().steps().size() - done - failed;
    if (e.well()) {
      return Optional.of(well(e, done, notRun));
    }
    var counts =
        words.get(e.dryRun() ? "plan.tried.counts" : "plan.ended.counts", done, failed, notRun);
    return Optional.of(
        new Banner(
            "plan-failed",
            e.problem().filter(p -> p instanceof Problem.Cancelled).isPresent()
                ? Tone.WARNING
                : Tone.DANGER,
            e.problem().map(Problem::what).orElseGet(() -> words.get(whole(e), failed(e))),
            e.problem().map(PlanNotices::said).orElse("") + counts,
            e.problem().map(Problem::detail).orElse(""),
            List.of(again())));
  }

  /// Every step ended well; what the plan left out, or a dry-run could not try, is said too.
  private Banner well(Review.Ended e, int done, int notRun) {
    int leftOut = e.plan().leftOut().size();
    var rest =
        new StringBuilder(
            words.get(e.dryRun() ? "plan.ended.accepted.rest" : "plan.ended.done.rest"));
    if (notRun > 0) {
      rest.append(' ').append(words.count("plan.ended.not-tried", notRun));
    }
    if (leftOut > 0) {
      rest.append(' ').append(words.count("plan.ended.left-out", leftOut));
    }
    return new Banner(
        "plan-done",
        e.dryRun() ? Tone.ACCENT : Tone.SUCCESS,
        words.count(e.dryRun() ? "plan.ended.accepted" : "plan.ended.done", done),
        rest.toString(),
        "",
        e.dryRun() ? List.of() : List.of(back()));
  }

  /// The words for steps of which some failed: one alone is named.
  private static String whole(Review.Ended e) {
    boolean one = e.count(Outcome.FAILED) == 1;
    return e.dryRun()
        ? one ? "plan.ended.rejected.one" : "plan.ended.rejected"
        : one ? "plan.ended.partial.one" : "plan.ended.partial";
  }

  private static String failed(Review.Ended e) {
    return e.results().stream()
        .filter(r -> r.outcome() == Outcome.FAILED)
        .map(r -> r.ref().kind() + " " + r.ref().name())
        .findFirst()
        .orElse("");
  }

  private static String said(Problem p) {
    var rest = Banner.rest(p);
    return rest.isEmpty() ? rest : rest + " ";
  }

  private Button again() {
    return Buttons.small("plan-notice-again", words.get("plan.again"), model::computeAgain);
  }

  private Button back() {
    return Buttons.small(
        "plan-back",
        words.get("plan.back", model.environment().name()),
        () -> nav.go(new Place.Environment(model.environment().name())));
  }
}

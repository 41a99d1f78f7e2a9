package dev.plumbline.ui.environment;

import dev.plumbline.drift.Drift;
import dev.plumbline.engine.EnvironmentView;
import dev.plumbline.model.Environment;
import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.Condition;
import dev.plumbline.ui.kit.Icons;
import dev.plumbline.ui.kit.Keys;
import dev.plumbline.ui.kit.Mark;
import dev.plumbline.ui.kit.Nav;
import dev.plumbline.ui.kit.Place;
import dev.plumbline.ui.kit.Segmented;
import dev.plumbline.ui.kit.StateChip;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.When;
import dev.plumbline.ui.kit.Words;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The place header: the application, its stages one click apart, what was compared and when, and
/// the two verbs.
final class EnvironmentHeader {

  private final EnvironmentModel model;
  private final Words words;
  private final Nav nav;
  private final HBox root = new HBox(12);
  private final Segmented stages;
  private final HBox facts = new HBox(4);
  private final Button compare;
  private final Button review;

  EnvironmentHeader(EnvironmentModel model, Words words, Nav nav, Runnable reviewSync) {
    this.model = model;
    this.words = words;
    this.nav = nav;
    var environment = model.view().get().environment();
    var title = Texts.title(environment.app());
    title.setId("environment-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    stages = new Segmented("environment-stages", words.get("environment.stages"));
    facts.setId("environment-facts");
    facts.setAlignment(Pos.CENTER_LEFT);
    facts.setMinWidth(0);
    HBox.setHgrow(facts, Priority.ALWAYS);
    compare =
        Buttons.keyed(
            Buttons.plain("environment-compare", words.get("environment.compare"), model::compare),
            Keys.COMPARE);
    review =
        Buttons.keyed(
            Buttons.primary(
                "environment-review", words.get("environment.review.nothing"), reviewSync),
            Keys.REVIEW_SYNC);
    root.getStyleClass().add("place-header");
    root.setAlignment(Pos.CENTER_LEFT);
    root.getChildren().addAll(title, stages, facts, compare, review);
    model.view().subscribe(v -> draw());
    model.counts().subscribe(c -> draw());
    model.siblings().subscribe(s -> drawStages(s));
  }

  Region root() {
    return root;
  }

  private void drawStages(List<EnvironmentView> siblings) {
    boolean any = siblings.size() > 0;
    stages.setVisible(any);
    stages.setManaged(any);
    stages.show(
        siblings.stream()
            .map(s ->
                new Segmented.Choice<Environment>(
                    "environment-stage-" + s.environment().stage(),
                    s.environment(),
                    s.environment().stage(),
                    s.environment().name() + ", " + Condition.of(s, words).word(),
                    List.of(icon(Condition.of(s, words).mark()))))
            .toList(),
        model.view().get().environment(),
        chosen -> nav.go(new Place.Environment(chosen.name())));
  }

  private static Node icon(Mark mark) {
    return Icons.toned(mark.icon(), 14, mark.tone());
  }

  private void draw() {
    var view = model.view().get();
    facts.getChildren().clear();
    view.revision()
        .ifPresent(r -> {
          facts.getChildren().addAll(said("environment.fact.git"), id(r.shortId(), r.id()));
        });
    if (view.staleSince().isPresent()) {
      facts
          .getChildren()
          .add(
              new StateChip(
                  Mark.STALE,
                  words.get(
                      "environment.fact.stale",
                      view.drift()
                          .map(d -> When.time(d.asOf()))
                          .orElseGet(() -> When.time(view.staleSince().get())))));
    } else {
      view.drift().ifPresent(d -> facts.getChildren().add(asOf(d)));
    }
    if (view.phase() == EnvironmentView.Phase.COMPARING) {
      var doing =
          StateChip.quiet(
              Mark.COMPARING,
              view.doing().isEmpty()
                  ? words.get("environment.comparing")
                  : capitalized(view.doing()));
      doing.setId("environment-doing");
      doing.setMinWidth(0);
      facts.getChildren().add(doing);
    }
    int writes = model.counts().get().toSync();
    compare.setDisable(view.phase() == EnvironmentView.Phase.UNMAPPED);
    review.setText(
        writes == 0
            ? words.get("environment.review.nothing")
            : words.count("environment.review", writes));
    review.setAccessibleText(review.getText());
    review.setDisable(!EnvironmentScreen.reviewable(view, model.counts().get()));
  }

  private Label asOf(Drift drift) {
    var label =
        Texts.second(
            (facts.getChildren().isEmpty() ? "" : "· ")
                + words.get("environment.fact.live", When.time(drift.asOf())));
    label.setId("environment-as-of");
    label.setTooltip(new Tooltip(drift.asOf().toString()));
    return label;
  }

  private static String capitalized(String doing) {
    return doing.substring(0, 1).toUpperCase(Locale.ROOT) + doing.substring(1);
  }

  private Label said(String key) {
    return Texts.second(words.get(key));
  }

  private static Label id(String text, String whole) {
    var label = Texts.label(text, "commit-id");
    label.setId("environment-revision");
    label.setTooltip(new Tooltip(whole));
    return label;
  }
}

package dev.plumbline.ui.plan;

import dev.plumbline.plan.SyncPlan;
import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.Keys;
import dev.plumbline.ui.kit.Nav;
import dev.plumbline.ui.kit.Place;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.When;
import dev.plumbline.ui.kit.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The place header: what is reviewed, from which live state to which commit, and when it was
/// computed.
final class PlanHeader {

  private final PlanModel model;
  private final Words words;
  private final HBox root = new HBox(12);
  private final HBox facts = new HBox(4);
  private final Button again;

  PlanHeader(PlanModel model, Words words, Nav nav) {
    this.model = model;
    this.words = words;
    var close =
        Buttons.icon(
            "plan-close",
            "mdi2c-close",
            words.get("plan.close"),
            () -> nav.go(new Place.Environment(model.environment().name())));
    close.getStyleClass().add("edged");
    var title = Texts.title(words.get("plan.title"));
    title.setMinWidth(Region.USE_PREF_SIZE);
    facts.setId("plan-facts");
    facts.setAlignment(Pos.CENTER_LEFT);
    facts.setMinWidth(0);
    HBox.setHgrow(facts, Priority.ALWAYS);
    again =
        Buttons.keyed(
            Buttons.plain("plan-again", words.get("plan.again"), model::computeAgain),
            Keys.COMPARE);
    again.setGraphic(dev.plumbline.ui.kit.Icons.of("mdi2r-refresh"));
    root.getStyleClass().add("place-header");
    root.setAlignment(Pos.CENTER_LEFT);
    root.getChildren().addAll(close, title, facts, again);
    model.review().subscribe(this::draw);
  }

  Region root() {
    return root;
  }

  private void draw(Review review) {
    again.setDisable(review instanceof Review.Computing || review instanceof Review.Running);
    facts.getChildren().setAll(Texts.second(model.environment().name()));
    review.shown().ifPresent(this::facts);
    if (review instanceof Review.Computing) {
      facts.getChildren().add(Texts.second("· " + words.get("plan.computing")));
    }
  }

  private void facts(SyncPlan plan) {
    var id = Texts.label(plan.at().shortId(), "commit-id");
    id.setTooltip(new Tooltip(plan.at().id() + "\n" + plan.at().name()));
    var computed =
        Texts.cut(Texts.second("· " + words.get("plan.computed", When.time(plan.computed()))));
    computed.setTooltip(new Tooltip(plan.computed().toString()));
    facts.getChildren().addAll(Texts.second("· " + words.get("plan.from-to")), id, computed);
  }
}

package dev.plumbline.ui.plan;

import dev.plumbline.engine.Work;
import dev.plumbline.model.Problem;
import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.Icons;
import dev.plumbline.ui.kit.Keys;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Tone;
import dev.plumbline.ui.kit.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The bar at the bottom: facts left, what must be typed, and the verbs; while it runs, how far it
/// is and Cancel.
final class PlanFooter {

  private final PlanModel model;
  private final Words words;
  private final HBox root = new HBox(12);
  private final VBox facts = new VBox();
  private final TextField reason;
  private final TextField typed;
  private final HBox typedBox;
  private final Button dryRun;
  private final Button apply;
  private final Button cancel;
  private final ProgressBar bar = new ProgressBar();
  private final Label bars = Texts.second("");

  PlanFooter(PlanModel model, Words words) {
    this.model = model;
    this.words = words;
    reason = field("plan-reason", words.get("plan.reason"), model.reason());
    reason.setPrefWidth(250);
    var name = model.environment().name();
    typed = field("plan-typed", words.get("plan.type-name", name), model.typed());
    typed.setPromptText(name);
    typed.getStyleClass().add("mono");
    typed.setPrefWidth(184);
    var ask = Texts.second(words.get("plan.type"));
    ask.setMinWidth(Region.USE_PREF_SIZE);
    typedBox = new HBox(12, ask, typed);
    typedBox.setAlignment(Pos.CENTER_LEFT);
    dryRun = Buttons.plain("plan-dry-run", words.get("plan.dry-run"), model::dryRun);
    apply =
        Buttons.keyed(
            Buttons.primary("plan-apply", words.get("plan.apply.nothing"), model::apply),
            Keys.PRIMARY);
    cancel = Buttons.plain("plan-cancel", words.get("plan.cancel"), model::cancel);
    bar.setPrefWidth(200);
    bar.setId("plan-progress");
    facts.setMinWidth(0);
    facts.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(facts, Priority.ALWAYS);
    bars.setId("plan-bar");
    root.setId("plan-footer");
    root.getStyleClass().add("review-footer");
    root.setAlignment(Pos.CENTER_LEFT);
    model.review().subscribe(r -> draw());
    model.gate().subscribe(g -> draw());
  }

  Region root() {
    return root;
  }

  /// Whether a person types into the bar.
  boolean typing() {
    return reason.isFocused() || typed.isFocused();
  }

  private static TextField field(String id, String name, StringProperty value) {
    var field = new TextField();
    field.setId(id);
    field.setPromptText(name);
    field.setAccessibleText(name);
    field.setMinWidth(120);
    field.textProperty().bindBidirectional(value);
    return field;
  }

  private void draw() {
    var review = model.review().get();
    var gate = model.gate().get();
    switch (review) {
      case Review.Computing c -> {
        facts
            .getChildren()
            .setAll(fact("mdi2p-progress-clock", Tone.ACCENT, words.get("plan.computing.long")));
        lay(cancel);
      }
      case Review.Running r -> running(r);
      case Review.NotComputed n -> {
        facts.getChildren().clear();
        lay();
      }
      case Review.Ready r -> verbs(gate);
      case Review.Ended e -> verbs(gate);
    }
  }

  private void running(Review.Running running) {
    Work.View work = running.work();
    bar.setProgress(work.total() == 0 ? -1 : (double) work.done() / work.total());
    var words1 =
        work.total() == 0
            ? words.get(
                running.dryRun() ? "plan.running.dry-run.starts" : "plan.running.apply.starts")
            : words.get(
                running.dryRun() ? "plan.running.dry-run" : "plan.running.apply",
                work.done(),
                work.total());
    var line = fact("mdi2p-progress-clock", Tone.ACCENT, words1);
    line.getChildren().add(bar);
    line.setSpacing(12);
    facts.getChildren().setAll(line, Texts.cut(Texts.second(work.doing())));
    lay(cancel);
  }

  private void verbs(Gate gate) {
    facts.getChildren().clear();
    if (gate.stage() == Gate.Stage.READY) {
      facts.getChildren().add(reviewed(gate));
      facts
          .getChildren()
          .add(fact("mdi2l-lock-clock", Tone.NEUTRAL, words.get("plan.fact.changes")));
    }
    dryRun.setDisable(gate.dryRunBar().isPresent());
    apply.setDisable(gate.bar().isPresent());
    int steps = model.review().get().shown().map(p -> p.steps().size()).orElse(0);
    apply.setText(
        gate.applies() == 0 ? words.get("plan.apply.nothing") : words.count("plan.apply", steps));
    apply.setAccessibleText(apply.getText());
    bars.setText(gate.bar().map(this::why).orElse(""));
    bars.setMinWidth(Region.USE_PREF_SIZE);
    var nodes = new ArrayList<Node>();
    if (gate.bar().filter(b -> b != Gate.Bar.NEEDS_NAME).isPresent()) {
      nodes.add(bars);
    }
    boolean open = gate.stage() == Gate.Stage.READY && gate.applies() > 0;
    if (open && gate.unreviewed().isPresent() && !gate.reviewRequired()) {
      nodes.add(reason);
    }
    if (open && gate.mustType().isPresent()) {
      nodes.add(typedBox);
    }
    nodes.add(dryRun);
    nodes.add(apply);
    lay(nodes.toArray(Node[]::new));
  }

  private Node reviewed(Gate gate) {
    if (gate.unreviewed().isPresent()) {
      return fact("mdi2s-shield-alert-outline", Tone.WARNING, unreviewed(gate.unreviewed().get()));
    }
    var commit = model.review().get().shown().map(p -> p.at().shortId()).orElse("");
    return gate.reviewedOn()
        .map(branch ->
            fact(
                "mdi2s-shield-check-outline",
                Tone.SUCCESS,
                words.get("plan.fact.reviewed", commit, branch)))
        .orElseGet(
            () -> fact("mdi2c-cloud-outline", Tone.NEUTRAL, words.get("plan.fact.no-remote")));
  }

  private static String unreviewed(Problem problem) {
    return problem.what();
  }

  private String why(Gate.Bar bar) {
    return switch (bar) {
      case COMPUTING -> words.get("plan.bar.computing");
      case RUNNING -> words.get("plan.bar.running");
      case SPENT -> words.get("plan.bar.spent");
      case NOTHING -> words.get("plan.bar.nothing");
      case REVIEW_REQUIRED -> words.get("plan.bar.review-required");
      case NEEDS_REASON -> words.get("plan.bar.needs-reason");
      case NEEDS_NAME -> words.get("plan.bar.needs-name");
    };
  }

  private static HBox fact(String icon, Tone tone, String text) {
    var line = new HBox(6, Icons.toned(icon, 14, tone), Texts.cut(Texts.label(text, "fact")));
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  /// Lays the bar out anew only when something comes or goes: a field that is taken out and put
  /// back would lose what a person is typing into.
  private void lay(Node... right) {
    var next = new ArrayList<Node>(List.of(facts));
    next.addAll(List.of(right));
    if (!root.getChildren().equals(next)) {
      root.getChildren().setAll(next);
    }
  }
}

package dev.plumbline.ui.plan;

import dev.plumbline.drift.FieldChange;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Tree;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.StepResult;
import dev.plumbline.ui.kit.Cells;
import dev.plumbline.ui.kit.Differing;
import dev.plumbline.ui.kit.Icons;
import dev.plumbline.ui.kit.KindIcons;
import dev.plumbline.ui.kit.Mark;
import dev.plumbline.ui.kit.NameAndKind;
import dev.plumbline.ui.kit.PathText;
import dev.plumbline.ui.kit.Span;
import dev.plumbline.ui.kit.StateChip;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Tone;
import dev.plumbline.ui.kit.ValueText;
import dev.plumbline.ui.kit.Words;
import java.time.Duration;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// One step: what kind, which object, what changes in one line, and what became of it.
final class StepRow extends HBox {

  static final String CHANGE_ICON = "mdi2d-delta";
  static final String RESTART_ICON = "mdi2r-restart";
  static final String WAIT_ICON = "mdi2t-timer-sand";

  private static final String TRIED_ICON = "mdi2c-clipboard-check-outline";
  private static final Duration AT_ONCE = Duration.ofMillis(50);
  private static final int VALUE = 40;

  private final Words words;
  private final String said;

  StepRow(PlanLine.Line line, Risk risk, Words words, StepColumns columns) {
    super(10);
    this.words = words;
    getStyleClass().add("step-row");
    setAlignment(Pos.CENTER_LEFT);
    var step = line.step();
    var chip = chip(step);
    var changes = changes(step);
    var outcome = outcome(line, risk);
    getChildren()
        .addAll(
            Cells.sized(chip, columns.step()),
            Cells.sized(object(step.ref()), columns.object()),
            Cells.growing(changes),
            Cells.sized(outcome, columns.outcome()));
    said =
        words.get(
            "plan.row.sentence",
            chip.getText(),
            step.ref().kind(),
            step.ref().name(),
            changes.getAccessibleText(),
            outcome.getAccessibleText() == null ? "" : outcome.getAccessibleText());
  }

  /// The row as a sentence.
  String said() {
    return said;
  }

  private StateChip chip(Step step) {
    return switch (step) {
      case Step.Apply a when a.action() == Step.Action.CREATE ->
          new StateChip(Mark.ONLY_IN_GIT.icon(), Tone.ACCENT, words.get("plan.step.create"), true);
      case Step.Apply a ->
          new StateChip(CHANGE_ICON, Tone.WARNING, words.get("plan.step.change"), true);
      case Step.AwaitCrd a ->
          new StateChip(WAIT_ICON, Tone.NEUTRAL, words.get("plan.step.wait"), false);
    };
  }

  /// Icon, name and kind of an object.
  static HBox object(ResourceRef ref) {
    var name = new NameAndKind(Texts.strong(""));
    name.show(ref.name(), ref.kind(), "");
    var box = new HBox(6, Icons.small(KindIcons.of(ref.kind())), name);
    box.setAlignment(Pos.CENTER_LEFT);
    box.setMinWidth(0);
    return box;
  }

  private HBox changes(Step step) {
    var box = new HBox(4);
    box.setAlignment(Pos.CENTER_LEFT);
    box.setMinWidth(0);
    switch (step) {
      case Step.Apply a when a.action() == Step.Action.CREATE ->
          box.getChildren().add(Texts.cut(Texts.second(words.get("plan.changes.create"))));
      case Step.Apply a when a.fields().isEmpty() ->
          box.getChildren().add(Texts.cut(Texts.second(words.get("plan.changes.none"))));
      case Step.Apply a -> first(a, box);
      case Step.AwaitCrd a ->
          box.getChildren().add(Texts.cut(Texts.second(words.get("plan.changes.wait"))));
    }
    var text = new StringBuilder();
    box.getChildren().forEach(n -> text.append(((Label) n).getText()).append(' '));
    box.setAccessibleText(text.toString().strip());
    return box;
  }

  private void first(Step.Apply apply, HBox box) {
    var field = apply.fields().getFirst();
    var path = Texts.mono(PathText.of(field.path()).name());
    path.setMinWidth(Region.USE_PREF_SIZE);
    box.getChildren().add(path);
    value(field, box);
    int more = apply.fields().size() - 1;
    if (more > 0) {
      var label = Texts.second(words.count("plan.changes.more", more));
      label.setMinWidth(Region.USE_PREF_SIZE);
      box.getChildren().add(label);
    }
  }

  private void value(FieldChange field, HBox box) {
    if (field.desired().isEmpty()) {
      var was = field.live().map(ValueText::of).map(ValueText::line).orElse("");
      box.getChildren()
          .add(Texts.cut(Texts.second(words.get("plan.changes.removed", shorten(was)))));
      return;
    }
    var wants = ValueText.of(field.desired().get()).line();
    var arrow = Texts.label("→", "muted");
    arrow.setMinWidth(Region.USE_PREF_SIZE);
    if (field.live().isEmpty()) {
      box.getChildren().addAll(arrow, Texts.cut(Texts.label(shorten(wants), "step-new")));
      return;
    }
    if (field.desired().get() instanceof Tree.Hidden git
        && field.live().get() instanceof Tree.Hidden live) {
      box.getChildren()
          .add(
              Texts.cut(
                  Texts.second(words.get("plan.changes.hidden", live.length(), git.length()))));
      return;
    }
    var has = ValueText.of(field.live().get()).line();
    box.getChildren()
        .addAll(
            Texts.cut(Texts.second(shorten(part(has, wants)))),
            arrow,
            Texts.cut(Texts.label(shorten(part(wants, has)), "step-new")));
  }

  /// Only the part that differs when the rest would only take room.
  private static String part(String text, String other) {
    var cut = Differing.of(text, other);
    return text.length() + other.length() > VALUE && !cut.middle().isBlank() ? cut.middle() : text;
  }

  private static String shorten(String text) {
    return text.length() <= VALUE ? text : text.substring(0, VALUE - 1) + "…";
  }

  private Label risk(Risk risk) {
    return switch (risk) {
      case Risk.None n -> Texts.second(words.get("plan.risk.none"));
      case Risk.Restarts r ->
          new StateChip(
              RESTART_ICON,
              Tone.WARNING,
              r.pods()
                  .map(n -> words.count("plan.risk.restarts", n))
                  .orElseGet(() -> words.get("plan.risk.restarts-its")),
              true);
    };
  }

  private Node outcome(PlanLine.Line line, Risk risk) {
    var node =
        switch (line.now()) {
          case PLANNED -> risk(risk);
          case WAITING -> Texts.second(words.get("plan.outcome.waiting"));
          case ENDED, TRIED -> ended(line.result().orElseThrow(), line.now());
          case LEFT -> Texts.second(words.get("plan.outcome.left"));
          case UNTRIED -> Texts.second(words.get("plan.outcome.untried"));
        };
    node.setAccessibleText(node.getText());
    return node;
  }

  private Label ended(StepResult result, PlanLine.Now now) {
    boolean tried = now == PlanLine.Now.TRIED;
    var chip =
        switch (result.outcome()) {
          case DONE ->
              tried
                  ? new StateChip(
                      TRIED_ICON, Tone.ACCENT, words.get("plan.outcome.accepted"), false)
                  : StateChip.quiet(Mark.IN_SYNC, done(result.took()));
          case FAILED ->
              new StateChip(
                  Mark.FAILED,
                  words.get(tried ? "plan.outcome.not-accepted" : "plan.outcome.failed"));
          case NOT_RUN ->
              StateChip.quiet(
                  Mark.NOT_COMPARED,
                  words.get(tried ? "plan.outcome.not-tried" : "plan.outcome.not-run"));
        };
    result.problem().map(Problem::sentence).ifPresent(s -> chip.setTooltip(new Tooltip(s)));
    return chip;
  }

  private String done(Duration took) {
    return took.compareTo(AT_ONCE) < 0
        ? words.get("plan.outcome.done-at-once")
        : words.get("plan.outcome.done", Span.lasting(took, words));
  }
}

package dev.plumbline.ui.plan;

import dev.plumbline.plan.SyncPlan;
import dev.plumbline.ui.kit.Icons;
import dev.plumbline.ui.kit.Mark;
import dev.plumbline.ui.kit.Refocus;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Tone;
import dev.plumbline.ui.kit.Words;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The line of counts above the steps: steps and stages, how many of each sort (a press shows only
/// those), and what stays untouched.
final class PlanSummary {

  private final PlanModel model;
  private final Words words;
  private final HBox root = new HBox(6);

  PlanSummary(PlanModel model, Words words) {
    this.model = model;
    this.words = words;
    root.setId("plan-summary");
    root.getStyleClass().add("plan-summary");
    root.setAlignment(Pos.CENTER_LEFT);
    model.review().subscribe(r -> draw());
    model.only().subscribe(o -> draw());
    model.living().subscribe(l -> draw());
  }

  Region root() {
    return root;
  }

  private void draw() {
    var plan = model.review().get().shown();
    root.setVisible(plan.isPresent());
    root.setManaged(plan.isPresent());
    plan.ifPresent(p -> Refocus.around(root, () -> fill(p)));
  }

  private void fill(SyncPlan plan) {
    var counts = PlanCounts.of(plan);
    var total =
        Texts.strong(
            counts.steps() == 0
                ? words.get("plan.nothing")
                : words.count("plan.steps", counts.steps())
                    + " "
                    + words.count("plan.in-stages", counts.stages()));
    total.setMinWidth(Region.USE_PREF_SIZE);
    root.getChildren().setAll(total);
    var separator = new Region();
    separator.getStyleClass().add("v-separator");
    root.getChildren().add(separator);
    int restarts = (int) plan.steps().stream().filter(s -> restarts(model.risk(s))).count();
    add(Sort.CREATE, counts.creates(), "plan.chip.create", Mark.ONLY_IN_GIT.icon(), Tone.ACCENT);
    add(Sort.CHANGE, counts.changes(), "plan.chip.change", StepRow.CHANGE_ICON, Tone.WARNING);
    add(Sort.RESTART, restarts, "plan.chip.restart", StepRow.RESTART_ICON, Tone.WARNING);
    add(Sort.WAIT, counts.waits(), "plan.chip.wait", StepRow.WAIT_ICON, Tone.NEUTRAL);
    add(Sort.LEFT_OUT, counts.leftOut(), "plan.chip.left-out", Mark.UNKNOWN.icon(), Tone.UNKNOWN);
    var untouched = Texts.cut(Texts.second(words.count("plan.untouched", plan.untouched())));
    untouched.setId("plan-untouched");
    root.getChildren().addAll(Texts.spacer(), untouched);
  }

  private static boolean restarts(Risk risk) {
    return risk instanceof Risk.Restarts;
  }

  private void add(Sort sort, int count, String key, String icon, Tone tone) {
    if (count == 0) {
      return;
    }
    var chip = new ToggleButton(words.count(key, count), Icons.toned(icon, 14, tone));
    chip.setId("plan-only-" + sort.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    chip.setAccessibleText(words.get("plan.only", chip.getText()));
    chip.setTooltip(new Tooltip(chip.getAccessibleText()));
    chip.getStyleClass().addAll("filter-chip", tone.css());
    chip.setMinWidth(Region.USE_PREF_SIZE);
    chip.setSelected(model.only().get().filter(o -> o == sort).isPresent());
    chip.setOnAction(
        e -> model.only().set(chip.isSelected() ? Optional.of(sort) : Optional.empty()));
    root.getChildren().add(chip);
  }
}

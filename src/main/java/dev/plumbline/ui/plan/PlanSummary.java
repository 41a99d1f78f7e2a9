package dev.plumbline.ui.plan;

import dev.plumbline.plan.SyncPlan;
import dev.plumbline.ui.kit.Mark;
import dev.plumbline.ui.kit.StateChip;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Tone;
import dev.plumbline.ui.kit.Words;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The line of counts above the steps: steps and stages, how many of each sort, and what stays
/// untouched.
final class PlanSummary {

  private final Words words;
  private final HBox root = new HBox(6);

  PlanSummary(PlanModel model, Words words) {
    this.words = words;
    root.setId("plan-summary");
    root.getStyleClass().add("plan-summary");
    root.setAlignment(Pos.CENTER_LEFT);
    model
        .review()
        .subscribe(r -> {
          root.setVisible(r.shown().isPresent());
          root.setManaged(r.shown().isPresent());
          r.shown().ifPresent(this::draw);
        });
  }

  Region root() {
    return root;
  }

  private void draw(SyncPlan plan) {
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
    add(counts.creates(), "plan.chip.create", Mark.ONLY_IN_GIT.icon(), Tone.ACCENT);
    add(counts.changes(), "plan.chip.change", StepRow.CHANGE_ICON, Tone.WARNING);
    add(counts.waits(), "plan.chip.wait", StepRow.WAIT_ICON, Tone.NEUTRAL);
    add(counts.leftOut(), "plan.chip.left-out", Mark.UNKNOWN.icon(), Tone.UNKNOWN);
    var untouched = Texts.cut(Texts.second(words.count("plan.untouched", plan.untouched())));
    untouched.setId("plan-untouched");
    root.getChildren().addAll(Texts.spacer(), untouched);
  }

  private void add(int count, String key, String icon, Tone tone) {
    if (count > 0) {
      var chip = new StateChip(icon, tone, words.count(key, count), true);
      chip.getStyleClass().add("big");
      root.getChildren().add(chip);
    }
  }
}

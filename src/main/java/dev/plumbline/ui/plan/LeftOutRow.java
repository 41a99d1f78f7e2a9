package dev.plumbline.ui.plan;

import dev.plumbline.model.Problem;
import dev.plumbline.plan.SyncPlan;
import dev.plumbline.ui.kit.Cells;
import dev.plumbline.ui.kit.Mark;
import dev.plumbline.ui.kit.StateChip;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Tone;
import dev.plumbline.ui.kit.Words;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;

/// An object that the plan leaves as it is, and why.
final class LeftOutRow extends HBox {

  private final String said;

  LeftOutRow(SyncPlan.LeftOut leftOut, Words words, ObservableDoubleValue object) {
    super(10);
    getStyleClass().add("step-row");
    setAlignment(Pos.CENTER_LEFT);
    var chip =
        new StateChip(Mark.UNKNOWN.icon(), Tone.UNKNOWN, words.get("plan.step.left-out"), true);
    var reason = Texts.cut(Texts.label(reason(leftOut.problem()), "left-out-reason"));
    getChildren()
        .addAll(
            Cells.sized(chip, StepRow.STEP),
            Cells.sized(StepRow.object(leftOut.ref()), object),
            Cells.growing(reason));
    said =
        words.get(
            "plan.row.sentence",
            chip.getText(),
            leftOut.ref().kind(),
            leftOut.ref().name(),
            reason.getText(),
            "");
  }

  /// The row as a sentence.
  String said() {
    return said;
  }

  private static String reason(Problem problem) {
    var more = problem.what().endsWith(problem.where()) ? problem.detail() : problem.where();
    return more.isEmpty()
        ? problem.what()
        : problem.what() + ": " + more.lines().findFirst().orElse("");
  }
}

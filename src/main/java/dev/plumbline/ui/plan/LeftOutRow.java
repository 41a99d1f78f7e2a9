package dev.plumbline.ui.plan;

import dev.plumbline.plan.SyncPlan;
import dev.plumbline.ui.kit.Cells;
import dev.plumbline.ui.kit.Mark;
import dev.plumbline.ui.kit.StateChip;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Tone;
import dev.plumbline.ui.kit.Words;
import java.util.regex.Pattern;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;

/// An object that the plan leaves as it is, and why.
final class LeftOutRow extends HBox {

  private final String said;

  LeftOutRow(SyncPlan.LeftOut leftOut, Words words, StepColumns columns) {
    super(10);
    getStyleClass().add("step-row");
    setAlignment(Pos.CENTER_LEFT);
    var chip =
        new StateChip(Mark.UNKNOWN.icon(), Tone.UNKNOWN, words.get("plan.step.left-out"), true);
    var reason = Texts.cut(Texts.label(reason(leftOut), "left-out-reason"));
    getChildren()
        .addAll(
            Cells.sized(chip, columns.step()),
            Cells.sized(StepRow.object(leftOut.ref()), columns.object()),
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

  /// The reason, and where it lies unless that is the object, which the row has named.
  private static String reason(SyncPlan.LeftOut out) {
    var problem = out.problem();
    var elsewhere = problem.where().replace(out.ref().toString(), "").replaceFirst("^[,.:; ]+", "");
    var ref = out.ref();
    var what = problem.what().replaceFirst(Pattern.quote(ref.kind() + " " + ref.name()) + " ", "");
    var more = problem.what().endsWith(elsewhere) ? problem.detail() : elsewhere;
    return more.isEmpty() ? what : what + ": " + more.lines().findFirst().orElse("");
  }
}

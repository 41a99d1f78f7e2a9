package dev.plumbline.ui.plan;

import dev.plumbline.ui.kit.Cells;
import dev.plumbline.ui.kit.SelectedRow;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The stages and their steps, and what is left out.
final class StepList {

  private final Words words;
  private final ListView<PlanLine> list;
  private final VBox root = new VBox();
  private final Label outcome;

  StepList(PlanModel model, Words words) {
    this.words = words;
    var columns = new StepColumns(root);
    list = new ListView<>(model.lines());
    list.setId("plan-steps");
    list.setAccessibleText(words.get("plan.steps-name"));
    list.getStyleClass().add("step-list");
    list.setCellFactory(v -> new StepCell(model, words, columns));
    VBox.setVgrow(list, Priority.ALWAYS);
    outcome = column("plan.column.outcome");
    var heads =
        new HBox(
            10,
            Cells.sized(column("plan.column.step"), columns.step()),
            Cells.sized(column("plan.column.object"), columns.object()),
            Cells.growing(column("plan.column.changes")),
            Cells.sized(outcome, columns.outcome()));
    heads.setAlignment(Pos.CENTER_LEFT);
    heads.getStyleClass().addAll("column-heads", "step-heads");
    root.setMinWidth(0);
    root.getChildren().addAll(heads, list);
    SelectedRow.of(list, model.selected(), model.lines()::indexOf, model::select);
    model.living().subscribe(l -> list.refresh());
    model
        .review()
        .subscribe(r -> {
          boolean ran = r instanceof Review.Running || r instanceof Review.Ended;
          var ends = r.tried() ? "plan.column.dry-run" : "plan.column.outcome";
          outcome.setText(words.get(ran ? ends : "plan.column.risk"));
        });
  }

  Region root() {
    return root;
  }

  Node list() {
    return list;
  }

  private Label column(String key) {
    return Texts.label(words.get(key), "column-head");
  }
}

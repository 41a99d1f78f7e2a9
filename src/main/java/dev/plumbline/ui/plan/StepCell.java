package dev.plumbline.ui.plan;

import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;

/// One line of the list of steps.
final class StepCell extends ListCell<PlanLine> {

  private final PlanModel model;
  private final Words words;
  private final StepColumns columns;

  StepCell(PlanModel model, Words words, StepColumns columns) {
    this.columns = columns;
    this.words = words;
    this.model = model;
    getStyleClass().add("step-cell");
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(PlanLine line, boolean empty) {
    super.updateItem(line, empty);
    if (empty || line == null) {
      setGraphic(null);
      setAccessibleText(null);
      setId(null);
      return;
    }
    switch (line) {
      case PlanLine.Head h -> {
        show("plan-stage-" + h.number(), head(h), h.stage().name());
      }
      case PlanLine.Line l -> {
        var row = new StepRow(l, model.risk(l.step()), words, columns);
        show("plan-step-" + l.step().ref().kind() + "-" + l.step().ref().name(), row, row.said());
      }
      case PlanLine.LeftOutHead h ->
          show("plan-left-out", leftOutHead(h), words.count("plan.left-out.head", h.count()));
      case PlanLine.LeftOut l -> {
        var row = new LeftOutRow(l.leftOut(), words, columns);
        show(
            "plan-left-out-" + l.leftOut().ref().kind() + "-" + l.leftOut().ref().name(),
            row,
            row.said());
      }
    }
  }

  private void show(String id, Node node, String said) {
    setId(id);
    setGraphic(node);
    setAccessibleText(said);
  }

  private Node head(PlanLine.Head head) {
    var number = Texts.label(Integer.toString(head.number()), "stage-number");
    var count = words.count("plan.stage.steps", head.stage().steps().size());
    var line =
        new HBox(
            8,
            number,
            Texts.head(head.stage().name()),
            Texts.cut(
                Texts.second(head.last() ? count : count + "; " + words.get("plan.stage.stops"))));
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("stage-row");
    return line;
  }

  private Node leftOutHead(PlanLine.LeftOutHead head) {
    var line =
        new HBox(
            8,
            Texts.head(words.get("plan.left-out")),
            Texts.count(head.count()),
            Texts.cut(Texts.second(words.get("plan.left-out.rest"))));
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("stage-row");
    return line;
  }
}

package dev.plumbline.ui.history;

import dev.plumbline.ui.history.LaneRow.Line;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;

/// A row's piece of the graph: lanes of 2 px, the commit as a node of 9 px, hollow for a merge.
/// Lanes beyond its width are cut, and a node out there is a sign at the edge.
final class LaneStrip extends Pane {

  /// From lane to lane.
  static final double STEP = 18;

  private static final double FIRST = 13;
  private static final double AFTER = 6;
  private static final double SMALLEST = 62;
  private static final double RADIUS = 4.5;

  private LaneStrip(LaneRow row, int lanes, double height) {
    getStyleClass().add("lane-strip");
    double width = width(lanes, height);
    setMinSize(width, height);
    setPrefSize(width, height);
    setMaxSize(width, height);
    setClip(new Rectangle(width, height));
    for (var line : row.lines()) {
      if (Math.min(line.lane(), line.node()) < lanes) {
        getChildren().add(line(line, height));
      }
    }
    getChildren().add(row.lane() < lanes ? node(row, height) : beyond(width, height));
  }

  /// @param lanes how many fit
  static LaneStrip of(LaneRow row, int lanes, double height) {
    return new LaneStrip(row, lanes, height);
  }

  /// How wide so many lanes are, with room before what follows; never less than its head.
  ///
  /// @param row how high a row is, which grows with the text
  static double width(int lanes, double row) {
    return Math.max(
        Math.ceil(SMALLEST * Math.max(1, row / CommitCell.HEIGHT)),
        FIRST * 2 + (lanes - 1) * STEP + AFTER);
  }

  private static double x(int lane) {
    return FIRST + lane * STEP;
  }

  private static Shape line(Line line, double height) {
    double lane = x(line.lane());
    double node = x(line.node());
    double middle = height / 2;
    var drawn =
        switch (line.part()) {
          case PAST -> curve(lane, 0, lane, height, 0);
          case IN -> curve(lane, 0, node, middle, middle * 0.55);
          case OUT -> curve(node, middle, lane, height, middle * 0.55);
        };
    drawn.getStyleClass().addAll("lane", "lane-" + (1 + line.colour() % (Lanes.COLOURS / 2)));
    if (line.colour() >= Lanes.COLOURS / 2) {
      drawn.getStyleClass().add("lane-dashed");
    }
    return drawn;
  }

  /// Leaves and arrives straight up and down.
  private static CubicCurve curve(double x1, double y1, double x2, double y2, double bend) {
    return new CubicCurve(x1, y1, x1, y1 + bend, x2, y2 - bend, x2, y2);
  }

  private static Shape node(LaneRow row, double height) {
    var node = new Circle(x(row.lane()), height / 2, row.merge() ? RADIUS - 1 : RADIUS);
    node.getStyleClass().addAll("lane-node", "lane-" + (1 + row.colour() % (Lanes.COLOURS / 2)));
    if (row.merge()) {
      node.getStyleClass().add("lane-merge");
    }
    return node;
  }

  private static Text beyond(double width, double height) {
    var sign = new Text(width - 9, height / 2 + 4, "›");
    sign.getStyleClass().add("lane-beyond");
    return sign;
  }
}

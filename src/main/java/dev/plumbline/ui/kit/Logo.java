package dev.plumbline.ui.kit;

import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;

/// The plumb bob: a bar, a line, a weight. 24 by 24.
public final class Logo extends Group {

  private static final String LINE = "M6 3h12M12 3v8";
  private static final String BOB =
      "M8 12.2c0-.7.5-1.2 1.2-1.2h5.6c.7 0 1.2.5 1.2 1.2 0 3.6-2 6.6-4 8.8-2-2.2-4-5.2-4-8.8z";

  public Logo() {
    var line = new SVGPath();
    line.setContent(LINE);
    line.setFill(Color.TRANSPARENT);
    line.setStrokeWidth(1.6);
    line.setStrokeLineCap(StrokeLineCap.BUTT);
    line.getStyleClass().add("logo-line");
    var bob = new SVGPath();
    bob.setContent(BOB);
    bob.getStyleClass().add("logo-bob");
    getChildren().addAll(line, bob);
  }
}

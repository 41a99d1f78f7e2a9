package dev.plumbline.ui.kit;

import java.util.function.DoubleConsumer;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/// Break points in em of the text: with text twice as large, a window is half as wide.
public final class Ems {

  private final Pane pane;
  private final Label ruler = new Label();
  private final DoubleConsumer told;

  private Ems(Pane pane, DoubleConsumer told) {
    this.pane = pane;
    this.told = told;
  }

  /// Tells how wide a pane is, in px at the usual text size, now and at each change of its width or
  /// of the text. What is not laid out yet has no width.
  public static void watch(Pane pane, DoubleConsumer told) {
    var ems = new Ems(pane, told);
    ems.ruler.setManaged(false);
    ems.ruler.setVisible(false);
    pane.getChildren().add(ems.ruler);
    pane.widthProperty().subscribe(w -> ems.tell());
    ems.ruler.fontProperty().subscribe(f -> ems.tell());
  }

  private void tell() {
    if (pane.getWidth() > 0) {
      told.accept(pane.getWidth() * Look.USUAL / ruler.getFont().getSize());
    }
  }
}

package dev.plumbline.ui.kit;

import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Grey bars where rows will come. They stand still.
public final class Skeleton extends VBox {

  private static final double[] SHARES = {0.72, 0.54, 0.65, 0.48, 0.6};

  public Skeleton(int rows) {
    super(12);
    getStyleClass().add("skeleton");
    for (int i = 0; i < rows; i++) {
      var bar = new Region();
      bar.getStyleClass().add("skeleton-bar");
      bar.setMinHeight(10);
      bar.maxWidthProperty().bind(widthProperty().multiply(SHARES[i % SHARES.length]));
      getChildren().add(bar);
    }
  }
}

package dev.plumbline.ui.home;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// Rows below each other of which only those are shown that fit whole; one at least has room.
final class WholeRows extends Pane {

  void show(List<? extends Node> rows) {
    getChildren().setAll(rows);
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computeMinHeight(double width) {
    return getChildren().stream().findFirst().map(n -> n.prefHeight(width)).orElse(0.0);
  }

  @Override
  protected double computePrefHeight(double width) {
    return getChildren().stream().mapToDouble(n -> snapSizeY(n.prefHeight(width))).sum();
  }

  @Override
  protected void layoutChildren() {
    double top = 0;
    boolean fits = true;
    for (var row : getManagedChildren()) {
      double high = snapSizeY(row.prefHeight(getWidth()));
      fits &= top + high <= getHeight() + 0.5;
      row.setVisible(fits);
      row.resizeRelocate(0, top, getWidth(), high);
      top += high;
    }
  }
}

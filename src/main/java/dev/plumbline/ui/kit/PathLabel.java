package dev.plumbline.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// A path with its last part bold, cut in the middle when there is no room; the whole path is in
/// the tooltip.
public final class PathLabel extends HBox {

  /// Advance of DejaVu Sans Mono, in its size.
  private static final double ADVANCE = 0.6021;

  private final PathText path;
  private final Label head = new Label();
  private final Label last = new Label();

  public PathLabel(PathText path) {
    this.path = path;
    getStyleClass().add("path");
    setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().addAll("mono", "path-head");
    last.getStyleClass().addAll("mono", "path-last");
    head.setText(path.head());
    last.setText(path.last());
    head.setMinWidth(USE_PREF_SIZE);
    last.setMinWidth(USE_PREF_SIZE);
    setMinWidth(0);
    setAccessibleText(path.toString());
    Tooltip.install(this, new Tooltip(path.toString()));
    getChildren().addAll(head, last);
  }

  @Override
  protected double computePrefWidth(double height) {
    return Math.ceil(advance() * path.toString().length()) + insets();
  }

  @Override
  protected double computeMinWidth(double height) {
    return Math.ceil(advance() * (path.last().length() + 1)) + insets();
  }

  @Override
  protected void layoutChildren() {
    int room = (int) Math.floor((getWidth() - insets() + 0.5) / advance());
    var cut = path.within(Math.max(1, room));
    if (!head.getText().equals(cut.head())) {
      head.setText(cut.head());
    }
    super.layoutChildren();
  }

  private double insets() {
    return getInsets().getLeft() + getInsets().getRight();
  }

  private double advance() {
    return last.getFont().getSize() * ADVANCE;
  }
}

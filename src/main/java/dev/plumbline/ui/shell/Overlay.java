package dev.plumbline.ui.shell;

import javafx.animation.FadeTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The one thing that may lie over the window: the palette, the list of keys, words to wait by. Esc
/// and a click beside it close it, and the focus goes back to where it was.
final class Overlay extends StackPane {

  private @Nullable Node before;
  private Runnable dismissed = () -> {};

  Overlay() {
    setId("overlay");
    getStyleClass().add("overlay");
    setVisible(false);
    setManaged(false);
    setOnMousePressed(e -> {
      if (e.getTarget() == this) {
        dismiss();
      }
    });
  }

  /// @param dismiss what Esc and a click beside the sheet do
  /// @param still whether the sheet appears at once
  void show(Region sheet, Node focus, Runnable dismiss, boolean still) {
    dismissed = dismiss;
    if (!isVisible()) {
      before = getScene() == null ? null : getScene().getFocusOwner();
    }
    StackPane.setAlignment(sheet, Pos.TOP_CENTER);
    getChildren().setAll(sheet);
    setVisible(true);
    setManaged(true);
    focus.requestFocus();
    if (!still) {
      var appear = new FadeTransition(Duration.millis(160), sheet);
      appear.setFromValue(0);
      appear.setToValue(1);
      appear.play();
    }
  }

  boolean open() {
    return isVisible();
  }

  void dismiss() {
    dismissed.run();
  }

  void hide() {
    setVisible(false);
    setManaged(false);
    getChildren().clear();
    var back = before;
    before = null;
    if (back != null && back.getScene() != null) {
      back.requestFocus();
    }
  }
}

package dev.plumbline.ui.kit;

import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;

/// Makes a row or a cell act as a button: click, Enter or Space opens it, and a screen reader reads
/// it as one sentence.
public final class OpenRow {
  private OpenRow() {}

  public static <R extends Region> R of(R row, String id, String sentence, Runnable open) {
    row.setId(id);
    row.getStyleClass().add("can-open");
    row.setAccessibleRole(AccessibleRole.BUTTON);
    row.setAccessibleText(sentence);
    row.setFocusTraversable(true);
    row.setOnMouseClicked(e -> {
      if (e.getButton() == MouseButton.PRIMARY) {
        row.requestFocus();
        open.run();
      }
    });
    row.setOnKeyPressed(e -> {
      if (row.equals(e.getTarget())
          && (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE)) {
        open.run();
        e.consume();
      }
    });
    return row;
  }
}

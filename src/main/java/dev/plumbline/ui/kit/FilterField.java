package dev.plumbline.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A field that filters what stands below it: magnifier, text, and the key that leads here. Esc
/// empties it.
public final class FilterField extends HBox {

  private final TextField text = new TextField();

  /// @param id the id of the text field
  /// @param prompt what can be typed, also its name
  public FilterField(String id, String prompt) {
    super(6);
    getStyleClass().add("filter-field");
    setAlignment(Pos.CENTER_LEFT);
    text.setId(id);
    text.setPromptText(prompt);
    text.setAccessibleText(prompt);
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMinWidth(0);
    var key = new Label(Keys.FILTER.label());
    key.getStyleClass().add("key-cap");
    text.focusedProperty()
        .addListener((p, old, now) ->
            pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("focus-within"), now));
    getChildren().addAll(Icons.of("mdi2m-magnify", 14), text, key);
  }

  /// Puts the cursor into the field.
  public void enter() {
    text.requestFocus();
    text.selectAll();
  }

  /// What Esc does while the cursor is in the field: empties it, then leaves it for `next`.
  ///
  /// @return false when the cursor is elsewhere
  public boolean escape(Node next) {
    if (!text.isFocused()) {
      return false;
    }
    if (text.getText().isEmpty()) {
      next.requestFocus();
    } else {
      text.clear();
    }
    return true;
  }

  /// The text field itself.
  public TextField text() {
    return text;
  }
}

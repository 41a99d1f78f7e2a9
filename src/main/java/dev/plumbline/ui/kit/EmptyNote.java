package dev.plumbline.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// What stands where nothing is: one sentence and the verb that fills it.
public final class EmptyNote extends VBox {

  public EmptyNote(String sentence, Node... verbs) {
    super(12);
    getStyleClass().add("empty-note");
    setAlignment(Pos.CENTER);
    var label = Texts.wrapped(Texts.label(sentence, "empty-words"));
    getChildren().add(label);
    getChildren().addAll(verbs);
  }
}

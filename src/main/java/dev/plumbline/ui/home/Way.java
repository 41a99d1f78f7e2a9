package dev.plumbline.ui.home;

import dev.plumbline.ui.kit.Card;
import dev.plumbline.ui.kit.Icons;
import dev.plumbline.ui.kit.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One of the ways to begin: a card with what it is, what it needs, and its verb at the foot.
final class Way {

  private final Card card;
  private final HBox foot = new HBox(8);

  Way(String id, String icon, String title) {
    card = new Card(id, Icons.of(icon, 18), Texts.head(title));
    card.body().getStyleClass().add("way-body");
    card.body().setSpacing(12);
    foot.getStyleClass().add("way-foot");
    foot.setAlignment(Pos.CENTER_LEFT);
    card.getChildren().add(foot);
  }

  Region root() {
    return card;
  }

  /// What stands between head and foot.
  VBox body() {
    return card.body();
  }

  /// The verb, and what stands beside it.
  void verb(Button verb, Node... beside) {
    foot.getChildren().setAll(verb);
    foot.getChildren().addAll(beside);
  }

  /// What this way is, in two lines or so.
  static Label about(String text) {
    return Texts.wrapped(Texts.label(text, "way-about"));
  }

  /// A field with its name above, and a verb beside it.
  static Region field(String id, String name, TextField field, Node... beside) {
    var label = Texts.caption(name);
    label.setId(id);
    label.setLabelFor(field);
    field.setAccessibleText(name);
    HBox.setHgrow(field, Priority.ALWAYS);
    field.setMinWidth(0);
    var line = new HBox(8, field);
    line.getChildren().addAll(beside);
    line.setAlignment(Pos.CENTER_LEFT);
    return new VBox(4, label, line);
  }
}

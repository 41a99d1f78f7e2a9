package dev.plumbline.ui.kit;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A panel with an edge: a header of 36 px, and rows or anything below.
public final class Card extends VBox {

  private final HBox header = new HBox(8);
  private final VBox body = new VBox();

  public Card(String id, Node... head) {
    setId(id);
    getStyleClass().add("card");
    header.getStyleClass().add("card-header");
    header.getChildren().addAll(head);
    body.getStyleClass().add("card-body");
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(header, body);
  }

  /// The header's row: head, count, second words, spacer, verbs.
  public HBox header() {
    return header;
  }

  /// What stands below the header.
  public VBox body() {
    return body;
  }
}

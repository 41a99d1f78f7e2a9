package dev.plumbline.ui.kit;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Every key as it is now and what it does, in two columns.
public final class KeyTable extends HBox {

  public KeyTable(Words words) {
    super(24);
    getStyleClass().add("key-table");
    var all = List.of(Keys.values());
    int half = (all.size() + 1) / 2;
    getChildren()
        .addAll(column(all.subList(0, half), words), column(all.subList(half, all.size()), words));
  }

  private static VBox column(List<Keys> keys, Words words) {
    var column = new VBox();
    for (var key : keys) {
      var caps = new HBox(4);
      caps.setAlignment(Pos.CENTER_LEFT);
      caps.getStyleClass().add("key-caps");
      key.labels().forEach(l -> caps.getChildren().add(Texts.label(l, "key-cap")));
      var does = Texts.body(words.get(key.word()));
      if (key.labels().isEmpty()) {
        caps.getChildren().add(Texts.second(words.get("kit.key.none")));
      }
      var row = new HBox(12, caps, does);
      row.getStyleClass().addAll("row", "row-28", "plain-row");
      row.setAccessibleRole(AccessibleRole.TEXT);
      row.setAccessibleText(does.getText() + ": " + String.join(", ", key.labels()));
      column.getChildren().add(row);
    }
    return column;
  }
}

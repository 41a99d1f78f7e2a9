package dev.plumbline.ui.shell;

import dev.plumbline.ui.kit.Icons;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/// One entry: icon, title with the matched letters bold, hint.
final class PaletteCell extends ListCell<PaletteEntry.Hit> {

  private final Words words;
  private final TextFlow title = new TextFlow();
  private final Label hint = Texts.second("");
  private final HBox row = new HBox(8);
  private PaletteEntry.@Nullable Hit shown;

  PaletteCell(Words words) {
    this.words = words;
    getStyleClass().add("palette-cell");
    row.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxHeight(Region.USE_PREF_SIZE);
    title.setMinWidth(0);
    title.setPrefWidth(0);
    hint.setMinWidth(Region.USE_PREF_SIZE);
  }

  @Override
  protected void updateItem(PaletteEntry.Hit hit, boolean empty) {
    super.updateItem(hit, empty);
    if (empty || hit == null) {
      shown = null;
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    if (hit.equals(shown)) {
      return;
    }
    shown = hit;
    var entry = hit.entry();
    mark(hit);
    hint.setText(
        entry.hint().isEmpty() && hit.recent() ? words.get("shell.palette.recent") : entry.hint());
    row.getChildren().setAll(Icons.of(entry.icon()), title, hint);
    setGraphic(row);
    setAccessibleText(entry.title() + (hint.getText().isEmpty() ? "" : ", " + hint.getText()));
  }

  private void mark(PaletteEntry.Hit hit) {
    title.getChildren().clear();
    var text = hit.entry().title();
    int from = 0;
    while (from < text.length()) {
      boolean bold = hit.match().at().contains(from);
      int to = from;
      while (to < text.length() && hit.match().at().contains(to) == bold) {
        to++;
      }
      var part = new Text(text.substring(from, to));
      part.getStyleClass().add(bold ? "palette-hit" : "palette-text");
      title.getChildren().add(part);
      from = to;
    }
  }
}

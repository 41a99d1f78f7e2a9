package dev.plumbline.ui.shell;

import dev.plumbline.ui.kit.Icons;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Type a few letters, press Enter: places, environments, verbs.
final class Palette {

  private final VBox root = new VBox();
  private final TextField text = new TextField();
  private final ListView<PaletteEntry> list = new ListView<>();
  private final Runnable hide;

  Palette(Words words, List<PaletteEntry> entries, Runnable hide) {
    this.hide = hide;
    root.setId("palette");
    root.getStyleClass().addAll("card", "sheet", "palette");
    root.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    text.setId("palette-text");
    text.setPromptText(words.get("shell.palette.prompt"));
    text.setAccessibleText(words.get("shell.palette.prompt"));
    list.setId("palette-list");
    list.setAccessibleText(words.get("shell.palette.list"));
    list.setPlaceholder(Texts.second(words.get("shell.palette.none")));
    list.setCellFactory(v -> new Cell());
    list.setFocusTraversable(false);
    list.setFixedCellSize(32);
    list.setPrefHeight(32 * 12 + 2);
    list.setOnMouseClicked(e -> run());
    text.textProperty().addListener((p, old, now) -> offer(entries, now));
    text.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
    offer(entries, "");
    root.getChildren().addAll(text, list);
  }

  Region root() {
    return root;
  }

  TextField focus() {
    return text;
  }

  private void offer(List<PaletteEntry> entries, String wanted) {
    list.getItems().setAll(PaletteEntry.matching(entries, wanted));
    list.getSelectionModel().selectFirst();
  }

  private void steer(KeyEvent event) {
    var selection = list.getSelectionModel();
    boolean known = true;
    if (event.getCode() == KeyCode.DOWN) {
      selection.selectNext();
      list.scrollTo(Math.max(0, selection.getSelectedIndex() - 8));
    } else if (event.getCode() == KeyCode.UP) {
      selection.selectPrevious();
      list.scrollTo(Math.max(0, selection.getSelectedIndex() - 8));
    } else if (event.getCode() == KeyCode.ENTER) {
      run();
    } else {
      known = false;
    }
    if (known) {
      event.consume();
    }
  }

  private void run() {
    var entry = list.getSelectionModel().getSelectedItem();
    if (entry != null) {
      hide.run();
      entry.act().run();
    }
  }

  /// One entry: icon, title, hint.
  private static final class Cell extends ListCell<PaletteEntry> {
    private final Label title = Texts.body("");
    private final Label hint = Texts.second("");
    private final HBox row = new HBox(8);
    private @Nullable PaletteEntry shown;

    Cell() {
      getStyleClass().add("palette-cell");
      row.setAlignment(Pos.CENTER_LEFT);
      HBox.setHgrow(title, Priority.ALWAYS);
      title.setMaxWidth(Double.MAX_VALUE);
    }

    @Override
    protected void updateItem(PaletteEntry entry, boolean empty) {
      super.updateItem(entry, empty);
      if (empty || entry == null) {
        shown = null;
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      if (entry.equals(shown)) {
        return;
      }
      shown = entry;
      title.setText(entry.title());
      hint.setText(entry.hint());
      row.getChildren().setAll(Icons.of(entry.icon()), title, hint);
      setGraphic(row);
      setAccessibleText(entry.title() + ", " + entry.hint());
    }
  }
}

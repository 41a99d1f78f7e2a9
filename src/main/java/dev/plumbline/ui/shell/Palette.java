package dev.plumbline.ui.shell;

import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Type a few letters, press Enter: places, environments, verbs, repositories, commits.
final class Palette {

  private static final double ROW = 32.0 / 13;
  private static final int ROWS = 12;

  private final VBox root = new VBox();
  private final TextField text = new TextField();
  private final ListView<PaletteEntry.Hit> list = new ListView<>();
  private final List<PaletteEntry> entries;
  private final List<String> recent;
  private final Consumer<PaletteEntry> run;

  /// @param recent ids of what was used lately
  /// @param em the root's font size in px
  /// @param run runs an entry and closes the palette
  Palette(
      Words words,
      List<PaletteEntry> entries,
      List<String> recent,
      double em,
      Consumer<PaletteEntry> run) {
    this.entries = new ArrayList<>(entries);
    this.recent = recent;
    this.run = run;
    root.setId("palette");
    root.getStyleClass().addAll("card", "sheet", "palette");
    root.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    text.setId("palette-text");
    text.setPromptText(words.get("shell.palette.prompt"));
    text.setAccessibleText(words.get("shell.palette.prompt"));
    list.setId("palette-list");
    list.setAccessibleText(words.get("shell.palette.list"));
    list.setPlaceholder(Texts.second(words.get("shell.palette.none")));
    list.setCellFactory(v -> new PaletteCell(words));
    list.setFocusTraversable(false);
    list.setFixedCellSize(Math.rint(ROW * em));
    list.setPrefHeight(Math.rint(ROW * em) * ROWS + 2);
    list.setOnMouseClicked(e -> run());
    text.textProperty().addListener((p, old, now) -> offer());
    text.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
    offer();
    root.getChildren().addAll(text, list);
  }

  Region root() {
    return root;
  }

  TextField focus() {
    return text;
  }

  /// Offers more that came later; what is selected stays selected.
  void add(List<PaletteEntry> more) {
    var selected = list.getSelectionModel().getSelectedItem();
    entries.addAll(more);
    offer();
    if (selected != null) {
      list.getItems().stream()
          .filter(h -> h.entry().equals(selected.entry()))
          .findFirst()
          .ifPresent(list.getSelectionModel()::select);
    }
  }

  private void offer() {
    list.getItems().setAll(PaletteEntry.matching(entries, text.getText(), recent));
    list.getSelectionModel().selectFirst();
    list.scrollTo(0);
  }

  private void steer(KeyEvent event) {
    boolean known =
        switch (event.getCode()) {
          case DOWN -> move(1);
          case UP -> move(-1);
          case PAGE_DOWN -> move(ROWS - 1);
          case PAGE_UP -> move(1 - ROWS);
          case ENTER -> run();
          default -> false;
        };
    if (known && event.getCode() != KeyCode.UNDEFINED) {
      event.consume();
    }
  }

  private boolean move(int by) {
    int last = list.getItems().size() - 1;
    if (last >= 0) {
      int at = Math.clamp(list.getSelectionModel().getSelectedIndex() + (long) by, 0, last);
      list.getSelectionModel().select(at);
      list.scrollTo(Math.max(0, at - ROWS + 2));
    }
    return true;
  }

  private boolean run() {
    var hit = list.getSelectionModel().getSelectedItem();
    if (hit != null) {
      run.accept(hit.entry());
    }
    return true;
  }
}

package dev.plumbline.ui.history;

import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// How many rows match, which of them is selected, and the way to the others; shown while something
/// is looked for.
final class Matches {

  private final HistoryModel model;
  private final Words words;
  private final Label said = Texts.second("");
  private final Button older;
  private final HBox root = new HBox(2);

  Matches(HistoryModel model, Words words) {
    this.model = model;
    this.words = words;
    said.setId("history-matches");
    said.setMinWidth(Region.USE_PREF_SIZE);
    older = Buttons.link("history-search-older", words.get("history.search.older"), model::more);
    root.setAlignment(Pos.CENTER_LEFT);
    root.getChildren()
        .addAll(
            arrow("history-previous", "mdi2a-arrow-up", "history.search.previous", false),
            arrow("history-next", "mdi2a-arrow-down", "history.search.next", true),
            said,
            older);
    root.setMinWidth(Region.USE_PREF_SIZE);
    model.found().subscribe(f -> draw());
    model.selected().subscribe(c -> draw());
    model.older().subscribe(o -> draw());
  }

  private Button arrow(String id, String icon, String word, boolean down) {
    return Buttons.icon(id, icon, words.get(word), () -> model.match(down));
  }

  private void draw() {
    var found = model.found().get();
    root.setVisible(found.isPresent());
    root.setManaged(found.isPresent());
    found.ifPresent(f -> {
      int number = f.number(model.selected().get().map(c -> model.row(c.id())).orElse(-1));
      var all = HistoryHeader.number(f.count());
      said.setText(
          f.count() == 0
              ? words.get("history.search.none")
              : number > 0
                  ? words.get("history.search.at", HistoryHeader.number(number), all)
                  : words.count("history.search.count", f.count(), all));
    });
    boolean more = model.older().get() == HistoryModel.Older.WAITING;
    older.setVisible(more);
    older.setManaged(more);
  }

  Region root() {
    return root;
  }
}

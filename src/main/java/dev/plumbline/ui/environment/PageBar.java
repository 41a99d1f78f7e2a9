package dev.plumbline.ui.environment;

import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.CodePage;
import dev.plumbline.ui.kit.CodeView;
import dev.plumbline.ui.kit.Copied;
import dev.plumbline.ui.kit.Icons;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The line above a text: where it is from and what of it is not shown, find, copy.
final class PageBar {

  private final Words words;
  private final Label from = Texts.cutMiddle(Texts.second(""));
  private final Label note = Texts.label("", "tab-note");
  private final HBox root = new HBox(8);

  /// @param text all of the text, for another program
  /// @param more what else stands in the line
  PageBar(String id, CodeView code, Supplier<String> text, Words words, Node... more) {
    this.words = words;
    var find = Buttons.flat(id + "-search", words.get("environment.page.find"), code::find);
    find.setGraphic(Icons.small("mdi2m-magnify"));
    find.setTooltip(new javafx.scene.control.Tooltip(find.getText() + "  Ctrl F"));
    var copy =
        Buttons.flat(
            id + "-copy", words.get("environment.page.copy"), () -> Copied.text(text.get()));
    copy.setGraphic(Icons.small("mdi2c-content-copy"));
    note.setMinWidth(Region.USE_PREF_SIZE);
    root.getChildren().addAll(from, note, Texts.spacer());
    root.getChildren().addAll(more);
    root.getChildren().addAll(find, copy);
    root.setAlignment(Pos.CENTER_LEFT);
    root.getStyleClass().add("tab-bar");
  }

  Region root() {
    return root;
  }

  void say(String where, CodePage page) {
    from.setText(where);
    note.setText(
        page.linesLeftOut() > 0
            ? words.count("kit.page.left-out", page.linesLeftOut())
            : page.cut() > 0 ? words.count("kit.page.cut", page.cut()) : "");
  }
}

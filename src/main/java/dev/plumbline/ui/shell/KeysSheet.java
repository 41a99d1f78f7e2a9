package dev.plumbline.ui.shell;

import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.Card;
import dev.plumbline.ui.kit.KeyTable;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;

/// All keys as they are now, over the window.
final class KeysSheet {

  private final Card card;
  private final Button close;

  KeysSheet(Words words, Runnable hide, Runnable change) {
    close = Buttons.icon("keys-close", "mdi2c-close", words.get("shell.close"), hide);
    card =
        new Card(
            "keys-sheet",
            Texts.head(words.get("shell.keys")),
            Texts.spacer(),
            Buttons.link("keys-change", words.get("shell.keys.change"), change),
            close);
    card.getStyleClass().add("sheet");
    card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    card.body().getChildren().add(new KeyTable(words));
  }

  Region root() {
    return card;
  }

  Button focus() {
    return close;
  }
}

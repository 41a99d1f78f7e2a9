package dev.plumbline.ui.shell;

import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.Card;
import dev.plumbline.ui.kit.Icons;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Tone;
import dev.plumbline.ui.kit.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// What is being done before the window can go on, and the way out.
final class WaitSheet {

  private final Card card;
  private final Button stop;
  private final Runnable cancel;

  WaitSheet(Words words, String title, String what, Runnable cancel) {
    this.cancel = cancel;
    stop = Buttons.plain("wait-cancel", words.get("shell.cancel"), cancel);
    card =
        new Card(
            "wait-sheet", Icons.toned("mdi2p-progress-clock", 16, Tone.ACCENT), Texts.head(title));
    card.getStyleClass().addAll("sheet", "wait-sheet");
    card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    card.setAccessibleText(title + ". " + what);
    var end = new HBox(stop);
    end.setAlignment(Pos.CENTER_RIGHT);
    card.body().getStyleClass().add("form");
    card.body().setSpacing(12);
    card.body().getChildren().addAll(Texts.wrapped(Texts.body(what)), end);
  }

  Region root() {
    return card;
  }

  Button focus() {
    return stop;
  }

  Runnable cancel() {
    return cancel;
  }
}

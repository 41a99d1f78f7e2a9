package dev.plumbline.ui.shell;

import dev.plumbline.engine.Work;
import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.Card;
import dev.plumbline.ui.kit.Icons;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Tone;
import dev.plumbline.ui.kit.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What is being done before the window can go on, how far it is, and the way out.
final class WaitSheet {

  private final Card card;
  private final Button stop;
  private final Words words;
  private final Label doing = Texts.cut(Texts.second(""));
  private final Label far = Texts.second("");
  private final ProgressBar bar = new ProgressBar();
  private final Runnable cancel;

  WaitSheet(Words words, String title, String what, Runnable cancel) {
    this.words = words;
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
    card.body().getChildren().addAll(Texts.wrapped(Texts.body(what)), progress(), end);
  }

  private Region progress() {
    doing.setId("wait-doing");
    doing.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(doing, Priority.ALWAYS);
    far.setMinWidth(Region.USE_PREF_SIZE);
    bar.setId("wait-progress");
    bar.setMaxWidth(Double.MAX_VALUE);
    return new VBox(4, new HBox(8, doing, far), bar);
  }

  /// Shows how far the work is.
  void show(Work.View work) {
    var counted = work.total() > 0 ? words.get("shell.wait.of", work.done(), work.total()) : "";
    doing.setText(work.doing());
    far.setText(counted);
    bar.setProgress(
        work.total() > 0
            ? (double) work.done() / work.total()
            : ProgressBar.INDETERMINATE_PROGRESS);
    bar.setAccessibleText((work.doing() + " " + counted).strip());
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

package dev.plumbline.ui.kit;

import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;

/// Looks for words in a text: the words, which place of how many, previous, next, close. Hidden
/// until asked for.
final class FindBar extends HBox {

  private final Words words;
  private final TextField text = new TextField();
  private final Label count = Texts.second("");

  FindBar(String id, Words words, Consumer<String> seek, IntConsumer step, Runnable leave) {
    super(6);
    this.words = words;
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("find-bar");
    text.setId(id);
    text.setPromptText(words.get("kit.find"));
    text.setAccessibleText(words.get("kit.find"));
    text.setPrefColumnCount(22);
    text.textProperty().addListener((p, old, now) -> seek.accept(now));
    text.setOnKeyPressed(e -> {
      if (e.getCode() == KeyCode.ENTER) {
        step.accept(e.isShiftDown() ? -1 : 1);
        e.consume();
      }
    });
    count.setId(id + "-count");
    var previous =
        Buttons.icon(
            id + "-previous",
            "mdi2c-chevron-up",
            words.get("kit.find.previous"),
            () -> step.accept(-1));
    var next =
        Buttons.icon(
            id + "-next", "mdi2c-chevron-down", words.get("kit.find.next"), () -> step.accept(1));
    var close = Buttons.icon(id + "-close", "mdi2c-close", words.get("kit.find.close"), leave);
    getChildren()
        .addAll(Icons.of("mdi2m-magnify", 14), text, previous, next, count, Texts.spacer(), close);
    setVisible(false);
    setManaged(false);
  }

  /// Shows itself with the cursor in it.
  void open(String first) {
    setVisible(true);
    setManaged(true);
    if (!first.isEmpty()) {
      text.setText(first);
    }
    text.requestFocus();
    text.selectAll();
  }

  void close() {
    setVisible(false);
    setManaged(false);
    text.clear();
  }

  /// @param at the place that is shown, from 0
  /// @param more whether there may be more than were counted
  void say(int at, int of, boolean more) {
    count.setText(
        text.getText().isEmpty()
            ? ""
            : of == 0
                ? words.get("kit.find.none")
                : words.get(more ? "kit.find.at-least" : "kit.find.at", at + 1, of));
  }
}

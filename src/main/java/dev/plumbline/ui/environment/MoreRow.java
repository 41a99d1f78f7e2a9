package dev.plumbline.ui.environment;

import dev.plumbline.ui.kit.Icons;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// How many more children of an owner there are that are all alike.
final class MoreRow {

  private final Words words;
  private final Label text = Texts.cut(Texts.label("", "accent"));
  private final RowFrame frame =
      new RowFrame(RowFrame.twistless(), RowFrame.held(Icons.small("mdi2d-dots-horizontal")), text);

  MoreRow(Words words) {
    this.words = words;
  }

  Region root() {
    return frame.root();
  }

  /// Says what a line says, and returns it as a sentence.
  String show(Line.More more) {
    frame.show(Optional.empty(), more.depth());
    text.setId("resource-more-" + more.kind());
    text.setText(
        words.get(
            more.open() ? "environment.more.fold" : "environment.more",
            more.count(),
            more.kind() + "s",
            more.word().toLowerCase(Locale.ROOT)));
    return text.getText();
  }
}

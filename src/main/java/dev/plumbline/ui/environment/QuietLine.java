package dev.plumbline.ui.environment;

import dev.plumbline.ui.kit.Mark;
import dev.plumbline.ui.kit.PathLabel;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// A difference that does not count, in one line: path, both values, and who set the live one.
final class QuietLine extends StackPane {

  /// Values up to this length stay whole and the path gives way.
  private static final int SHORT = 24;

  QuietLine(FieldCard card, Words words) {
    getStyleClass().add("quiet-line");
    setMinHeight(26);
    var line = new Region();
    line.getStyleClass().add("plumb-hairline");
    line.setMaxWidth(1);
    var git = value(card.git(), words);
    git.setAlignment(Pos.CENTER_RIGHT);
    var path = new PathLabel(card.path());
    var left = half(path, Texts.spacer(), git);
    var owner =
        Texts.cut(
            Texts.second(
                words.get(
                    "environment.quiet.cause",
                    words.get(Mark.of(card.change().cause()).word()),
                    card.change()
                        .owner()
                        .map(o -> words.get("environment.quiet.owner", o.manager()))
                        .orElseGet(() -> words.get("environment.owner.nobody")))));
    var right = half(value(card.live(), words), owner);
    right.setSpacing(24);
    var middle = new Region();
    middle.setMinWidth(40);
    middle.setMaxWidth(40);
    var row = new HBox(left, middle, right);
    row.setAlignment(Pos.CENTER_LEFT);
    setAccessibleText(
        words.get(
            "environment.quiet.sentence",
            card.path(),
            card.git().map(Side::text).orElse(words.get("environment.absent")),
            card.live().map(Side::text).orElse(words.get("environment.absent"))));
    getChildren().addAll(line, row);
  }

  private static HBox half(javafx.scene.Node... nodes) {
    var half = new HBox(8, nodes);
    half.setAlignment(Pos.CENTER_LEFT);
    half.setMinWidth(0);
    half.setPrefWidth(10);
    half.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(half, Priority.ALWAYS);
    return half;
  }

  private static Label value(Optional<Side> side, Words words) {
    var label = text(side, words);
    if (label.getText().length() <= SHORT) {
      label.setMinWidth(Region.USE_PREF_SIZE);
    }
    return label;
  }

  private static Label text(Optional<Side> side, Words words) {
    return side.map(s ->
            Texts.cut(
                Texts.mono(s.lines().size() == 1 ? s.text() : s.lines().getFirst().text() + " …")))
        .orElseGet(() -> Texts.second(words.get("environment.absent")));
  }
}

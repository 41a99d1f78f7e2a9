package dev.plumbline.ui.shell;

import dev.plumbline.ui.kit.Icons;
import dev.plumbline.ui.kit.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// Facts at the bottom: context, watch, HEAD, mode.
final class StatusBar extends HBox {

  StatusBar() {
    super(16);
    setId("status-bar");
    getStyleClass().add("status-bar");
    setAlignment(Pos.CENTER_LEFT);
  }

  void show(List<Frame.Fact> left, List<Frame.Fact> right) {
    getChildren().setAll(left.stream().map(StatusBar::fact).toList());
    getChildren().add(Texts.spacer());
    getChildren().addAll(right.stream().map(StatusBar::fact).toList());
  }

  private static Label fact(Frame.Fact fact) {
    var label = Texts.second(fact.text());
    label.setGraphic(Icons.small(fact.icon()));
    label.setGraphicTextGap(5);
    label.setMinWidth(0);
    return label;
  }
}

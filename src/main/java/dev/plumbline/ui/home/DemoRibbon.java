package dev.plumbline.ui.home;

import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.Icons;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// Says that what is seen is made up, and leads to what is not.
final class DemoRibbon {
  private DemoRibbon() {}

  /// @param own opens the person's own repositories; empty where that cannot be had
  static Region of(Words words, Optional<Runnable> own) {
    var name = Texts.strong(words.get("home.ribbon.name"));
    name.setMinWidth(Region.USE_PREF_SIZE);
    var said = Texts.cut(Texts.second(words.get("home.ribbon.said")));
    said.setId("demo-said");
    var ribbon = new HBox(8, Icons.small("mdi2s-store-outline"), name, said, Texts.spacer());
    ribbon.setId("demo-ribbon");
    ribbon.getStyleClass().add("demo-ribbon");
    ribbon.setAlignment(Pos.CENTER_LEFT);
    own.ifPresent(
        o -> ribbon.getChildren().add(Buttons.link("demo-own", words.get("home.ribbon.own"), o)));
    return ribbon;
  }
}

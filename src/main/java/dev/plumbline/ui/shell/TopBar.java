package dev.plumbline.ui.shell;

import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.Icons;
import dev.plumbline.ui.kit.Keys;
import dev.plumbline.ui.kit.Logo;
import dev.plumbline.ui.kit.Nav;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import java.util.List;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// Back, forward, where one is, the palette, what runs.
final class TopBar extends Pane {

  private static final double GAP = 8;
  private static final double CRUMB = 28;
  private static final double TAG = 96;
  private static final double PALETTE = 150;

  private final Words words;
  private final Button back;
  private final Button forward;
  private final HBox crumbs = new HBox(6);
  private final Label production = Texts.label("", "production-tag");
  private final Button running;
  private final StackPane logo = new StackPane(new Logo());
  private final HBox left;
  private final Button palette;

  TopBar(Words words, Nav nav, Runnable palette, Runnable drawer) {
    this.words = words;
    setId("top-bar");
    getStyleClass().add("top-bar");
    logo.getStyleClass().add("logo");
    back = Buttons.icon("back", "mdi2a-arrow-left", words.get("kit.key.back"), nav::back);
    forward =
        Buttons.icon("forward", "mdi2a-arrow-right", words.get("kit.key.forward"), nav::forward);
    crumbs.setAlignment(Pos.CENTER_LEFT);
    production.setGraphic(Icons.of("mdi2a-alert-outline", 12));
    Texts.cut(production);
    running = Buttons.flat("running", "", drawer);
    running.setGraphic(Icons.small("mdi2p-progress-clock"));
    left = new HBox(GAP, back, forward, crumbs, production);
    left.setAlignment(Pos.CENTER_LEFT);
    this.palette = palette(palette);
    getChildren().addAll(logo, left, this.palette, running);
  }

  private Button palette(Runnable open) {
    var text = Texts.second(words.get("kit.key.palette"));
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMaxWidth(Double.MAX_VALUE);
    text.setMinWidth(0);
    var key = Texts.label(Keys.PALETTE.label(), "key-cap");
    key.setMinWidth(Region.USE_PREF_SIZE);
    var inside = new HBox(8, Icons.small("mdi2m-magnify"), text, key);
    inside.setAlignment(Pos.CENTER_LEFT);
    var button = Buttons.plain("palette-open", words.get("kit.key.palette"), open);
    button.setText("");
    button.setGraphic(inside);
    button.getStyleClass().add("palette-box");
    inside.prefWidthProperty().bind(button.widthProperty().subtract(18));
    return button;
  }

  void show(
      List<String> path,
      Optional<String> productionContext,
      int works,
      boolean canBack,
      boolean canForward) {
    back.setDisable(!canBack);
    forward.setDisable(!canForward);
    crumbs.getChildren().clear();
    for (int i = 0; i < path.size(); i++) {
      boolean last = i == path.size() - 1;
      if (i > 0) {
        crumbs.getChildren().add(Icons.small("mdi2c-chevron-right"));
      }
      var crumb = Texts.label(path.get(i), last ? "head" : "muted");
      Texts.cut(crumb);
      crumb.setMinWidth(last ? Region.USE_PREF_SIZE : CRUMB);
      crumbs.getChildren().add(crumb);
    }
    production.setVisible(productionContext.isPresent());
    production.setManaged(productionContext.isPresent());
    production.setMinWidth(productionContext.isPresent() ? TAG : 0);
    production.setText(productionContext.map(c -> words.get("shell.production", c)).orElse(""));
    running.setText(words.count("shell.running", works));
    running.setAccessibleText(running.getText());
    Buttons.keyed(running, Keys.DRAWER);
  }

  /// The palette stands in the middle as long as the crumbs leave it there; then it moves to the
  /// right, then it shrinks, and last the crumbs before the last one do.
  @Override
  protected void layoutChildren() {
    double top = snappedTopInset();
    double height = getHeight() - top - snappedBottomInset();
    double from = snappedLeftInset() + logo.prefWidth(-1);
    double end = getWidth() - snappedRightInset() - Math.ceil(running.prefWidth(-1));
    place(logo, snappedLeftInset(), top, logo.prefWidth(-1), height);
    place(running, end, top, Math.ceil(running.prefWidth(-1)), height);
    double free = end - GAP - from - GAP;
    double crumbsWide =
        Math.clamp(Math.ceil(left.prefWidth(-1)), 0, Math.max(0, free - GAP - PALETTE));
    double paletteWide = Math.min(palette.prefWidth(-1), Math.max(0, free - GAP - crumbsWide));
    double at =
        Math.clamp(
            (getWidth() - paletteWide) / 2,
            from + GAP + crumbsWide + GAP,
            Math.max(from + GAP + crumbsWide + GAP, end - GAP - paletteWide));
    place(left, from + GAP, top, crumbsWide, height);
    place(palette, Math.floor(at), top, paletteWide, height);
  }

  private void place(Region child, double x, double y, double width, double height) {
    layoutInArea(child, x, y, width, height, 0, HPos.LEFT, VPos.CENTER);
  }
}

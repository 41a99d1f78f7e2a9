package dev.plumbline.ui.shell;

import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.Icons;
import dev.plumbline.ui.kit.Keys;
import dev.plumbline.ui.kit.Nav;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Back, forward, where one is, the palette, what runs.
final class TopBar extends HBox {

  private static final double LAST_CRUMB = 60;
  private static final double MOST = 460;

  private final Words words;
  private final Button back;
  private final Button forward;
  private final HBox crumbs = new HBox(6);
  private final Label production = Texts.label("", "production-tag");
  private final Button running;

  TopBar(Words words, Nav nav, Runnable palette, Runnable drawer) {
    super(8);
    this.words = words;
    setId("top-bar");
    getStyleClass().add("top-bar");
    setAlignment(Pos.CENTER_LEFT);
    var logo = new StackPane(new Logo());
    logo.getStyleClass().add("logo");
    back = Buttons.icon("back", "mdi2a-arrow-left", words.get("kit.key.back"), nav::back);
    forward =
        Buttons.icon("forward", "mdi2a-arrow-right", words.get("kit.key.forward"), nav::forward);
    crumbs.setAlignment(Pos.CENTER_LEFT);
    crumbs.setMinWidth(0);
    production.setGraphic(Icons.of("mdi2a-alert-outline", 12));
    production.setMinWidth(Region.USE_PREF_SIZE);
    running = Buttons.flat("running", "", drawer);
    running.setGraphic(Icons.small("mdi2p-progress-clock"));
    var left = new Side(back, forward, crumbs, production);
    left.setAlignment(Pos.CENTER_LEFT);
    var right = new Side(running);
    right.setAlignment(Pos.CENTER_RIGHT);
    left.balance(right);
    right.balance(left);
    getChildren().addAll(logo, left, palette(palette), right);
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
      crumb.setMinWidth(last ? LAST_CRUMB : 0);
      crumbs.getChildren().add(crumb);
    }
    production.setVisible(productionContext.isPresent());
    production.setManaged(productionContext.isPresent());
    production.setText(productionContext.map(c -> words.get("shell.production", c)).orElse(""));
    running.setText(words.count("shell.running", works));
    running.setAccessibleText(running.getText());
    Buttons.keyed(running, Keys.DRAWER);
  }

  /// A side that wants to be as wide as the other, so that the palette stands in the middle.
  private static final class Side extends HBox {
    private @Nullable Side other;

    Side(Node... content) {
      super(8, content);
      HBox.setHgrow(this, Priority.ALWAYS);
    }

    void balance(Side side) {
      other = side;
    }

    private double own() {
      return super.computePrefWidth(-1);
    }

    @Override
    protected double computeMinWidth(double height) {
      return Math.min(own(), MOST);
    }

    @Override
    protected double computePrefWidth(double height) {
      return other == null ? own() : Math.max(own(), other.own());
    }
  }
}

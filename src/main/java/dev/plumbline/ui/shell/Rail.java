package dev.plumbline.ui.shell;

import dev.plumbline.ui.kit.Icons;
import dev.plumbline.ui.kit.Keys;
import dev.plumbline.ui.kit.Place;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The places at the left, one click each, with a badge for what needs you.
final class Rail extends VBox {

  private static final PseudoClass ON = PseudoClass.getPseudoClass("on");

  private final Words words;
  private final Map<Keys, Button> buttons = new EnumMap<>(Keys.class);
  private final Map<Keys, Label> badges = new EnumMap<>(Keys.class);

  Rail(Words words, Consumer<Keys> go) {
    this.words = words;
    setId("rail");
    getStyleClass().add("rail");
    setAccessibleRole(AccessibleRole.TOOL_BAR);
    setAccessibleText(words.get("shell.rail"));
    add(Keys.HOME, "shell.home", "mdi2h-home-variant-outline", go);
    add(Keys.ENVIRONMENTS, "shell.envs", "mdi2v-view-grid-outline", go);
    add(Keys.HISTORY, "shell.history", "mdi2s-source-branch", go);
    add(Keys.ACTIVITY, "shell.activity", "mdi2p-pulse", go);
    var space = new Region();
    VBox.setVgrow(space, Priority.ALWAYS);
    getChildren().add(space);
    add(Keys.SETTINGS, "shell.settings", "mdi2c-cog-outline", go);
    keys();
  }

  private void add(Keys key, String word, String icon, Consumer<Keys> go) {
    var button = new Button(words.get(word), Icons.of(icon, 20));
    button.setId("rail-" + word.substring(word.indexOf('.') + 1));
    button.setContentDisplay(ContentDisplay.TOP);
    button.getStyleClass().setAll("button", "rail-item");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(e -> go.accept(key));
    var badge = Texts.label("", "badge");
    badge.setVisible(false);
    badge.setMouseTransparent(true);
    StackPane.setAlignment(badge, Pos.TOP_RIGHT);
    buttons.put(key, button);
    badges.put(key, badge);
    getChildren().add(new StackPane(button, badge));
    button.setAccessibleText(button.getText());
  }

  /// Icons alone, where there is little room; the names stay in tooltips and for screen readers.
  void narrow(boolean icons) {
    buttons
        .values()
        .forEach(
            b -> b.setContentDisplay(icons ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.TOP));
  }

  /// Shows the keys as they are now.
  void keys() {
    buttons.forEach((key, b) ->
        b.setTooltip(new Tooltip((words.get(key.word()) + "  " + key.label()).strip())));
  }

  /// Marks where one is.
  void at(Place place) {
    var on =
        switch (place) {
          case Place.Home p -> Keys.HOME;
          case Place.Environment p -> Keys.ENVIRONMENTS;
          case Place.Plan p -> Keys.ENVIRONMENTS;
          case Place.History p -> Keys.HISTORY;
          case Place.Activity p -> Keys.ACTIVITY;
          case Place.Settings p -> Keys.SETTINGS;
        };
    buttons.forEach((key, button) -> button.pseudoClassStateChanged(ON, key == on));
  }

  /// Shows how much needs you, and how much runs.
  void count(int needsYou, int running) {
    badge(Keys.HOME, needsYou, "shell.badge.needs");
    badge(Keys.ACTIVITY, running, "shell.badge.running");
  }

  private void badge(Keys key, int n, String word) {
    var badge = badges.get(key);
    var button = buttons.get(key);
    if (badge != null && button != null) {
      badge.setText(Integer.toString(n));
      badge.setVisible(n > 0);
      button.setAccessibleText(button.getText() + (n > 0 ? ", " + words.count(word, n) : ""));
    }
  }
}

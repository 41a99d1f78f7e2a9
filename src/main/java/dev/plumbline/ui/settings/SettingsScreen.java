package dev.plumbline.ui.settings;

import dev.plumbline.engine.Session;
import dev.plumbline.ui.kit.Card;
import dev.plumbline.ui.kit.Choosers;
import dev.plumbline.ui.kit.Fx;
import dev.plumbline.ui.kit.KeyTable;
import dev.plumbline.ui.kit.Refocus;
import dev.plumbline.ui.kit.Screen;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Contexts, repositories, theme, keys.
public final class SettingsScreen implements Screen {

  private final SettingsModel model;
  private final Words words;
  private final VBox root = new VBox();
  private final ContextsCard contexts;
  private final RepositoriesCard repositories;
  private final Map<Session.Theme, RadioButton> themes = new EnumMap<>(Session.Theme.class);

  public SettingsScreen(Session session, Fx fx, Words words, Choosers choosers) {
    this.words = words;
    model = new SettingsModel(session, fx);
    contexts = new ContextsCard(model, words);
    repositories = new RepositoriesCard(model, words, choosers);
    var keys = new Card("keys", Texts.head(words.get("settings.keys")));
    keys.body().getChildren().add(new KeyTable(words));
    var lower = new HBox(12, theme(), keys);
    HBox.setHgrow(keys, Priority.ALWAYS);
    var body = new VBox(12, contexts.root(), repositories.root(), lower);
    body.getStyleClass().add("page-body");
    body.setMaxWidth(1180);
    var scroll = new ScrollPane(body);
    scroll.setId("settings-scroll");
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    var header =
        new HBox(
            12, Texts.title(words.get("settings.title")), Texts.second(words.get("settings.what")));
    header.getStyleClass().add("place-header");
    root.setId("settings");
    root.getChildren().addAll(header, scroll);
    model.content().addListener((p, old, now) -> Refocus.around(root, () -> draw(now)));
    draw(model.content().get());
  }

  private Card theme() {
    var card = new Card("theme", Texts.head(words.get("settings.theme")));
    card.setMinWidth(280);
    card.setMaxHeight(Region.USE_PREF_SIZE);
    var group = new ToggleGroup();
    var list = new VBox(10);
    list.getStyleClass().add("form");
    for (var theme : Session.Theme.values()) {
      var radio = new RadioButton(words.get(word(theme)));
      radio.setId("theme-" + theme.name().toLowerCase(java.util.Locale.ROOT));
      radio.setAccessibleText(radio.getText());
      radio.setToggleGroup(group);
      radio.setOnAction(e -> model.theme(theme));
      themes.put(theme, radio);
      list.getChildren().add(radio);
    }
    card.body().getChildren().add(list);
    return card;
  }

  private static String word(Session.Theme theme) {
    return switch (theme) {
      case LIGHT -> "settings.theme.light";
      case DARK -> "settings.theme.dark";
      case SYSTEM -> "settings.theme.system";
    };
  }

  private void draw(SettingsModel.Content content) {
    contexts.show(content);
    repositories.show(content);
    themes.forEach((theme, radio) -> radio.setSelected(theme == content.preferences().theme()));
  }

  @Override
  public Region root() {
    return root;
  }

  @Override
  public void close() {
    model.close();
  }
}

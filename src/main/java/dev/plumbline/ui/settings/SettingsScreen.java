package dev.plumbline.ui.settings;

import dev.plumbline.engine.Session;
import dev.plumbline.ui.kit.Choosers;
import dev.plumbline.ui.kit.Fx;
import dev.plumbline.ui.kit.Refocus;
import dev.plumbline.ui.kit.Screen;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Contexts, repositories, how it looks, keys.
public final class SettingsScreen implements Screen {

  private final SettingsModel model;
  private final VBox root = new VBox();
  private final ContextsCard contexts;
  private final RepositoriesCard repositories;
  private final LookCard look;
  private final KeysCard keys;

  public SettingsScreen(Session session, Fx fx, Words words, Choosers choosers) {
    model = new SettingsModel(session, fx);
    contexts = new ContextsCard(model, words);
    repositories = new RepositoriesCard(model, words, choosers);
    look = new LookCard(model, words);
    keys = new KeysCard(model, words);
    var lower = new HBox(12, look.root(), keys.root());
    HBox.setHgrow(keys.root(), Priority.ALWAYS);
    var body = new VBox(12, contexts.root(), repositories.root(), lower);
    body.getStyleClass().add("page-body");
    body.setStyle("-fx-max-width: 98em");
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

  private void draw(SettingsModel.Content content) {
    contexts.show(content);
    repositories.show(content);
    look.show(content.preferences());
    keys.show(content.preferences().keys());
  }

  @Override
  public Region root() {
    return root;
  }

  @Override
  public boolean typed(KeyEvent event) {
    return keys.typed(event);
  }

  @Override
  public void close() {
    model.close();
  }
}

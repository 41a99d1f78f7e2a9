package dev.plumbline.ui.settings;

import dev.plumbline.model.KubeContext;
import dev.plumbline.ui.kit.Banner;
import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.Card;
import dev.plumbline.ui.kit.Columns;
import dev.plumbline.ui.kit.Columns.Column;
import dev.plumbline.ui.kit.EmptyNote;
import dev.plumbline.ui.kit.Icons;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The contexts of the kubeconfig, read as data, and the clusters they stand for.
final class ContextsCard {

  private final SettingsModel model;
  private final Words words;
  private final Columns columns;
  private final Card card = new Card("contexts");

  ContextsCard(SettingsModel model, Words words) {
    this.model = model;
    this.words = words;
    columns =
        new Columns(
            Column.of(words.get("settings.col.context"), 190),
            Column.of(words.get("settings.col.server"), 0),
            Column.of(words.get("settings.col.user"), 150),
            Column.of(words.get("settings.col.login"), 128),
            Column.of(words.get("settings.col.file"), 0),
            Column.of(words.get("settings.col.stands-for"), 226));
  }

  Region root() {
    return card;
  }

  void show(SettingsModel.Content content) {
    card.header()
        .getChildren()
        .setAll(
            Texts.head(words.get("settings.contexts")),
            Texts.count(content.contexts().size()),
            Texts.second(words.get("settings.contexts.what")));
    var rows = new ArrayList<Node>();
    banners(content, rows);
    if (content.contexts().isEmpty()) {
      rows.add(new EmptyNote(words.get("settings.contexts.none")));
    } else {
      rows.add(columns.heads());
      content.contexts().forEach(c -> rows.add(row(c, content)));
      rows.getLast().getStyleClass().add("last");
    }
    if (!content.unmapped().isEmpty()) {
      var note =
          new HBox(
              6,
              Icons.small("mdi2l-lan-disconnect"),
              Texts.second(words.get("settings.unmapped", String.join(", ", content.unmapped()))));
      note.getStyleClass().addAll("row-32", "padded", "edge-above");
      note.setAlignment(Pos.CENTER_LEFT);
      rows.add(note);
    }
    card.body().getChildren().setAll(rows);
  }

  private void banners(SettingsModel.Content content, List<Node> rows) {
    var problems = new ArrayList<>(content.contextProblems());
    content.problem().ifPresent(problems::addFirst);
    for (int i = 0; i < problems.size(); i++) {
      var held =
          new VBox(new Banner("context-problem-" + i, problems.get(i), words, Optional.empty()));
      held.getStyleClass().add("row-banner");
      rows.add(held);
    }
  }

  private Node row(KubeContext context, SettingsModel.Content content) {
    var name = new HBox(6, Texts.cut(Texts.strong(context.name())));
    name.setAlignment(Pos.CENTER_LEFT);
    if (context.current()) {
      var current = Texts.caption(words.get("settings.current"));
      current.setMinWidth(Region.USE_PREF_SIZE);
      name.getChildren().add(current);
    }
    var row =
        columns.row(
            List.of(
                name,
                Texts.cutMiddle(
                    Texts.mono(
                        context.server().isEmpty()
                            ? words.get("settings.no-server")
                            : context.server())),
                Texts.cutMiddle(Texts.body(context.user())),
                Texts.cut(Texts.body(context.auth())),
                Texts.cutMiddle(Texts.mono(context.file())),
                stands(context, content)));
    row.getStyleClass().addAll("row-36", "table-row");
    return row;
  }

  private Node stands(KubeContext context, SettingsModel.Content content) {
    var box = new HBox(6);
    box.setAlignment(Pos.CENTER_LEFT);
    for (var cluster : content.standsFor(context)) {
      var tag = Texts.label(cluster, "tag");
      var remove =
          Buttons.icon(
              "unmap-" + cluster,
              "mdi2c-close",
              words.get("settings.unmap", cluster),
              () -> model.unmap(cluster));
      remove.getStyleClass().add("tiny");
      tag.setMinWidth(Region.USE_PREF_SIZE);
      var mapped = new HBox(tag, remove);
      mapped.setAlignment(Pos.CENTER_LEFT);
      box.getChildren().add(mapped);
    }
    if (content.reading().filter(context.name()::equals).isPresent()) {
      box.getChildren().add(Texts.second(words.get("settings.reading")));
    } else if (!content.unmapped().isEmpty()) {
      box.getChildren().add(map(context, content.unmapped()));
    }
    return box;
  }

  private Node map(KubeContext context, List<String> clusters) {
    var menu = new MenuButton(words.get("settings.map"));
    menu.setId("map-" + context.name());
    menu.setAccessibleText(words.get("settings.map-what", context.name()));
    menu.getStyleClass().add("small");
    menu.setMinWidth(Region.USE_PREF_SIZE);
    for (var cluster : clusters) {
      var item = new MenuItem(cluster);
      item.setId("map-" + context.name() + "-" + cluster);
      item.setOnAction(e -> model.map(cluster, context.name()));
      menu.getItems().add(item);
    }
    return menu;
  }
}

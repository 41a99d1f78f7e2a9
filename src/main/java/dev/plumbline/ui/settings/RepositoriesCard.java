package dev.plumbline.ui.settings;

import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.Card;
import dev.plumbline.ui.kit.Choosers;
import dev.plumbline.ui.kit.Icons;
import dev.plumbline.ui.kit.StateChip;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Tone;
import dev.plumbline.ui.kit.Words;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The open repository, those opened before, and another one.
final class RepositoriesCard {

  private final SettingsModel model;
  private final Words words;
  private final Card card = new Card("repositories");
  private final HBox add;
  private final TextField path = new TextField();

  RepositoriesCard(SettingsModel model, Words words, Choosers choosers) {
    this.model = model;
    this.words = words;
    path.setId("repository-path");
    path.setPromptText(words.get("settings.repositories.prompt"));
    path.setAccessibleText(words.get("settings.repositories.prompt"));
    path.setOnAction(e -> open());
    HBox.setHgrow(path, Priority.ALWAYS);
    var choose =
        Buttons.plain(
            "repository-choose",
            words.get("settings.repositories.choose"),
            () ->
                choosers
                    .folder(
                        card.getScene().getWindow(),
                        words.get("settings.repositories.choose"),
                        Optional.empty())
                    .ifPresent(model::open));
    var open =
        Buttons.plain("repository-open", words.get("settings.repositories.open"), this::open);
    open.disableProperty().bind(path.textProperty().map(String::isBlank));
    add = new HBox(8, path, choose, open);
    add.setAlignment(Pos.CENTER_LEFT);
    add.getStyleClass().add("form-line");
    // a repository of one's own would meet the contexts of the sandbox
    add.setVisible(!model.demo());
    add.setManaged(!model.demo());
  }

  Region root() {
    return card;
  }

  private void open() {
    try {
      model.open(Path.of(path.getText().strip()));
      path.clear();
    } catch (InvalidPathException e) {
      // not a path: the text stays, so that it can be corrected
      path.requestFocus();
    }
  }

  void show(SettingsModel.Content content) {
    card.header()
        .getChildren()
        .setAll(
            Texts.head(words.get("settings.repositories")),
            Texts.count(content.preferences().repositories().size()));
    var rows = new ArrayList<Node>();
    int i = 0;
    for (var folder : content.preferences().repositories()) {
      rows.add(row(folder, i++, content.open().filter(folder::equals).isPresent()));
    }
    rows.add(add);
    card.body().getChildren().setAll(rows);
  }

  private Node row(Path folder, int index, boolean open) {
    var name =
        Texts.strong(
            folder.getFileName() == null ? folder.toString() : folder.getFileName().toString());
    name.setMinWidth(Region.USE_PREF_SIZE);
    var row =
        new HBox(
            8,
            Icons.of("mdi2f-folder-outline"),
            name,
            Texts.cutMiddle(Texts.mono(folder.toString())),
            Texts.spacer());
    if (open) {
      row.getChildren()
          .add(new StateChip("mdi2c-check", Tone.ACCENT, words.get("settings.open-now"), false));
    } else {
      var verb =
          Buttons.small(
              "repository-open-" + index,
              words.get("settings.repositories.open"),
              () -> model.open(folder));
      verb.setAccessibleText(words.get("settings.open-what", folder));
      var forget =
          Buttons.flat(
              "repository-forget-" + index,
              words.get("settings.forget"),
              () -> model.forget(folder));
      forget.setAccessibleText(words.get("settings.forget-what", folder));
      row.getChildren().addAll(forget, verb);
    }
    row.getStyleClass().addAll("row", "row-36", "padded");
    return row;
  }
}

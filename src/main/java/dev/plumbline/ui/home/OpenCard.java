package dev.plumbline.ui.home;

import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.Card;
import dev.plumbline.ui.kit.Choosers;
import dev.plumbline.ui.kit.Icons;
import dev.plumbline.ui.kit.OpenRow;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Where everything begins: a folder to type or choose, and those opened before.
final class OpenCard {

  private final Card card;
  private final TextField path = new TextField();

  OpenCard(Words words, Choosers choosers, List<Path> recent, Consumer<Path> open) {
    card = new Card("open", Texts.head(words.get("home.open.title")));
    card.setMaxWidth(640);
    card.setMaxHeight(Region.USE_PREF_SIZE);
    path.setId("open-path");
    path.setPromptText(words.get("home.open.prompt"));
    path.setAccessibleText(words.get("home.open.prompt"));
    HBox.setHgrow(path, Priority.ALWAYS);
    Runnable go = () -> HomeModel.folder(path.getText()).ifPresent(open);
    path.setOnAction(e -> go.run());
    var choose =
        Buttons.plain(
            "open-choose",
            words.get("home.open.choose"),
            () ->
                choosers
                    .folder(
                        card.getScene().getWindow(), words.get("home.open.title"), Optional.empty())
                    .ifPresent(open));
    var verb = Buttons.primary("open-go", words.get("home.open.verb"), go);
    verb.disableProperty().bind(path.textProperty().map(String::isBlank));
    var line = new HBox(8, path, choose, verb);
    line.setAlignment(Pos.CENTER_LEFT);
    var form = new VBox(12, Texts.wrapped(Texts.label(words.get("home.open.what"), "muted")), line);
    form.getStyleClass().add("form");
    card.body().getChildren().add(form);
    if (!recent.isEmpty()) {
      var head = new HBox(8, Texts.head(words.get("home.open.recent")));
      head.getStyleClass().addAll("sub-header", "edge-above");
      card.body().getChildren().add(head);
      for (int i = 0; i < recent.size(); i++) {
        card.body().getChildren().add(recent(recent.get(i), i, i == recent.size() - 1, open));
      }
    }
  }

  private static Region recent(Path folder, int index, boolean last, Consumer<Path> open) {
    var row =
        new HBox(
            8,
            Icons.of("mdi2f-folder-outline"),
            Texts.strong(HomeModel.name(folder)),
            Texts.cutMiddle(Texts.mono(folder.toString())));
    row.getStyleClass().addAll("row", "row-36", "padded");
    if (last) {
      row.getStyleClass().add("last");
    }
    return OpenRow.of(row, "open-recent-" + index, folder.toString(), () -> open.accept(folder));
  }

  Region root() {
    return card;
  }

  TextField focus() {
    return path;
  }
}

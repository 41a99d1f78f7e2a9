package dev.plumbline.ui.home;

import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.Choosers;
import dev.plumbline.ui.kit.Icons;
import dev.plumbline.ui.kit.OpenRow;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A repository that is on this machine: a folder to type or choose, and those opened before.
final class OpenCard {

  private static final int RECENT = 5;

  private final Words words;
  private final Consumer<Path> open;
  private final Way way;
  private final TextField path = new TextField();
  private final VBox recent = new VBox();
  private List<Path> shown = List.of();

  OpenCard(Words words, Choosers choosers, Consumer<Path> open) {
    this.words = words;
    this.open = open;
    way = new Way("open", "mdi2f-folder-outline", words.get("home.open.title"));
    path.setId("open-path");
    path.setPromptText(words.get("home.open.prompt"));
    path.setOnAction(e -> go());
    var choose =
        Buttons.plain(
            "open-choose",
            words.get("home.open.choose"),
            () ->
                choosers
                    .folder(
                        path.getScene().getWindow(), words.get("home.open.title"), Optional.empty())
                    .ifPresent(open));
    way.body()
        .getChildren()
        .addAll(
            Way.about(words.get("home.open.what")),
            Way.field("open-path-name", words.get("home.open.folder"), path, choose),
            recent);
    recent.getStyleClass().add("recent");
    way.verb(Buttons.plain("open-go", words.get("home.open.verb"), this::go));
  }

  /// What is typed is opened; without a word the cursor goes where it is typed.
  private void go() {
    HomeModel.folder(path.getText()).ifPresentOrElse(open, path::requestFocus);
  }

  void show(List<Path> folders) {
    if (folders.equals(shown)) {
      return;
    }
    shown = folders;
    recent.getChildren().setAll(Texts.caption(words.get("home.open.recent")));
    for (int i = 0; i < Math.min(RECENT, folders.size()); i++) {
      recent.getChildren().add(row(folders.get(i), i));
    }
  }

  private Region row(Path folder, int index) {
    var name = Texts.strong(HomeModel.name(folder));
    name.setMinWidth(Region.USE_PREF_SIZE);
    var where = folder.getParent();
    var row =
        new HBox(
            8,
            Icons.small("mdi2h-history"),
            name,
            Texts.cutMiddle(Texts.second(where == null ? "" : where.toString())));
    row.getStyleClass().addAll("row", "row-28", "recent-row");
    return OpenRow.of(
        row,
        "open-recent-" + index,
        words.get("home.open.again", folder),
        () -> open.accept(folder));
  }

  Region root() {
    return way.root();
  }

  /// Where the keyboard begins: the newest of those opened before, else the field.
  Node first() {
    return shown.isEmpty() ? path : recent.getChildren().get(1);
  }
}

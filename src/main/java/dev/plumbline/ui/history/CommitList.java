package dev.plumbline.ui.history;

import dev.plumbline.model.Commit;
import dev.plumbline.ui.kit.Banner;
import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.EmptyNote;
import dev.plumbline.ui.kit.Skeleton;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The list of commits, or why there is none.
final class CommitList {

  private final HistoryModel model;
  private final Words words;
  private final ListView<Commit> list;
  private final StackPane place = new StackPane();
  private final VBox root = new VBox();
  private boolean selecting;

  CommitList(HistoryModel model, Words words) {
    this.model = model;
    this.words = words;
    list = new ListView<>(model.commits());
    list.setId("history-commits");
    list.setAccessibleText(words.get("history.commits"));
    list.setFixedCellSize(28);
    list.setCellFactory(v -> new CommitCell(model, words));
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(c -> {
          if (!selecting && c != null) {
            model.select(Optional.of(c));
          }
        });
    var heads =
        new HBox(
            CommitCell.growing(column("history.column.subject")),
            CommitCell.sized(column("history.column.author"), CommitCell.AUTHOR),
            CommitCell.sized(column("history.column.when"), CommitCell.WHEN),
            CommitCell.sized(column("history.column.commit"), CommitCell.ID),
            besideBar());
    heads.setAlignment(Pos.CENTER_LEFT);
    heads.getStyleClass().addAll("column-heads", "commit-heads");
    VBox.setVgrow(place, Priority.ALWAYS);
    root.getChildren().addAll(heads, place);
    model.content().subscribe(c -> draw());
    model.selected().subscribe(c -> reselect());
    model
        .commits()
        .addListener(
            (ListChangeListener<Commit>)
                c -> {
                  draw();
                  reselect();
                });
  }

  Region root() {
    return root;
  }

  Node list() {
    return list;
  }

  /// As wide as the scroll bar, so that heads stand over their columns.
  private Region besideBar() {
    var region = new Region();
    region.setMinWidth(Region.USE_PREF_SIZE);
    list.skinProperty()
        .subscribe(skin -> {
          if (skin != null && list.lookup(".scroll-bar:vertical") instanceof ScrollBar bar) {
            region
                .prefWidthProperty()
                .bind(
                    Bindings.when(bar.visibleProperty()).then(bar.widthProperty()).otherwise(0.0));
          }
        });
    return region;
  }

  private Label column(String key) {
    return Texts.label(words.get(key), "column-head");
  }

  private void draw() {
    var next =
        switch (model.content().get()) {
          case HistoryModel.Content.Loading l -> loading();
          case HistoryModel.Content.Stopped s ->
              new EmptyNote(words.get("history.stopped"), again());
          case HistoryModel.Content.Failed(var problem) -> {
            var banner = new Banner("history-problem", problem, words, Optional.of(again()));
            StackPane.setAlignment(banner, Pos.TOP_LEFT);
            StackPane.setMargin(banner, new Insets(12, 16, 12, 16));
            banner.setMaxHeight(Region.USE_PREF_SIZE);
            yield banner;
          }
          case HistoryModel.Content.Ready(var loaded) -> {
            if (loaded.commits().isEmpty()) {
              yield new EmptyNote(words.get("history.empty"));
            }
            yield model.commits().isEmpty()
                ? new EmptyNote(
                    words.get("history.filtered"),
                    Buttons.small(
                        "history-filter-clear",
                        words.get("history.clear"),
                        () -> model.query().set("")))
                : list;
          }
        };
    if (place.getChildren().size() != 1 || !place.getChildren().getFirst().equals(next)) {
      place.getChildren().setAll(next);
    }
  }

  private javafx.scene.control.Button again() {
    return Buttons.small("history-again", words.get("history.again"), model::read);
  }

  private Region loading() {
    var said =
        new HBox(
            12,
            Texts.second(words.get("history.reading")),
            Buttons.flat("history-stop", words.get("history.stop"), model::stop));
    said.setAlignment(Pos.CENTER_LEFT);
    said.setPadding(new Insets(8, 16, 0, 16));
    return new VBox(said, new Skeleton(10));
  }

  private void reselect() {
    selecting = true;
    int at = model.selected().get().map(model.commits()::indexOf).orElse(-1);
    if (at >= 0 && list.getSelectionModel().getSelectedIndex() != at) {
      list.getSelectionModel().clearAndSelect(at);
      list.getFocusModel().focus(at);
    }
    selecting = false;
  }
}

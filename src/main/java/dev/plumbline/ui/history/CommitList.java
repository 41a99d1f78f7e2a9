package dev.plumbline.ui.history;

import dev.plumbline.model.Commit;
import dev.plumbline.ui.kit.Banner;
import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.Cells;
import dev.plumbline.ui.kit.EmptyNote;
import dev.plumbline.ui.kit.SelectedRow;
import dev.plumbline.ui.kit.Skeleton;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The list of commits, or why there is none.
final class CommitList {

  /// More lanes are cut.
  private static final int LANES = 12;

  /// So many rows before the end, older ones are asked for.
  private static final int AHEAD = 60;

  private final HistoryModel model;
  private final Words words;
  private final ListView<Commit> list;
  private final StackPane place = new StackPane();
  private final VBox root = new VBox();
  private final AtomicInteger lanes = new AtomicInteger();
  private final Label graph = new Label();
  private final HBox older = new HBox(8);

  CommitList(HistoryModel model, Words words) {
    this.model = model;
    this.words = words;
    list = new ListView<>(model.commits());
    list.setId("history-commits");
    list.setAccessibleText(words.get("history.commits"));
    list.fixedCellSizeProperty().subscribe(h -> list.refresh());
    list.setCellFactory(v -> new CommitCell(model, words, lanes::get));
    SelectedRow.of(
        list, model.selected(), c -> model.row(c.id()), c -> model.select(Optional.of(c)));
    list.setOnKeyPressed(e -> {
      if (e.getCode() == KeyCode.ENTER) {
        model.match(!e.isShiftDown());
      }
    });
    graph.setId("history-graph");
    graph.getStyleClass().add("column-head");
    var heads =
        new HBox(
            graph,
            Cells.growing(column("history.column.subject")),
            CommitCell.sized(column("history.column.author"), "author-column"),
            CommitCell.sized(column("history.column.when"), "when-column"),
            CommitCell.sized(column("history.column.commit"), "id-column"),
            Cells.besideBar(list));
    heads.setAlignment(Pos.CENTER_LEFT);
    heads.getStyleClass().addAll("column-heads", "commit-heads");
    VBox.setVgrow(place, Priority.ALWAYS);
    older.setId("history-older");
    older.getStyleClass().add("history-older");
    older.setAlignment(Pos.CENTER_LEFT);
    root.getChildren().addAll(heads, place, older);
    model
        .content()
        .subscribe(c -> {
          draw();
          list.refresh();
        });
    model.firstParent().subscribe(f -> fit());
    model.commits().addListener((ListChangeListener<Commit>) c -> draw());
    model.found().subscribe(f -> list.refresh());
    model.markers().subscribe(m -> list.refresh());
    model.older().subscribe(o -> older());
    list.skinProperty().subscribe(skin -> watch());
    list.fixedCellSizeProperty().subscribe(high -> fit());
  }

  /// Near the end of what is shown, older commits are asked for.
  private void watch() {
    if (list.lookup(".scroll-bar:vertical") instanceof ScrollBar bar) {
      bar.valueProperty()
          .subscribe(v -> {
            double left = (bar.getMax() - v.doubleValue()) * list.getItems().size();
            if (bar.isVisible() && left < AHEAD) {
              model.more();
            }
          });
    }
  }

  private void older() {
    older.getChildren().clear();
    switch (model.older().get()) {
      case NONE, WAITING -> {}
      case READING -> older.getChildren().add(Texts.second(words.get("history.older.reading")));
      case FAILED ->
          older
              .getChildren()
              .addAll(
                  Texts.second(words.get("history.older.failed")),
                  Buttons.link("history-older-again", words.get("history.again"), model::more));
    }
    older.setVisible(!older.getChildren().isEmpty());
    older.setManaged(older.isVisible());
  }

  /// As many lanes as the widest row has, as far as they fit; the head says when they do not.
  private void fit() {
    int widest = model.graph().map(Lanes::width).orElse(0);
    lanes.set(Math.min(widest, LANES));
    graph.setVisible(widest > 0);
    graph.setManaged(widest > 0);
    double row = list.getFixedCellSize() > 0 ? list.getFixedCellSize() : CommitCell.HEIGHT;
    double width = widest == 0 ? 0 : LaneStrip.width(lanes.get(), row);
    graph.setText(
        widest > LANES
            ? words.get("history.column.graph-cut", LANES, widest)
            : words.get("history.column.graph"));
    graph.setMinWidth(width);
    graph.setPrefWidth(width);
    graph.setMaxWidth(width);
  }

  Region root() {
    return root;
  }

  Node list() {
    return list;
  }

  private Label column(String key) {
    return Texts.label(words.get(key), "column-head");
  }

  private void draw() {
    fit();
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
          case HistoryModel.Content.Ready(var loaded) ->
              loaded.all().commits().isEmpty() ? new EmptyNote(words.get("history.empty")) : list;
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
}

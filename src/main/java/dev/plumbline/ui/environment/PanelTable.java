package dev.plumbline.ui.environment;

import dev.plumbline.ui.kit.Columns;
import dev.plumbline.ui.kit.Columns.Column;
import dev.plumbline.ui.kit.Ems;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Rows to read under heads, virtual; a row reads as one sentence.
final class PanelTable<T> {

  private static final PseudoClass TWO_LINES = PseudoClass.getPseudoClass("two-lines");

  /// Below this width there is little room.
  private static final double NARROW = 680;

  private final ListView<T> list = new ListView<>();
  private final VBox root = new VBox();

  /// Heads that change within a layout are not laid out any more: they change right after it.
  private final PauseTransition settle = new PauseTransition(Duration.millis(20));

  private final List<Column> columns;
  private final Narrow small;
  private boolean narrow;
  private boolean drawnNarrow;

  /// A row as nodes, one a column, and as a sentence.
  interface Rows<T> {
    List<Node> cells(T row);

    String sentence(T row);
  }

  /// Where there is little room a row is two lines.
  ///
  /// @param first places of the columns of the first line
  /// @param growing the one among them that takes the room that is left
  /// @param below the column of the second line
  record Narrow(List<Integer> first, int growing, int below) {
    Narrow {
      first = List.copyOf(first);
    }

    List<Column> of(List<Column> columns) {
      return first.stream()
          .map(columns::get)
          .map(c -> c.equals(columns.get(growing)) ? new Column(c.head(), 0, c.alignment()) : c)
          .toList();
    }
  }

  PanelTable(
      String id,
      String name,
      List<Column> columns,
      Narrow small,
      Rows<T> rows,
      Consumer<T> opened) {
    this.columns = columns;
    this.small = small;
    list.setId(id);
    list.setAccessibleText(name);
    list.getStyleClass().add("panel-rows");
    list.setCellFactory(v -> new Row<>(this::row, rows::cells, rows::sentence, opened));
    list.setOnKeyPressed(e -> {
      var row = list.getSelectionModel().getSelectedItem();
      if (e.getCode() == KeyCode.ENTER && row != null) {
        opened.accept(row);
        e.consume();
      }
    });
    VBox.setVgrow(list, Priority.ALWAYS);
    root.getChildren().addAll(heads(), list);
    settle.setOnFinished(e -> fit());
    Ems.watch(
        root,
        w -> {
          narrow = w < NARROW;
          settle.playFromStart();
        });
  }

  private void fit() {
    if (narrow != drawnNarrow) {
      drawnNarrow = narrow;
      list.pseudoClassStateChanged(TWO_LINES, narrow);
      root.getChildren().set(0, heads());
      list.refresh();
    }
  }

  private Columns layout() {
    var all = drawnNarrow ? small.of(columns) : columns;
    return new Columns(all.toArray(Column[]::new));
  }

  private Node heads() {
    return layout().heads();
  }

  private Node row(List<Node> cells) {
    if (!drawnNarrow) {
      return layout().row(cells);
    }
    var below = new Columns(Column.of("", 0)).row(List.of(cells.get(small.below())));
    return new VBox(layout().row(small.first().stream().map(cells::get).toList()), below);
  }

  Node root() {
    return root;
  }

  void show(List<T> rows) {
    if (!list.getItems().equals(rows)) {
      list.getItems().setAll(rows);
    }
  }

  private static final class Row<T> extends ListCell<T> {
    private final Function<List<Node>, Node> layout;
    private final Function<T, List<Node>> cells;
    private final Function<T, String> sentence;

    Row(
        Function<List<Node>, Node> layout,
        Function<T, List<Node>> cells,
        Function<T, String> sentence,
        Consumer<T> opened) {
      this.layout = layout;
      this.cells = cells;
      this.sentence = sentence;
      getStyleClass().add("panel-cell");
      setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
      setPrefWidth(0);
      setOnMouseClicked(e -> {
        if (getItem() != null && e.getClickCount() == 2) {
          opened.accept(getItem());
        }
      });
    }

    @Override
    protected void updateItem(T row, boolean empty) {
      super.updateItem(row, empty);
      setGraphic(empty || row == null ? null : layout.apply(cells.apply(row)));
      setAccessibleText(empty || row == null ? null : sentence.apply(row));
    }
  }
}

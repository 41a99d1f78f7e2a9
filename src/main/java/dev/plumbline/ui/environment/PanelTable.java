package dev.plumbline.ui.environment;

import dev.plumbline.ui.kit.Columns;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Rows to read under heads, virtual; a row reads as one sentence.
final class PanelTable<T> {

  private final ListView<T> list = new ListView<>();
  private final VBox root = new VBox();

  /// A row as nodes, one a column, and as a sentence.
  interface Rows<T> {
    List<Node> cells(T row);

    String sentence(T row);
  }

  PanelTable(String id, String name, Columns columns, Rows<T> rows, Consumer<T> opened) {
    list.setId(id);
    list.setAccessibleText(name);
    list.setFixedCellSize(26);
    list.getStyleClass().add("panel-rows");
    list.setCellFactory(v -> new Row<>(columns, rows::cells, rows::sentence, opened));
    list.setOnKeyPressed(e -> {
      var row = list.getSelectionModel().getSelectedItem();
      if (e.getCode() == KeyCode.ENTER && row != null) {
        opened.accept(row);
        e.consume();
      }
    });
    VBox.setVgrow(list, Priority.ALWAYS);
    root.getChildren().addAll(columns.heads(), list);
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
    private final Columns columns;
    private final Function<T, List<Node>> cells;
    private final Function<T, String> sentence;

    Row(
        Columns columns,
        Function<T, List<Node>> cells,
        Function<T, String> sentence,
        Consumer<T> opened) {
      this.columns = columns;
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
      setGraphic(empty || row == null ? null : columns.row(cells.apply(row)));
      setAccessibleText(empty || row == null ? null : sentence.apply(row));
    }
  }
}

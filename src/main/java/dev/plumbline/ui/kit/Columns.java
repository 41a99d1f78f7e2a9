package dev.plumbline.ui.kit;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The columns of a table that is read, not sorted: heads and rows share widths. A row is an `HBox`
/// with the style class `row`.
public final class Columns {

  private final List<Column> columns;

  public Columns(Column... columns) {
    this.columns = List.of(columns);
  }

  /// One column.
  ///
  /// @param head its head, empty for none
  /// @param width in px at 13 px text; 0 takes the room that is left
  public record Column(String head, double width, Pos alignment) {

    public static Column of(String head, double width) {
      return new Column(head, width, Pos.CENTER_LEFT);
    }

    public static Column right(String head, double width) {
      return new Column(head, width, Pos.CENTER_RIGHT);
    }
  }

  /// The row of heads, 26 px.
  public HBox heads() {
    var row = row(columns.stream().map(c -> (Node) Texts.label(c.head, "column-head")).toList());
    row.getStyleClass().setAll("column-heads");
    return row;
  }

  /// A row with one node a column.
  public HBox row(List<Node> cells) {
    var row = new HBox();
    row.getStyleClass().add("row");
    for (int i = 0; i < columns.size(); i++) {
      row.getChildren().add(cell(columns.get(i), cells.get(i)));
    }
    return row;
  }

  private static HBox cell(Column column, Node content) {
    var cell = new HBox(6, content);
    cell.getStyleClass().add("cell");
    cell.setAlignment(column.alignment);
    if (column.width > 0) {
      var em = column.width / Look.USUAL + "em";
      cell.setStyle(
          "-fx-min-width: %s; -fx-pref-width: %s; -fx-max-width: %s".formatted(em, em, em));
    } else {
      cell.setMinWidth(0);
      cell.setPrefWidth(0);
      HBox.setHgrow(cell, Priority.ALWAYS);
      if (content instanceof Region region) {
        HBox.setHgrow(region, Priority.ALWAYS);
      }
    }
    return cell;
  }
}

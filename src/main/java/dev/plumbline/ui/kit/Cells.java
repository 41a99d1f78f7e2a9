package dev.plumbline.ui.kit;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The columns of a virtual list: heads and rows are built of the same boxes, so that they stand
/// above each other.
public final class Cells {
  private Cells() {}

  /// A column of a fixed width.
  public static Region sized(Node node, double width) {
    var box = box(node);
    box.setMinWidth(width);
    box.setPrefWidth(width);
    box.setMaxWidth(width);
    return box;
  }

  /// A column whose width changes while it is shown.
  public static Region sized(Node node, ObservableDoubleValue width) {
    var box = box(node);
    box.minWidthProperty().bind(width);
    box.prefWidthProperty().bind(width);
    box.maxWidthProperty().bind(width);
    return box;
  }

  /// The column that takes the room that is left.
  public static Region growing(Node node) {
    var box = box(node);
    box.setMinWidth(0);
    box.setPrefWidth(10);
    box.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(box, Priority.ALWAYS);
    return box;
  }

  /// As wide as the list's scroll bar, for the end of the heads.
  public static Region besideBar(ListView<?> list) {
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

  private static HBox box(Node node) {
    var box = new HBox(node);
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }
}

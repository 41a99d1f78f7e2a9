package dev.plumbline.ui.kit;

import java.util.List;
import java.util.Locale;
import javafx.scene.layout.Region;

/// The 3 px bar at the left of rows and cells that says the state once more.
public final class EdgeBar extends Region {

  private List<String> styles = List.of();

  public EdgeBar(Mark mark) {
    getStyleClass().add("edge");
    show(mark);
    setMinWidth(3);
    setPrefWidth(3);
    setMaxWidth(3);
    setMaxHeight(Double.MAX_VALUE);
  }

  /// Says another state.
  public void show(Mark mark) {
    var next = List.of("edge-" + mark.edge().name().toLowerCase(Locale.ROOT), mark.tone().css());
    if (!next.equals(styles)) {
      getStyleClass().removeAll(styles);
      getStyleClass().addAll(next);
      styles = next;
    }
  }
}

package dev.plumbline.ui.kit;

import java.util.Locale;
import javafx.scene.layout.Region;

/// The 3 px bar at the left of rows and cells that says the state once more.
public final class EdgeBar extends Region {

  public EdgeBar(Mark mark) {
    getStyleClass()
        .addAll("edge", "edge-" + mark.edge().name().toLowerCase(Locale.ROOT), mark.tone().css());
    setMinWidth(3);
    setPrefWidth(3);
    setMaxWidth(3);
    setMaxHeight(Double.MAX_VALUE);
  }
}

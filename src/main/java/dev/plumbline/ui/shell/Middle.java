package dev.plumbline.ui.shell;

import java.util.function.DoubleSupplier;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The screen of the present place, and the drawer: over the screen's right edge, or beside it
/// where there is room for both (1760 px at the usual text size).
final class Middle extends Pane {

  private static final double DOCKS = 1760.0 / 13;
  private static final double DRAWER = 372.0 / 13;

  private final Region drawer;
  private final DoubleSupplier em;
  private @Nullable Region screen;

  /// @param em the root's font size in px
  Middle(Region drawer, DoubleSupplier em) {
    this.drawer = drawer;
    this.em = em;
    setId("middle");
    setMinSize(0, 0);
    getChildren().add(drawer);
    drawer.visibleProperty().addListener((p, old, now) -> requestLayout());
  }

  void show(Region next) {
    screen = next;
    next.setMinSize(0, 0);
    getChildren().setAll(next, drawer);
  }

  /// Whether the drawer stands beside the screen.
  boolean docks() {
    return getScene() != null && getScene().getWidth() >= DOCKS * em.getAsDouble();
  }

  double drawerWidth() {
    return Math.min(getWidth(), Math.rint(DRAWER * em.getAsDouble()));
  }

  @Override
  protected void layoutChildren() {
    double wide = drawerWidth();
    double rest = drawer.isVisible() && docks() ? getWidth() - wide : getWidth();
    var present = screen;
    if (present != null) {
      present.resizeRelocate(0, 0, rest, getHeight());
    }
    drawer.resizeRelocate(getWidth() - wide, 0, wide, getHeight());
  }
}

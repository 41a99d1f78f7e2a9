package dev.plumbline.ui.history;

import dev.plumbline.ui.kit.Icons;
import dev.plumbline.ui.kit.Mark;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;

/// Environments at a commit, as a round marker.
final class MarkerChip extends Label {

  private static final double WIDEST = 260;
  private static final double LEAST = 130;
  private static final double LETTER = 6;

  MarkerChip(Marker marker) {
    super(marker.text(), Icons.of(icon(marker.mark()), 12));
    getStyleClass().addAll("marker", marker.mark().tone().css());
    if (marker.mark() == Mark.IN_SYNC) {
      getStyleClass().add("in-sync");
    }
    setTextOverrun(OverrunStyle.ELLIPSIS);
    setMaxWidth(WIDEST);
    // the subject gives way first
    setMinWidth(Math.min(LEAST, 28 + LETTER * marker.text().length()));
    setTooltip(new Tooltip(marker.whole()));
    setAccessibleText(marker.whole().replace("\n", ", "));
  }

  /// Where all is well, a place it runs at; else what is not well.
  private static String icon(Mark mark) {
    return mark == Mark.IN_SYNC ? "mdi2r-rocket-launch-outline" : mark.icon();
  }
}

package dev.plumbline.ui.history;

import dev.plumbline.ui.kit.Icons;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;

/// The name of a commit as a square tag.
final class RefTag extends Label {

  private static final double WIDEST = 220;

  RefTag(String name) {
    super(name, Icons.of(icon(name), 12));
    getStyleClass().add("ref-tag");
    if (name.equals("HEAD") || name.equals("main") || name.equals("master")) {
      getStyleClass().add("ref-head");
    }
    setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    setMaxWidth(WIDEST);
    setMinWidth(28);
    setTooltip(new Tooltip(name));
  }

  private static String icon(String name) {
    return name.matches("v?\\d+(\\.\\d+)+.*") ? "mdi2t-tag-outline" : "mdi2s-source-branch";
  }
}

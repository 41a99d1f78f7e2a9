package dev.plumbline.ui.history;

import dev.plumbline.ui.kit.Icons;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;

/// The name of a commit as a square tag: branch, branch of a remote, or tag.
final class RefTag extends Label {

  private static final double WIDEST = 220;

  RefTag(RefName name) {
    super(name.text(), Icons.of(icon(name.kind()), 12));
    getStyleClass().add("ref-tag");
    if (name.kind() == RefName.Kind.BRANCH) {
      getStyleClass().add("ref-branch");
    }
    setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    setMaxWidth(WIDEST);
    setMinWidth(28);
    setTooltip(new Tooltip(name.full()));
  }

  private static String icon(RefName.Kind kind) {
    return switch (kind) {
      case BRANCH, OTHER -> "mdi2s-source-branch";
      case REMOTE -> "mdi2c-cloud-outline";
      case TAG -> "mdi2t-tag-outline";
    };
  }
}

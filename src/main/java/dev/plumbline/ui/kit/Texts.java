package dev.plumbline.ui.kit;

import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Text in the few sizes of the design. Text that may be cut shows itself whole in a tooltip.
public final class Texts {
  private static final String WHOLE = "plumbline-whole";

  private Texts() {}

  /// 18 px, semibold.
  public static Label title(String text) {
    return label(text, "title");
  }

  /// 13 px, semibold.
  public static Label head(String text) {
    return label(text, "head");
  }

  /// 13 px.
  public static Label body(String text) {
    return label(text, "body");
  }

  /// 13 px, medium.
  public static Label strong(String text) {
    return label(text, "strong");
  }

  /// 12 px, muted.
  public static Label second(String text) {
    return label(text, "second");
  }

  /// 11 px, muted.
  public static Label caption(String text) {
    return label(text, "caption");
  }

  /// 12 px monospaced: whatever comes from Git or a cluster.
  public static Label mono(String text) {
    return label(text, "mono");
  }

  /// The small grey number beside a head.
  public static Label count(long n) {
    return label(Long.toString(n), "count");
  }

  /// A label with a style class of the app stylesheet.
  public static Label label(String text, String css) {
    var label = new Label(text);
    label.getStyleClass().add(css);
    return label;
  }

  /// Lets a label be cut at its end, with the whole text in a tooltip.
  public static Label cut(Label label) {
    return cut(label, OverrunStyle.ELLIPSIS);
  }

  /// Lets a label be cut in the middle: the last part of a path stays whole.
  public static Label cutMiddle(Label label) {
    return cut(label, OverrunStyle.CENTER_ELLIPSIS);
  }

  private static Label cut(Label label, OverrunStyle style) {
    label.setTextOverrun(style);
    label.setEllipsisString("…");
    label.setMinWidth(0);
    label.addEventHandler(MouseEvent.MOUSE_ENTERED, e -> whole(label));
    return label;
  }

  /// A tooltip is a window of its own, so it is made only when the pointer comes.
  private static void whole(Label label) {
    var tip = label.getTooltip();
    if (tip == null) {
      tip = new Tooltip();
      tip.getProperties().put(WHOLE, true);
      label.setTooltip(tip);
    }
    if (tip.getProperties().containsKey(WHOLE)) {
      tip.setText(label.getText());
    }
  }

  /// Lets a label break into lines.
  public static Label wrapped(Label label) {
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /// Takes the room that is left in a row.
  public static Region spacer() {
    var region = new Region();
    HBox.setHgrow(region, Priority.ALWAYS);
    return region;
  }
}

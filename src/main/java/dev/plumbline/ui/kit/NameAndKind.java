package dev.plumbline.ui.kit;

import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The name of an object and its kind in grey. Where both do not fit the kind gets its short name,
/// then the name is cut in the middle; the whole is in the tooltip.
public final class NameAndKind extends Region {

  private static final double GAP = 6;

  /// How much of the room a kind without a short name leaves to the name.
  private static final double SHARE = 0.6;

  private final Label name;
  private final Label kind = Texts.label("", "muted");
  private final Label brief = Texts.label("", "muted");
  private String whole = "";
  private @Nullable Tooltip tip;

  /// @param name says the name; it is cut in the middle
  public NameAndKind(Label name) {
    this.name = name;
    name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    name.setEllipsisString("…");
    kind.setTextOverrun(OverrunStyle.ELLIPSIS);
    addEventHandler(MouseEvent.MOUSE_ENTERED, e -> tell());
    brief.setVisible(false);
    getChildren().addAll(name, kind, brief);
    setMinWidth(0);
  }

  /// Says another object.
  ///
  /// @param named its name, as it is drawn
  /// @param ofKind its kind; empty to say none
  /// @param after what follows the kind, a namespace for example; may be empty
  public void show(String named, String ofKind, String after) {
    show(named, ofKind, after, ofKind + " " + named + after);
  }

  /// The same with another tooltip.
  public void show(String named, String ofKind, String after, String tooltip) {
    whole = tooltip;
    name.setText(named);
    kind.setText(ofKind + after);
    brief.setText(KindNames.brief(ofKind).map(b -> b + after).orElse(""));
    requestLayout();
  }

  /// A tooltip is a window of its own, so it is made only when the pointer comes.
  private void tell() {
    if (tip == null) {
      tip = new Tooltip();
      Tooltip.install(this, tip);
    }
    tip.setText(whole);
  }

  /// The label of the name.
  public Label name() {
    return name;
  }

  @Override
  protected double computePrefWidth(double height) {
    double of = kind.prefWidth(-1);
    return snapSizeX(name.prefWidth(-1)) + (of > 0 ? GAP + snapSizeX(of) : 0);
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.max(name.prefHeight(-1), kind.prefHeight(-1));
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  public double getBaselineOffset() {
    return name.getBaselineOffset();
  }

  @Override
  protected void layoutChildren() {
    double height = getHeight();
    double room = getWidth();
    double named = snapSizeX(name.prefWidth(-1));
    boolean shorter = !brief.getText().isEmpty() && computePrefWidth(-1) > room + 0.5;
    var said = shorter ? brief : kind;
    double of = snapSizeX(said.prefWidth(-1));
    kind.setVisible(!shorter);
    brief.setVisible(shorter);
    double gap = of > 0 ? GAP : 0;
    if (named + gap + of > room) {
      named = Math.max(Math.min(named, room - gap - of), Math.min(named, room * SHARE));
      of = Math.max(0, room - gap - named);
    }
    place(name, 0, named, height);
    place(said, named + gap, of, height);
  }

  private static void place(Label label, double x, double width, double height) {
    double high = label.prefHeight(-1);
    label.resizeRelocate(x, Math.floor((height - high) / 2), width, high);
  }
}

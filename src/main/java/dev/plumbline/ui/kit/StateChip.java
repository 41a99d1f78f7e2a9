package dev.plumbline.ui.kit;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;

/// A state as icon and word. Loud (filled) when a person is needed, quiet when all is well.
public final class StateChip extends Label {

  /// A chip as loud as its mark.
  public StateChip(Mark mark, String text) {
    this(mark.icon(), mark.tone(), text, mark.loud());
    if (mark == Mark.IN_SYNC) {
      getStyleClass().add("in-sync");
    }
  }

  /// The plain word of a mark.
  public static StateChip plain(Mark mark, Words words) {
    return new StateChip(mark, words.get(mark.word()));
  }

  /// The verdict on a resource: `3 fields`, `In sync`.
  public static StateChip of(dev.plumbline.drift.ResourceDrift drift, Words words) {
    return new StateChip(Mark.of(drift), Mark.words(drift, words));
  }

  /// A chip without fill, whatever the mark says.
  public static StateChip quiet(Mark mark, String text) {
    return new StateChip(mark.icon(), mark.tone(), text, false);
  }

  /// Any icon, tone and words.
  public StateChip(String icon, Tone tone, String text, boolean loud) {
    super(text, Icons.small(icon));
    getStyleClass().addAll("chip", loud ? "loud" : "quiet", tone.css());
    setAccessibleRole(AccessibleRole.TEXT);
    setMinWidth(USE_PREF_SIZE);
  }
}

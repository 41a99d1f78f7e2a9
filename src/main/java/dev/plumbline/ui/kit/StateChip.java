package dev.plumbline.ui.kit;

import dev.plumbline.drift.ResourceDrift;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import org.kordamp.ikonli.javafx.FontIcon;

/// A state as icon and word. Loud (filled) when a person is needed, quiet when all is well.
public final class StateChip extends Label {

  private final FontIcon icon;
  private List<String> styles = List.of();

  /// What a chip says.
  ///
  /// @param loud whether it is filled
  /// @param calm whether all is well, so that its word steps back
  public record Say(String icon, Tone tone, String text, boolean loud, boolean calm) {

    /// As loud as a mark.
    public static Say of(Mark mark, String text) {
      return new Say(mark.icon(), mark.tone(), text, mark.loud(), mark == Mark.IN_SYNC);
    }

    /// The verdict on a resource: `3 fields`, `In sync`.
    public static Say of(ResourceDrift drift, Words words) {
      return of(Mark.of(drift), Mark.words(drift, words));
    }

    private List<String> styles() {
      var styles = new ArrayList<>(List.of("chip", loud ? "loud" : "quiet", tone.css()));
      if (calm) {
        styles.add("in-sync");
      }
      return styles;
    }
  }

  /// A chip as loud as its mark.
  public StateChip(Mark mark, String text) {
    this(Say.of(mark, text));
  }

  /// The plain word of a mark.
  public static StateChip plain(Mark mark, Words words) {
    return new StateChip(mark, words.get(mark.word()));
  }

  /// The verdict on a resource: `3 fields`, `In sync`.
  public static StateChip of(ResourceDrift drift, Words words) {
    return new StateChip(Say.of(drift, words));
  }

  /// A chip without fill, whatever the mark says.
  public static StateChip quiet(Mark mark, String text) {
    return new StateChip(mark.icon(), mark.tone(), text, false);
  }

  /// Any icon, tone and words.
  public StateChip(String icon, Tone tone, String text, boolean loud) {
    this(new Say(icon, tone, text, loud, false));
  }

  public StateChip(Say say) {
    icon = Icons.small(say.icon());
    setGraphic(icon);
    setAccessibleRole(AccessibleRole.TEXT);
    setMinWidth(USE_PREF_SIZE);
    say(say);
  }

  /// Says something else. A chip of a list's cell is kept, because a new one would be styled anew.
  public void say(Say say) {
    if (!say.icon().equals(icon.getIconLiteral())) {
      icon.setIconLiteral(say.icon());
    }
    setText(say.text());
    var next = say.styles();
    if (!next.equals(styles)) {
      getStyleClass().removeAll(styles);
      getStyleClass().addAll(next);
      styles = next;
    }
  }
}

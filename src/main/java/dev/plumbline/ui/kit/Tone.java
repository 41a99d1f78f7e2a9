package dev.plumbline.ui.kit;

import java.util.Locale;

/// The family of a colour, by its meaning. Colour never stands alone: a word and a shape say the
/// same.
public enum Tone {
  SUCCESS,
  WARNING,
  DANGER,
  ACCENT,
  UNKNOWN,
  NEUTRAL;

  /// The style class in the app stylesheet: `tone-warning`.
  public String css() {
    return "tone-" + name().toLowerCase(Locale.ROOT);
  }
}

package dev.plumbline.ui.kit;

import dev.plumbline.engine.Session.Preferences;
import java.util.Locale;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.Scene;

/// How the window looks to this person, beside its theme: density, text size, motion. Kept among
/// the words that the window remembers; what cannot be understood there is as if nobody had chosen.
///
/// @param compact rows 4 px lower, no second lines
/// @param size the root's font size in px, [#SMALLEST] to [#LARGEST]; all else is in em of it
public record Look(boolean compact, double size, Motion motion) {

  public static final double USUAL = 13;
  public static final double SMALLEST = 10;
  public static final double LARGEST = 26;

  private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");

  /// Whether things may move.
  public enum Motion {
    SYSTEM,
    FULL,
    REDUCED
  }

  public Look {
    size = Double.isNaN(size) ? USUAL : Math.clamp(size, SMALLEST, LARGEST);
  }

  /// As the preferences say.
  public static Look of(Preferences preferences) {
    var words = preferences.window();
    return new Look(
        words.getOrDefault("density", "").equals("compact"),
        size(words.getOrDefault("text-size", "")),
        motion(words.getOrDefault("motion", "")));
  }

  private static double size(String word) {
    try {
      return word.isEmpty() ? USUAL : Double.parseDouble(word);
    } catch (NumberFormatException e) {
      return USUAL;
    }
  }

  private static Motion motion(String word) {
    return switch (word) {
      case "full" -> Motion.FULL;
      case "reduced" -> Motion.REDUCED;
      default -> Motion.SYSTEM;
    };
  }

  /// Preferences with this look.
  public Preferences in(Preferences preferences) {
    return preferences
        .with("density", compact ? "compact" : "cosy")
        .with("text-size", Integer.toString((int) Math.round(size)))
        .with("motion", motion.name().toLowerCase(Locale.ROOT));
  }

  /// The same in another density.
  public Look withCompact(boolean other) {
    return new Look(other, size, motion);
  }

  /// The same in another text size.
  public Look withSize(double other) {
    return new Look(compact, other, motion);
  }

  /// The same with other motion.
  public Look withMotion(Motion other) {
    return new Look(compact, size, other);
  }

  /// Gives a scene this text size and density; icons grow with the text. For the FX thread only.
  public void apply(Scene scene) {
    scene.getRoot().setStyle("-fx-font-size: " + size + "px");
    scene.getRoot().pseudoClassStateChanged(COMPACT, compact);
    IconSizes.apply(scene, size);
  }

  /// Whether nothing may move: a person chose so here, or in the system. For the FX thread only.
  public boolean still() {
    return switch (motion) {
      case FULL -> false;
      case REDUCED -> true;
      case SYSTEM -> Platform.getPreferences().isReducedMotion();
    };
  }
}

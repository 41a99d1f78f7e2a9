package dev.plumbline.ui.kit;

import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import javafx.scene.input.KeyEvent;

/// Every key of the window. Menus, the palette, tooltips and the list of keys read it. Shortcut is
/// Ctrl, or Cmd on macOS.
public enum Keys {
  PALETTE("kit.key.palette", true, shortcut(KeyCode.K)),
  HOME("kit.key.home", true, shortcut(KeyCode.DIGIT1)),
  ENVIRONMENTS("kit.key.environments", true, shortcut(KeyCode.DIGIT2)),
  HISTORY("kit.key.history", true, shortcut(KeyCode.DIGIT3)),
  ACTIVITY("kit.key.activity", true, shortcut(KeyCode.DIGIT6)),
  SETTINGS("kit.key.settings", true, shortcut(KeyCode.DIGIT7)),
  DRAWER("kit.key.drawer", true, shortcut(KeyCode.J)),
  FILTER("kit.key.filter", false, plain(KeyCode.SLASH), shortcut(KeyCode.F)),
  NEXT_PANE("kit.key.next-pane", true, plain(KeyCode.F6)),
  PREVIOUS_PANE("kit.key.previous-pane", true, shift(KeyCode.F6)),
  BACK("kit.key.back", true, alt(KeyCode.LEFT)),
  FORWARD("kit.key.forward", true, alt(KeyCode.RIGHT)),
  CLOSE("kit.key.close", true, plain(KeyCode.ESCAPE)),
  COMPARE("kit.key.compare", true, plain(KeyCode.F5)),
  NEXT_DIFFERENCE("kit.key.next-difference", false, plain(KeyCode.D)),
  PREVIOUS_DIFFERENCE("kit.key.previous-difference", false, shift(KeyCode.D)),
  REVIEW_SYNC("kit.key.review-sync", false, plain(KeyCode.S)),
  COPY("kit.key.copy", false, plain(KeyCode.Y)),
  PRIMARY("kit.key.primary", true, shortcut(KeyCode.ENTER)),
  LARGER("kit.key.larger", true, shortcut(KeyCode.EQUALS), shortcut(KeyCode.PLUS)),
  SMALLER("kit.key.smaller", true, shortcut(KeyCode.MINUS)),
  USUAL_SIZE("kit.key.usual-size", true, shortcut(KeyCode.DIGIT0)),
  HELP("kit.key.help", false, shift(KeyCode.SLASH), plain(KeyCode.F1));

  private final String word;
  private final boolean inText;

  @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of immutable values
  private final List<KeyCodeCombination> combinations;

  Keys(String word, boolean inText, KeyCodeCombination... combinations) {
    this.word = word;
    this.inText = inText;
    this.combinations = List.of(combinations);
  }

  /// The key of [Words] that says what it does.
  public String word() {
    return word;
  }

  /// The key that an event is; empty when none.
  ///
  /// @param inText whether text has the focus: single letters then belong to the text
  public static Optional<Keys> of(KeyEvent event, boolean inText) {
    for (var key : values()) {
      for (var c : key.combinations) {
        boolean letter = !key.inText && c.getShortcut() != KeyCombination.ModifierValue.DOWN;
        if (c.match(event) && !(inText && letter)) {
          return Optional.of(key);
        }
      }
    }
    return Optional.empty();
  }

  /// As it is written beside the verb: `Ctrl J`, `Shift D`, `?`.
  public String label() {
    return this == HELP ? "?" : name(combinations.getFirst());
  }

  /// Every way to type it: `/ or Ctrl F`.
  public List<String> labels() {
    return combinations.stream()
        .map(c -> this == HELP && c.getCode() == KeyCode.SLASH ? "?" : name(c))
        .distinct()
        .toList();
  }

  private static String name(KeyCodeCombination c) {
    var text = new StringBuilder();
    if (c.getShortcut() == KeyCombination.ModifierValue.DOWN) {
      text.append(mac() ? "⌘ " : "Ctrl ");
    }
    if (c.getAlt() == KeyCombination.ModifierValue.DOWN) {
      text.append(mac() ? "⌥ " : "Alt ");
    }
    if (c.getShift() == KeyCombination.ModifierValue.DOWN) {
      text.append("Shift ");
    }
    return text.append(code(c.getCode())).toString();
  }

  private static String code(KeyCode code) {
    return switch (code) {
      case SLASH -> "/";
      case EQUALS, PLUS -> "+";
      case MINUS -> "−";
      case LEFT -> "←";
      case RIGHT -> "→";
      case ESCAPE -> "Esc";
      default -> code.getName();
    };
  }

  private static boolean mac() {
    return System.getProperty("os.name", "").startsWith("Mac");
  }

  private static KeyCodeCombination plain(KeyCode code) {
    return new KeyCodeCombination(code);
  }

  private static KeyCodeCombination shift(KeyCode code) {
    return with(code, KeyCombination.SHIFT_DOWN);
  }

  private static KeyCodeCombination alt(KeyCode code) {
    return with(code, KeyCombination.ALT_DOWN);
  }

  private static KeyCodeCombination shortcut(KeyCode code) {
    return with(code, KeyCombination.SHORTCUT_DOWN);
  }

  private static KeyCodeCombination with(KeyCode code, Modifier modifier) {
    return new KeyCodeCombination(code, modifier);
  }
}

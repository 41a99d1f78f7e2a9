package dev.plumbline.ui.kit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import javafx.scene.input.KeyEvent;

/// Every verb of the window that a key does. Menus, the palette, tooltips and the list of keys read
/// it; a person may choose other keys in Settings ([Bindings]). Shortcut is Ctrl, or Cmd on macOS.
public enum Keys {
  PALETTE("kit.key.palette", shortcut(KeyCode.K)),
  HOME("kit.key.home", shortcut(KeyCode.DIGIT1)),
  ENVIRONMENTS("kit.key.environments", shortcut(KeyCode.DIGIT2)),
  HISTORY("kit.key.history", shortcut(KeyCode.DIGIT3)),
  ACTIVITY("kit.key.activity", shortcut(KeyCode.DIGIT6)),
  SETTINGS("kit.key.settings", shortcut(KeyCode.DIGIT7)),
  DRAWER("kit.key.drawer", shortcut(KeyCode.J)),
  FILTER("kit.key.filter", plain(KeyCode.SLASH), shortcut(KeyCode.F)),
  NEXT_PANE("kit.key.next-pane", plain(KeyCode.F6)),
  PREVIOUS_PANE("kit.key.previous-pane", shift(KeyCode.F6)),
  BACK("kit.key.back", alt(KeyCode.LEFT)),
  FORWARD("kit.key.forward", alt(KeyCode.RIGHT)),
  CLOSE("kit.key.close", plain(KeyCode.ESCAPE)),
  COMPARE("kit.key.compare", plain(KeyCode.F5)),
  NEXT_DIFFERENCE("kit.key.next-difference", plain(KeyCode.D)),
  PREVIOUS_DIFFERENCE("kit.key.previous-difference", shift(KeyCode.D)),
  NEXT_MATCH("kit.key.next-match", plain(KeyCode.N)),
  PREVIOUS_MATCH("kit.key.previous-match", shift(KeyCode.N)),
  REVIEW_SYNC("kit.key.review-sync", plain(KeyCode.S)),
  COPY("kit.key.copy", plain(KeyCode.Y)),
  PRIMARY("kit.key.primary", shortcut(KeyCode.ENTER)),
  LARGER("kit.key.larger", shortcut(KeyCode.EQUALS), shortcut(KeyCode.PLUS)),
  SMALLER("kit.key.smaller", shortcut(KeyCode.MINUS)),
  USUAL_SIZE("kit.key.usual-size", shortcut(KeyCode.DIGIT0)),
  HELP("kit.key.help", shift(KeyCode.SLASH), plain(KeyCode.F1));

  /// What the keys are now. One for the process, like the keyboard: set by the window when the
  /// preferences change.
  private static volatile Bindings present = Bindings.USUAL;

  private final String word;

  @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of immutable values
  private final List<KeyCodeCombination> usual;

  Keys(String word, KeyCodeCombination... usual) {
    this.word = word;
    this.usual = List.of(usual);
  }

  /// From now on these are the keys. What shows a key must be drawn again.
  public static void use(Bindings bindings) {
    present = bindings;
  }

  /// What the keys are now.
  public static Bindings present() {
    return present;
  }

  /// The name in the settings: `next-pane`.
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// What types it unless a person chose otherwise.
  public List<KeyCodeCombination> usual() {
    return usual;
  }

  /// The key of [Words] that says what it does.
  public String word() {
    return word;
  }

  /// The key that an event is; empty when none.
  ///
  /// @param inText whether text has the focus: what types a character then belongs to the text
  public static Optional<Keys> of(KeyEvent event, boolean inText) {
    for (var key : values()) {
      for (var c : present.of(key)) {
        if (c.match(event) && !(inText && Bindings.types(c))) {
          return Optional.of(key);
        }
      }
    }
    return Optional.empty();
  }

  /// As it is written beside the verb: `Ctrl J`, `Shift D`, `?`; empty when nothing types it.
  public String label() {
    return present.of(this).stream().findFirst().map(Keys::name).orElse("");
  }

  /// Every way to type it: `/` and `Ctrl F`.
  public List<String> labels() {
    return present.of(this).stream().map(Keys::name).distinct().toList();
  }

  /// How keys are written: `Ctrl K`, on macOS `⌘ K`.
  public static String name(KeyCodeCombination c) {
    if (c.getCode() == KeyCode.SLASH && c.getShift() == KeyCombination.ModifierValue.DOWN) {
      return "?";
    }
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

package dev.plumbline.ui.kit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;

/// Which keys do what: those that a person chose, and the usual ones for the rest. No two verbs
/// have the same keys: what a person chose wins over what is usual, the earlier verb over the
/// later.
public final class Bindings {

  /// Nothing chosen.
  public static final Bindings USUAL = new Bindings(Map.of());

  private static final Set<KeyCode> MODIFIERS =
      Set.of(
          KeyCode.SHIFT,
          KeyCode.CONTROL,
          KeyCode.ALT,
          KeyCode.META,
          KeyCode.ALT_GRAPH,
          KeyCode.COMMAND,
          KeyCode.WINDOWS,
          KeyCode.CAPS,
          KeyCode.UNDEFINED);

  private final Map<Keys, List<KeyCodeCombination>> own;

  private Bindings(Map<Keys, List<KeyCodeCombination>> own) {
    // no EnumMap: it would load Keys, which asks for USUAL while it is being made
    var free = new TreeMap<Keys, List<KeyCodeCombination>>();
    var taken = new HashSet<KeyCodeCombination>();
    new TreeMap<>(own)
        .forEach((key, chosen) -> free.put(key, chosen.stream().filter(taken::add).toList()));
    this.own = free;
  }

  /// Reads them from the settings; what cannot be understood is not taken.
  public static Bindings of(Map<String, List<String>> settings) {
    var own = new EnumMap<Keys, List<KeyCodeCombination>>(Keys.class);
    for (var key : Keys.values()) {
      var words = settings.get(key.id());
      if (words != null) {
        var read = words.stream().flatMap(w -> read(w).stream()).toList();
        if (!read.isEmpty() || words.isEmpty()) {
          own.put(key, read);
        }
      }
    }
    return new Bindings(own);
  }

  private static Optional<KeyCodeCombination> read(String word) {
    try {
      return KeyCombination.valueOf(word) instanceof KeyCodeCombination c && !reserved(c)
          ? Optional.of(c)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// As the settings keep them: only what was chosen.
  public Map<String, List<String>> words() {
    var words = new TreeMap<String, List<String>>();
    own.forEach((key, list) ->
        words.put(key.id(), list.stream().map(KeyCodeCombination::getName).toList()));
    return words;
  }

  /// What types a verb now.
  public List<KeyCodeCombination> of(Keys key) {
    var chosen = own.get(key);
    return chosen != null
        ? chosen
        : key.usual().stream()
            .filter(c -> own.values().stream().noneMatch(list -> list.contains(c)))
            .toList();
  }

  /// Whether a person chose the keys of a verb.
  public boolean chosen(Keys key) {
    return own.containsKey(key) || !of(key).equals(key.usual());
  }

  /// The verb that has these keys.
  public Optional<Keys> holder(KeyCodeCombination keys) {
    return Stream.of(Keys.values()).filter(k -> of(k).contains(keys)).findFirst();
  }

  /// The same with these keys for a verb; another verb that had them loses them.
  public Bindings with(Keys key, KeyCodeCombination keys) {
    var next = without(List.of(keys));
    next.put(key, List.of(keys));
    return new Bindings(next);
  }

  /// The same with the usual keys for a verb; another verb that was given them loses them.
  public Bindings usual(Keys key) {
    var next = without(key.usual());
    next.remove(key);
    return new Bindings(next);
  }

  private Map<Keys, List<KeyCodeCombination>> without(List<KeyCodeCombination> keys) {
    var next = new EnumMap<Keys, List<KeyCodeCombination>>(Keys.class);
    own.forEach((k, list) -> {
      var rest = new ArrayList<>(list);
      rest.removeAll(keys);
      next.put(k, List.copyOf(rest));
    });
    return next;
  }

  /// The keys that were pressed; empty as long as only modifiers are.
  public static Optional<KeyCodeCombination> typed(KeyEvent event) {
    if (MODIFIERS.contains(event.getCode())) {
      return Optional.empty();
    }
    return Optional.of(
        new KeyCodeCombination(
            event.getCode(),
            down(event.isShiftDown()),
            ModifierValue.UP,
            down(event.isAltDown()),
            ModifierValue.UP,
            down(event.isShortcutDown())));
  }

  private static ModifierValue down(boolean is) {
    return is ? ModifierValue.DOWN : ModifierValue.UP;
  }

  /// Whether these keys belong to what has the focus and can be no verb: Tab, Enter, Space, Escape
  /// and the arrows alone or with Shift.
  public static boolean reserved(KeyCodeCombination keys) {
    return bare(keys)
        && switch (keys.getCode()) {
          case TAB, ENTER, SPACE, ESCAPE, BACK_SPACE, DELETE, UP, DOWN, LEFT, RIGHT -> true;
          case HOME, END, PAGE_UP, PAGE_DOWN -> true;
          default -> false;
        };
  }

  /// Whether these keys type a character into a text.
  static boolean types(KeyCodeCombination keys) {
    return bare(keys) && !keys.getCode().isFunctionKey() && keys.getCode() != KeyCode.ESCAPE;
  }

  private static boolean bare(KeyCodeCombination keys) {
    return keys.getShortcut() != ModifierValue.DOWN
        && keys.getAlt() != ModifierValue.DOWN
        && keys.getControl() != ModifierValue.DOWN
        && keys.getMeta() != ModifierValue.DOWN;
  }
}

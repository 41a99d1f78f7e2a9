package dev.plumbline.ui.kit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// What a screen does on keys: the verbs that the palette lists, in their order, and the keys that
/// only the keyboard knows.
public final class Verbs {

  private final Map<Keys, BooleanSupplier> acts = new EnumMap<>(Keys.class);
  private final List<Keys> listed = new ArrayList<>();

  /// Adds a verb, the primary one first.
  public Verbs verb(Keys key, Runnable act) {
    listed.add(key);
    return key(
        key,
        () -> {
          act.run();
          return true;
        });
  }

  /// Adds a key that is no verb.
  ///
  /// @param act says whether it did something
  public Verbs key(Keys key, BooleanSupplier act) {
    acts.put(key, act);
    return this;
  }

  /// The verbs, for the palette.
  public List<Keys> listed() {
    return List.copyOf(listed);
  }

  /// Acts on a key; false when it means nothing here or did nothing.
  public boolean act(Keys key) {
    var act = acts.get(key);
    return act != null && act.getAsBoolean();
  }
}

package dev.plumbline.ui.kit;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.animation.AnimationTimer;

/// Lets each drawer draw once a pulse: at once when it has not drawn since the last one, else at
/// the next. The timer runs only while something was drawn. For the FX thread only.
final class Pulses extends AnimationTimer {

  private final Set<Object> drew = new HashSet<>();
  private final Map<Object, Runnable> waiting = new LinkedHashMap<>();

  void draw(Object who, Runnable drawing) {
    if (drew.add(who)) {
      start();
      drawing.run();
    } else {
      waiting.put(who, drawing);
    }
  }

  @Override
  public void handle(long now) {
    drew.clear();
    if (waiting.isEmpty()) {
      stop();
      return;
    }
    var due = List.copyOf(waiting.entrySet());
    waiting.clear();
    due.forEach(d -> draw(d.getKey(), d.getValue()));
  }
}

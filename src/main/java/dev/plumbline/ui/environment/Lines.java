package dev.plumbline.ui.environment;

import java.util.HashMap;
import java.util.List;

/// Changes a list on screen as little as possible, so that what stays does not flicker.
final class Lines {
  private Lines() {}

  /// Whether both hold the same lines in the same places, whatever they say.
  static boolean sameOrder(List<Line> now, List<Line> next) {
    if (now.size() != next.size()) {
      return false;
    }
    for (int i = 0; i < now.size(); i++) {
      if (!now.get(i).id().equals(next.get(i).id())) {
        return false;
      }
    }
    return true;
  }

  /// Makes the lines say what they say in `next`, and moves none.
  static void refresh(List<Line> now, List<Line> next) {
    var byId = new HashMap<String, Line>();
    next.forEach(l -> byId.put(l.id(), l));
    for (int i = 0; i < now.size(); i++) {
      var line = byId.get(now.get(i).id());
      if (line != null && !line.equals(now.get(i))) {
        now.set(i, line);
      }
    }
  }

  /// Makes the lines those of `next`: only what lies between what both begin and end with is
  /// replaced.
  static void become(javafx.collections.ObservableList<Line> now, List<Line> next) {
    if (sameOrder(now, next)) {
      refresh(now, next);
      return;
    }
    int shorter = Math.min(now.size(), next.size());
    int top = 0;
    while (top < shorter && now.get(top).equals(next.get(top))) {
      top++;
    }
    int bottom = 0;
    while (bottom < shorter - top
        && now.get(now.size() - 1 - bottom).equals(next.get(next.size() - 1 - bottom))) {
      bottom++;
    }
    if (top + bottom == 0) {
      now.setAll(next);
      return;
    }
    if (now.size() - bottom > top) {
      now.remove(top, now.size() - bottom);
    }
    if (next.size() - bottom > top) {
      now.addAll(top, next.subList(top, next.size() - bottom));
    }
  }
}

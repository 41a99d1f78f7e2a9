package dev.plumbline.ui.shell;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;

/// F6: the focus goes from part to part of the window.
final class Panes {
  private Panes() {}

  /// Focuses the first control of the part after (or before) the one that has the focus.
  static void step(List<? extends Parent> parts, Node focused, int by) {
    int n = parts.size();
    int at = 0;
    for (int i = 0; i < n; i++) {
      if (inside(focused, parts.get(i))) {
        at = i;
      }
    }
    for (int i = 1; i <= n; i++) {
      var first = first(parts.get(Math.floorMod(at + by * i, n)));
      if (first.isPresent()) {
        first.get().requestFocus();
        return;
      }
    }
  }

  /// The first control of a part.
  static Optional<Node> first(Parent part) {
    if (!part.isVisible() || !part.isManaged()) {
      return Optional.empty();
    }
    for (var child : part.getChildrenUnmodifiable()) {
      if (child.isVisible() && !child.isDisabled()) {
        if (child.isFocusTraversable()) {
          return Optional.of(child);
        }
        if (child instanceof Parent p) {
          var inner = first(p);
          if (inner.isPresent()) {
            return inner;
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean inside(Node node, Parent part) {
    for (Node n = node; n != null; n = n.getParent()) {
      if (n.equals(part)) {
        return true;
      }
    }
    return false;
  }
}

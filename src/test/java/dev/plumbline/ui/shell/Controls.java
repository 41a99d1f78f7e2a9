package dev.plumbline.ui.shell;

import java.util.Set;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;

/// What a control must have: a role, a name, an id, and 24 px each way.
final class Controls {

  private static final double LEAST = 24;

  private Controls() {}

  /// Looks at every control below a node that can be seen and take the focus.
  ///
  /// @param found gets a line for each that lacks something
  /// @return how many were looked at
  static int check(Node node, String where, Set<String> found) {
    if (!node.isVisible()) {
      return 0;
    }
    int seen = 0;
    if (node.isFocusTraversable() && !node.isDisabled()) {
      seen = 1;
      control(node, where, found);
    }
    if (node instanceof Parent parent) {
      for (var child : parent.getChildrenUnmodifiable()) {
        seen += check(child, where, found);
      }
    }
    return seen;
  }

  private static void control(Node node, String where, Set<String> found) {
    var what = where + node.getClass().getSimpleName() + " " + node.getId();
    if (node.getId() == null || node.getId().isBlank()) {
      found.add(what + " has no id, style " + node.getStyleClass());
    }
    if (node.getAccessibleRole() == null
        || node.getAccessibleRole() == AccessibleRole.NODE
        || node.getAccessibleRole() == AccessibleRole.PARENT) {
      found.add(what + " has no role");
    }
    var text = node instanceof Labeled labeled ? labeled.getText() : null;
    boolean named =
        !(node.getAccessibleText() == null || node.getAccessibleText().isBlank())
            || !(text == null || text.isBlank());
    if (!named && !(node instanceof ScrollPane)) {
      found.add(what + " has no name");
    }
    var bounds = node.getLayoutBounds();
    if (bounds.getWidth() < LEAST - 0.5 || bounds.getHeight() < LEAST - 0.5) {
      found.add(what + " is %.0f by %.0f".formatted(bounds.getWidth(), bounds.getHeight()));
    }
  }
}

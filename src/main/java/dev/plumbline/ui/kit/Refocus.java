package dev.plumbline.ui.kit;

import javafx.scene.layout.Region;

/// Draws something anew without taking the focus away from who types or tabs there.
public final class Refocus {
  private Refocus() {}

  /// Runs the drawing, then focuses the node that has the id of the one that had the focus.
  public static void around(Region root, Runnable draw) {
    var scene = root.getScene();
    var owner = scene == null ? null : scene.getFocusOwner();
    var id = owner == null || !inside(owner, root) ? null : owner.getId();
    draw.run();
    // the scene takes the focus from a removed node only at the next pulse
    if (scene != null && owner != null && id != null && owner.getScene() == null) {
      var again = root.lookup("#" + id);
      if (again != null) {
        again.requestFocus();
      }
    }
  }

  private static boolean inside(javafx.scene.Node node, Region root) {
    for (javafx.scene.Node n = node; n != null; n = n.getParent()) {
      if (n.equals(root)) {
        return true;
      }
    }
    return false;
  }
}

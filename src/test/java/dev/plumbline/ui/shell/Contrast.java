package dev.plumbline.ui.shell;

import java.util.Set;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/// How much what is drawn stands out from what it is drawn on, as WCAG 2.2 computes it: text at
/// least 4.5:1, icons 3:1. What is disabled need not.
final class Contrast {

  private static final double TEXT = 4.5;
  private static final double ICON = 3;

  private Contrast() {}

  /// Looks at every text and icon below a node that can be seen.
  ///
  /// @param found gets a line for each that does not stand out
  /// @return how many were looked at
  static int check(Node node, String where, Set<String> found) {
    if (!node.isVisible() || node.isDisabled()) {
      return 0;
    }
    int seen = 0;
    if (node instanceof Text text
        && shown(text)
        && !text.getText().isBlank()
        && text.getFill() instanceof Color fill) {
      seen = 1;
      text(text, fill, where, found);
    }
    if (node instanceof Parent parent) {
      for (var child : parent.getChildrenUnmodifiable()) {
        seen += check(child, where, found);
      }
    }
    return seen;
  }

  private static void text(Text text, Color fill, String where, Set<String> found) {
    var ground = ground(text);
    double ratio = ratio(over(fill, text.getOpacity(), ground), ground);
    boolean icon = text instanceof FontIcon;
    if (ratio < (icon ? ICON : TEXT) - 0.005) {
      var what =
          icon
              ? ((FontIcon) text).getIconLiteral()
              : "“" + text.getText().strip().lines().findFirst().orElse("") + "”";
      found.add(
          "%s%s %.2f:1 %s on %s in %s".formatted(where, what, ratio, fill, ground, path(text)));
    }
  }

  /// Whether the middle of a text is in the window and in no part that is cut off.
  private static boolean shown(Text text) {
    var bounds = text.localToScene(text.getLayoutBounds());
    var at = new Point2D(bounds.getCenterX(), bounds.getCenterY());
    for (Node n = text; n != null; n = n.getParent()) {
      if (n.getClip() != null && !n.getClip().contains(n.sceneToLocal(at))) {
        return false;
      }
    }
    var scene = text.getScene();
    return at.getX() >= 0
        && at.getY() >= 0
        && at.getX() <= scene.getWidth()
        && at.getY() <= scene.getHeight();
  }

  private static String path(Node node) {
    var parent = node.getParent();
    return parent == null
        ? ""
        : parent.getStyleClass() + " " + (parent.getId() == null ? "" : parent.getId());
  }

  /// The fills of all that lies around a text, from the outermost on, where its middle is.
  private static Color ground(Node text) {
    var bounds = text.localToScene(text.getLayoutBounds());
    return ground(text, new Point2D(bounds.getCenterX(), bounds.getCenterY()));
  }

  private static Color ground(Node node, Point2D at) {
    var parent = node.getParent();
    if (parent == null) {
      return Color.WHITE;
    }
    var ground = ground(parent, at);
    if (parent instanceof Region region && region.getBackground() != null) {
      for (var fill : region.getBackground().getFills()) {
        if (fill.getFill() instanceof Color color && covers(region, fill.getInsets(), at)) {
          ground = over(color, region.getOpacity(), ground);
        }
      }
    }
    return ground;
  }

  private static boolean covers(Region region, Insets insets, Point2D at) {
    var p = region.sceneToLocal(at);
    return p.getX() >= insets.getLeft()
        && p.getY() >= insets.getTop()
        && p.getX() <= region.getWidth() - insets.getRight()
        && p.getY() <= region.getHeight() - insets.getBottom();
  }

  private static Color over(Color top, double opacity, Color ground) {
    double a = top.getOpacity() * opacity;
    return Color.color(
        top.getRed() * a + ground.getRed() * (1 - a),
        top.getGreen() * a + ground.getGreen() * (1 - a),
        top.getBlue() * a + ground.getBlue() * (1 - a));
  }

  private static double ratio(Color a, Color b) {
    double x = luminance(a);
    double y = luminance(b);
    return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
  }

  private static double luminance(Color c) {
    return 0.2126 * linear(c.getRed())
        + 0.7152 * linear(c.getGreen())
        + 0.0722 * linear(c.getBlue());
  }

  private static double linear(double v) {
    return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
  }
}

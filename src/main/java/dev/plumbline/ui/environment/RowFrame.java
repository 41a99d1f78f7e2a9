package dev.plumbline.ui.environment;

import dev.plumbline.ui.kit.EdgeBar;
import dev.plumbline.ui.kit.Icons;
import dev.plumbline.ui.kit.Mark;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// What every row of the tree begins with: edge and indent.
final class RowFrame {

  private static final double INDENT = 16;

  private final EdgeBar edge = new EdgeBar(Mark.IN_SYNC);
  private final Region indent = new Region();
  private final HBox root = new HBox(6, edge, indent);

  RowFrame(Node... nodes) {
    edge.setPrefHeight(20);
    edge.setMaxHeight(20);
    root.setAlignment(Pos.CENTER_LEFT);
    root.getStyleClass().add("resource-row");
    root.getChildren().addAll(nodes);
  }

  HBox root() {
    return root;
  }

  /// @param mark what the edge says; nothing when all is well
  void show(Optional<Mark> mark, int depth) {
    edge.show(mark.orElse(Mark.IN_SYNC));
    edge.setVisible(mark.filter(m -> m != Mark.IN_SYNC).isPresent());
    indent.setMinWidth(3 + depth * INDENT);
  }

  /// The room of a line that cannot be opened.
  static Region twistless() {
    var nothing = new Region();
    nothing.getStyleClass().add("twist-room");
    return nothing;
  }

  /// An icon that keeps its room.
  static Label held(FontIcon icon) {
    var held = new Label("", icon);
    held.setMinWidth(Region.USE_PREF_SIZE);
    return held;
  }

  static void become(FontIcon icon, String literal) {
    if (!literal.equals(icon.getIconLiteral())) {
      icon.setIconLiteral(literal);
    }
  }

  static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  static FontIcon icon() {
    return Icons.small("mdi2c-cube-outline");
  }
}

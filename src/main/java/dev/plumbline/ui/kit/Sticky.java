package dev.plumbline.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

/// A table whose first column and whose heads stay while the cells scroll both ways. Columns share
/// the room between a narrowest and a widest width; arrow keys go from cell to cell, and the cell
/// that has the focus is brought into view.
public final class Sticky {

  private static final PseudoClass FULL = PseudoClass.getPseudoClass("full");
  private static final PseudoClass LAST = PseudoClass.getPseudoClass("last");

  private final double first;
  private final double narrowest;
  private final double widest;
  private final DoubleProperty width = new SimpleDoubleProperty();
  private final StackPane corner = new StackPane();
  private final HBox heads = new HBox();
  private final VBox firsts = new VBox();
  private final VBox rows = new VBox();
  private final ScrollPane scroll = new ScrollPane(rows);
  private final BorderPane root = new BorderPane();
  private final Pane left;
  private final Label ruler = new Label();
  private final List<List<Region>> cells = new ArrayList<>();

  /// @param first the width of the first column; all widths in px at the usual text size
  public Sticky(String id, String name, double first, double narrowest, double widest) {
    this.first = first;
    this.narrowest = narrowest;
    this.widest = widest;
    width.set(narrowest);
    root.setId(id);
    root.setMinSize(0, 0);
    root.getStyleClass().add("sticky");
    scroll.setId(id + "-cells");
    scroll.setAccessibleText(name);
    scroll.setFocusTraversable(false);
    scroll.viewportBoundsProperty().subscribe(b -> fit());
    var top = window(heads);
    left = window(firsts);
    ruler.setManaged(false);
    ruler.setVisible(false);
    heads.translateXProperty().bind(offset(true));
    firsts.translateYProperty().bind(offset(false));
    left.setOnScroll(e -> scroll(-e.getDeltaY()));
    var head = new BorderPane(top, null, null, null, corner);
    root.setTop(head);
    root.setLeft(left);
    root.setCenter(scroll);
    root.getChildren().add(ruler);
    ruler.fontProperty().subscribe(f -> grow());
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  public Region root() {
    return root;
  }

  /// Empties it.
  public void clear(Region cornerHead) {
    corner.getChildren().setAll(cornerHead);
    heads.getChildren().clear();
    firsts.getChildren().clear();
    rows.getChildren().clear();
    cells.clear();
  }

  /// Tells the cells of the last column that they are: they need no edge of their own when the
  /// table is full.
  private void last() {
    int end = heads.getChildren().size() - 1;
    for (int i = 0; i <= end; i++) {
      heads.getChildren().get(i).pseudoClassStateChanged(LAST, i == end);
    }
    for (var row : cells) {
      for (int i = 0; i < row.size(); i++) {
        row.get(i).pseudoClassStateChanged(LAST, i == end);
      }
    }
  }

  /// Adds a column by its head.
  public void column(Region head) {
    shared(head);
    heads.getChildren().add(head);
    fit();
  }

  /// Adds a row by what stands in its first column.
  public void row(Region first) {
    first.setMaxWidth(Double.MAX_VALUE);
    firsts.getChildren().add(first);
    rows.getChildren().add(new HBox());
    cells.add(new ArrayList<>());
  }

  /// Adds a cell to the last row.
  public void cell(Region cell) {
    shared(cell);
    if (rows.getChildren().getLast() instanceof HBox row) {
      row.getChildren().add(cell);
    }
    cells.getLast().add(cell);
  }

  /// At least so many rows high, where it stands in a page that scrolls itself; 0 where it takes
  /// the room that is left.
  public void tall(int least) {
    last();
    if (least <= 0) {
      root.setMinHeight(0);
      return;
    }
    rows.applyCss();
    double row = firsts.getChildren().stream().findFirst().map(n -> n.prefHeight(-1)).orElse(0.0);
    root.setMinHeight(
        corner.prefHeight(-1) + row * Math.min(least, firsts.getChildren().size()) + 10);
  }

  private double scale() {
    return ruler.getFont().getSize() / Look.USUAL;
  }

  private void grow() {
    double wide = Math.ceil(first * scale());
    sized(corner, wide);
    sized(firsts, wide);
    sized(left, wide);
    fit();
  }

  private static void sized(Region region, double width) {
    region.setMinWidth(width);
    region.setPrefWidth(width);
    region.setMaxWidth(width);
  }

  private void shared(Region region) {
    region.minWidthProperty().bind(width);
    region.prefWidthProperty().bind(width);
    region.maxWidthProperty().bind(width);
  }

  /// Columns share the room. When there are few, the room at the right stays empty.
  private void fit() {
    int columns = heads.getChildren().size();
    double room = scroll.getViewportBounds().getWidth();
    if (columns > 0 && room > 0) {
      // Sizes are snapped up to whole pixels: a fraction in each column would not fit any more.
      double scale = scale();
      width.set(
          Math.clamp(
              Math.floor(room / columns), Math.ceil(narrowest * scale), Math.ceil(widest * scale)));
      root.pseudoClassStateChanged(FULL, room / columns <= widest * scale);
    }
  }

  /// Shows a part of something larger, moved by its translation.
  private static Pane window(Region inside) {
    var pane = new Pane(inside);
    var clip = new Rectangle();
    clip.widthProperty().bind(pane.widthProperty());
    clip.heightProperty().bind(pane.heightProperty());
    pane.setClip(clip);
    pane.setMinSize(0, 0);
    return pane;
  }

  private javafx.beans.binding.DoubleBinding offset(boolean across) {
    return Bindings.createDoubleBinding(
        () -> {
          var seen = scroll.getViewportBounds();
          double hidden =
              across ? rows.getWidth() - seen.getWidth() : rows.getHeight() - seen.getHeight();
          double share = across ? scroll.getHvalue() : scroll.getVvalue();
          return hidden <= 0 ? 0.0 : -Math.round(share * hidden);
        },
        scroll.viewportBoundsProperty(),
        scroll.hvalueProperty(),
        scroll.vvalueProperty(),
        rows.widthProperty(),
        rows.heightProperty());
  }

  private void scroll(double pixels) {
    double hidden = rows.getHeight() - scroll.getViewportBounds().getHeight();
    if (hidden > 0) {
      scroll.setVvalue(Math.clamp(scroll.getVvalue() + pixels / hidden, 0, 1));
    }
  }

  private void pressed(KeyEvent event) {
    var owner = root.getScene() == null ? null : root.getScene().getFocusOwner();
    for (int r = 0; r < cells.size(); r++) {
      int c = owner == null ? -1 : cells.get(r).indexOf(owner);
      if (c >= 0) {
        go(event, r, c);
        return;
      }
    }
  }

  private void go(KeyEvent event, int row, int column) {
    int down = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
    int right = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
    if ((down == 0 && right == 0) || event.isAltDown() || event.isShortcutDown()) {
      return;
    }
    int r = row + down;
    int c = column + right;
    while (r >= 0 && r < cells.size() && c >= 0 && c < cells.get(r).size()) {
      var next = cells.get(r).get(c);
      if (next.isFocusTraversable()) {
        next.requestFocus();
        reveal(next);
        break;
      }
      r += down;
      c += right;
    }
    event.consume();
  }

  private void reveal(Node cell) {
    var inside = rows.sceneToLocal(cell.localToScene(cell.getBoundsInLocal()));
    var seen = scroll.getViewportBounds();
    scroll.setVvalue(
        near(
            scroll.getVvalue(),
            inside.getMinY(),
            inside.getMaxY(),
            seen.getHeight(),
            rows.getHeight()));
    scroll.setHvalue(
        near(
            scroll.getHvalue(),
            inside.getMinX(),
            inside.getMaxX(),
            seen.getWidth(),
            rows.getWidth()));
  }

  /// The share that scrolls least so that `from` until `to` is seen.
  private static double near(double share, double from, double to, double seen, double whole) {
    double hidden = whole - seen;
    if (hidden <= 0) {
      return 0;
    }
    double start = share * hidden;
    double next = from < start ? from : to > start + seen ? to - seen : start;
    return Math.clamp(next / hidden, 0, 1);
  }
}

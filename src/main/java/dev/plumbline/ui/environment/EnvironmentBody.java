package dev.plumbline.ui.environment;

import dev.plumbline.engine.EnvironmentView;
import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.Icons;
import dev.plumbline.ui.kit.StateChip;
import dev.plumbline.ui.kit.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Tree, object and panel, as the width allows (in em of the text, so that large text is a small
/// window): side by side; without room for the tree a button that shows it over the object, and the
/// panel in place of the object; with much room the panel at the right.
final class EnvironmentBody {

  /// Below this the tree is behind a button.
  private static final double FOLDED = 73;

  /// Below this the tree is narrower.
  private static final double NARROW = 84;

  /// From here on the panel stands at the right.
  private static final double WIDE = 129;

  private static final double LOG_SHARE = 0.5;

  private static final PseudoClass NARROWED = PseudoClass.getPseudoClass("narrow");

  private final EnvironmentModel model;
  private final Words words;
  private final ResourcePane tree;
  private final DetailPane detail;
  private final BottomPanel panel;
  private final PanelModel panelModel;
  private final HBox main = new HBox();
  private final VBox middle = new VBox();
  private final StackPane root = new StackPane(main);
  private final Button showTree;
  private final Label em = new Label();

  /// What is arranged anew within a layout is laid out by none that is under way: another is asked
  /// for right after it.
  private final PauseTransition settle = new PauseTransition(Duration.millis(20));

  private Size size = Size.USUAL;
  private boolean over;
  private boolean alone;

  private enum Size {
    FOLDED,
    NARROW,
    USUAL,
    WIDE
  }

  EnvironmentBody(
      EnvironmentModel model,
      Words words,
      ResourcePane tree,
      DetailPane detail,
      BottomPanel panel,
      PanelModel panelModel) {
    this.model = model;
    this.words = words;
    this.tree = tree;
    this.detail = detail;
    this.panel = panel;
    this.panelModel = panelModel;
    showTree = Buttons.small("environment-show-tree", "", () -> over(!over));
    showTree.setGraphic(Icons.small("mdi2f-file-tree-outline"));
    em.setManaged(false);
    em.setVisible(false);
    root.getChildren().add(em);
    VBox.setVgrow(detail.root(), Priority.ALWAYS);
    HBox.setHgrow(middle, Priority.ALWAYS);
    middle.setMinWidth(0);
    settle.setOnFinished(e ->
        List.of(root, main, middle, tree.root(), detail.root(), panel.root())
            .forEach(Region::requestLayout));
    root.widthProperty().subscribe(w -> measure());
    root.heightProperty().subscribe(h -> heights());
    em.fontProperty().subscribe(f -> measure());
    panelModel.open().subscribe(o -> lay());
    panelModel.tab().subscribe(t -> heights());
    model.tree().tally().subscribe(t -> name());
    model.selected().subscribe(s -> over(false));
    model.view().subscribe(this::alone);
    lay();
  }

  Region root() {
    return root;
  }

  /// Shows the tree where it is behind a button; nothing where it is seen anyway.
  void showTree() {
    over(true);
  }

  /// Hides the tree again; false when it is not over the object.
  boolean hideTree() {
    boolean was = over;
    over(false);
    return was;
  }

  private void measure() {
    double ems = root.getWidth() / em.getFont().getSize();
    if (ems <= 0) {
      return;
    }
    var now =
        ems < FOLDED
            ? Size.FOLDED
            : ems < NARROW ? Size.NARROW : ems < WIDE ? Size.USUAL : Size.WIDE;
    if (now != size) {
      size = now;
      over = false;
      panelModel.small(size == Size.FOLDED);
      lay();
      settle.playFromStart();
    }
    heights();
  }

  private void over(boolean now) {
    boolean next = now && size == Size.FOLDED;
    if (next != over) {
      over = next;
      lay();
      if (over) {
        tree.list().requestFocus();
      }
    }
  }

  /// Where nothing was compared, or nothing is there, one note has the whole place.
  private void alone(EnvironmentView view) {
    boolean now =
        view.phase() != EnvironmentView.Phase.COMPARING
            && view.drift().filter(d -> !d.resources().isEmpty()).isEmpty();
    if (now != alone) {
      alone = now;
      tree.alone(alone);
      HBox.setHgrow(tree.root(), alone ? Priority.ALWAYS : null);
      lay();
    }
  }

  private void lay() {
    if (alone) {
      become(main, List.of(tree.root()));
      become(root, List.of(main, em));
      return;
    }
    boolean folded = size == Size.FOLDED;
    boolean wide = size == Size.WIDE;
    root.pseudoClassStateChanged(NARROWED, size == Size.NARROW || folded);
    panel.side(wide);
    var across = new ArrayList<Node>();
    if (!folded) {
      across.add(tree.root());
    }
    across.add(middle);
    var down = new ArrayList<Node>();
    if (!folded || !panelModel.open().get()) {
      down.add(detail.root());
    }
    if (wide) {
      across.add(panel.root());
    } else {
      down.add(panel.root());
    }
    become(middle, down);
    become(main, across);
    detail.before(folded ? new Node[] {showTree} : new Node[0]);
    VBox.setVgrow(panel.root(), folded && panelModel.open().get() ? Priority.ALWAYS : null);
    var layers = new ArrayList<Node>(List.of(main, em));
    if (over) {
      StackPane.setAlignment(tree.root(), Pos.CENTER_LEFT);
      layers.add(tree.root());
    }
    become(root, layers);
    heights();
    name();
  }

  private static void become(javafx.scene.layout.Pane pane, List<Node> next) {
    if (!pane.getChildren().equals(next)) {
      pane.getChildren().setAll(next);
    }
  }

  private void heights() {
    var region = panel.root();
    boolean below = size != Size.WIDE && size != Size.FOLDED;
    boolean log = panelModel.tab().get() == PanelModel.Tab.LOGS;
    region.setMaxHeight(below ? Region.USE_PREF_SIZE : Double.MAX_VALUE);
    region.setPrefHeight(
        below && panelModel.open().get() && log && root.getHeight() > 0
            ? root.getHeight() * LOG_SHARE
            : Region.USE_COMPUTED_SIZE);
  }

  private void name() {
    var tally = model.tree().tally().get();
    int differ = tally.counts().all() - tally.counts().of(Standing.IN_SYNC);
    showTree.setText(words.get("environment.tree.show", tally.counts().all()));
    showTree.setAccessibleText(
        words.get("environment.tree.show-name", tally.counts().all(), differ));
    showTree.setContentDisplay(javafx.scene.control.ContentDisplay.LEFT);
    showTree.setGraphic(
        differ == 0
            ? Icons.small("mdi2f-file-tree-outline")
            : StateChip.quiet(dev.plumbline.ui.kit.Mark.DRIFTED, Integer.toString(differ)));
  }
}

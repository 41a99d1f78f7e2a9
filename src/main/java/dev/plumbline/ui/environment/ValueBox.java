package dev.plumbline.ui.environment;

import dev.plumbline.ui.kit.Breaks;
import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.Differing;
import dev.plumbline.ui.kit.Ems;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.util.Duration;

/// A value of one side: blue for Git, amber for the cluster, what differs bold. A long one shows
/// the lines that matter and says how many more there are.
final class ValueBox extends VBox {

  /// Edge and padding, and the width of a character of the mono face, in px at the usual size.
  private static final double AROUND = 22;

  private static final double CHARACTER = 0.602 * 12;

  /// What changes within a layout is not laid out any more: lines break anew right after it.
  private final PauseTransition settle = new PauseTransition(Duration.millis(20));

  private final Side side;
  private final Words words;
  private Side.Excerpt shown;
  private int columns = Integer.MAX_VALUE;

  ValueBox(Side side, boolean git, Words words) {
    super(2);
    this.side = side;
    this.words = words;
    getStyleClass().addAll("value", git ? "git" : "live");
    setMinWidth(0);
    setMinHeight(USE_PREF_SIZE);
    shown = side.excerpt();
    show(shown);
    settle.setOnFinished(e -> show(shown));
    Ems.watch(this, this::fit);
  }

  private void fit(double width) {
    int next = Math.max(8, (int) ((width - AROUND) / CHARACTER));
    boolean breaks =
        shown.lines().stream()
            .mapToInt(l -> l.text().length())
            .anyMatch(n -> n > Math.min(next, columns));
    columns = next;
    if (breaks) {
      settle.playFromStart();
    }
  }

  private void show(Side.Excerpt excerpt) {
    shown = excerpt;
    var nodes = new ArrayList<Node>();
    if (excerpt.above() > 0) {
      nodes.add(Texts.caption(words.count("environment.value.above", excerpt.above())));
    }
    nodes.add(flow(excerpt.lines()));
    if (!excerpt.complete()) {
      nodes.add(
          more(
              excerpt.below() > 0
                  ? words.count("environment.value.below", excerpt.below())
                  : excerpt.characters() > 0
                      ? words.get("environment.value.characters", excerpt.characters())
                      : words.get("environment.value.all"),
              side.whole()));
    } else if (!side.excerpt().complete()) {
      nodes.add(more(words.get("environment.value.fold"), side.excerpt()));
    }
    getChildren().removeIf(Node::isManaged);
    getChildren().addAll(nodes);
  }

  private Node more(String text, Side.Excerpt next) {
    var button = Buttons.link("value-more", text, () -> show(next));
    button.getStyleClass().add("value-more");
    return button;
  }

  private TextFlow flow(List<Differing> lines) {
    var flow = new TextFlow();
    flow.getStyleClass().add("value-text");
    for (int i = 0; i < lines.size(); i++) {
      if (i > 0) {
        add(flow, "\n", "same");
      }
      add(flow, lines.get(i));
    }
    return flow;
  }

  private void add(TextFlow flow, Differing line) {
    var text = line.text();
    int differs = line.before().length();
    int after = differs + line.middle().length();
    for (int from = 0; from < text.length(); ) {
      int end = Breaks.end(text, from, columns);
      add(flow, cut(text, from, Math.min(end, differs)), "same");
      add(flow, cut(text, Math.max(from, differs), Math.min(end, after)), "differs");
      add(flow, cut(text, Math.max(from, after), end), "same");
      if (end < text.length()) {
        add(flow, "\n", "same");
      }
      from = end;
    }
  }

  private static String cut(String text, int from, int end) {
    return from < end ? text.substring(from, end) : "";
  }

  private static void add(TextFlow flow, String text, String css) {
    if (!text.isEmpty()) {
      var node = new Text(text);
      node.getStyleClass().add(css);
      flow.getChildren().add(node);
    }
  }
}

package dev.plumbline.ui.environment;

import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.Differing;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A value of one side: blue for Git, amber for the cluster, what differs bold. A long one shows
/// the lines that matter and says how many more there are.
final class ValueBox extends VBox {

  private final Side side;
  private final Words words;

  ValueBox(Side side, boolean git, Words words) {
    super(2);
    this.side = side;
    this.words = words;
    getStyleClass().addAll("value", git ? "git" : "live");
    setMinWidth(0);
    setMinHeight(USE_PREF_SIZE);
    show(side.excerpt());
  }

  private void show(Side.Excerpt excerpt) {
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
    getChildren().setAll(nodes);
  }

  private Node more(String text, Side.Excerpt next) {
    var button = Buttons.link("value-more", text, () -> show(next));
    button.getStyleClass().add("value-more");
    return button;
  }

  private static TextFlow flow(List<Differing> lines) {
    var flow = new TextFlow();
    flow.getStyleClass().add("value-text");
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      var end = i < lines.size() - 1 ? "\n" : "";
      add(flow, line.before(), "same");
      add(flow, line.middle(), "differs");
      add(flow, line.after() + end, "same");
    }
    return flow;
  }

  private static void add(TextFlow flow, String text, String css) {
    if (!text.isEmpty()) {
      var node = new Text(text);
      node.getStyleClass().add(css);
      flow.getChildren().add(node);
    }
  }
}

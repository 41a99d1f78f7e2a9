package dev.plumbline.ui.plan;

import dev.plumbline.drift.FieldChange;
import dev.plumbline.model.Tree;
import dev.plumbline.ui.kit.Differing;
import dev.plumbline.ui.kit.PathLabel;
import dev.plumbline.ui.kit.PathText;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.ValueText;
import dev.plumbline.ui.kit.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// One field that a step writes: what is there now (amber), what will be (blue).
final class FieldPair extends VBox {

  /// So many lines of a value are shown; the environment shows all of them.
  private static final int LINES = 8;

  private static final int CHARACTERS = 400;

  FieldPair(FieldChange field, Words words) {
    getStyleClass().add("field-pair");
    getChildren().add(new PathLabel(PathText.of(field.path())));
    var live = field.live().map(FieldPair::text);
    var desired = field.desired().map(FieldPair::text);
    if (desired.isEmpty()) {
      getChildren()
          .add(
              line(
                  "−",
                  List.of("pair-live", "alone", "gone"),
                  words.get("plan.detail.removed") + " ",
                  Differing.whole(live.orElse("")),
                  more(field.live(), words)));
    } else {
      getChildren()
          .add(
              live.map(l ->
                      line(
                          "≠",
                          List.of("pair-live"),
                          "",
                          Differing.of(l, desired.get()),
                          more(field.live(), words)))
                  .orElseGet(() ->
                      line(
                          "≠",
                          List.of("pair-live"),
                          words.get("plan.detail.absent"),
                          Differing.whole(""),
                          Optional.empty())));
      getChildren()
          .add(
              line(
                  "→",
                  List.of("pair-git"),
                  "",
                  live.map(l -> Differing.of(desired.get(), l))
                      .orElseGet(() -> Differing.whole(desired.get())),
                  more(field.desired(), words)));
    }
    setAccessibleText(
        words.get(
            "plan.detail.pair",
            field.path(),
            live.orElseGet(() -> words.get("plan.detail.absent")),
            desired.orElseGet(() -> words.get("plan.detail.absent"))));
  }

  private static String text(Tree value) {
    var lines = ValueText.of(value).lines();
    var text = String.join("\n", lines.subList(0, Math.min(LINES, lines.size())));
    return text.length() <= CHARACTERS ? text : text.substring(0, CHARACTERS) + "…";
  }

  private static Optional<String> more(Optional<Tree> value, Words words) {
    return value
        .map(v -> ValueText.of(v).lines().size() - LINES)
        .filter(n -> n > 0)
        .map(n -> words.count("plan.detail.more-lines", n));
  }

  private static HBox line(
      String sign, List<String> css, String before, Differing value, Optional<String> more) {
    var mark = Texts.label(sign, "pair-sign");
    mark.setMinWidth(USE_PREF_SIZE);
    var flow = new TextFlow();
    flow.getStyleClass().add("pair-text");
    var parts = new ArrayList<Text>();
    parts.add(styled(before + value.before(), "same"));
    parts.add(styled(value.middle(), "differs"));
    parts.add(styled(value.after(), "same"));
    flow.getChildren().addAll(parts.stream().filter(t -> !t.getText().isEmpty()).toList());
    var text = new VBox(flow);
    text.setMinWidth(0);
    HBox.setHgrow(text, Priority.ALWAYS);
    more.ifPresent(m -> text.getChildren().add(Texts.caption(m)));
    var line = new HBox(6, mark, text);
    line.getStyleClass().add("pair-line");
    line.getStyleClass().addAll(css);
    return line;
  }

  private static Text styled(String text, String css) {
    var node = new Text(text);
    node.getStyleClass().add(css);
    return node;
  }
}

package dev.plumbline.ui.environment;

import dev.plumbline.ui.kit.Columns.Column;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.When;
import dev.plumbline.ui.kit.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/// Who manages how many fields of the object, the last to write first.
final class OwnerSide implements BottomPanel.Side {

  private static final String OURS = "plumbline";

  private final Words words;
  private final LiveSide<FieldManager> side;

  OwnerSide(EnvironmentModel model, Words words) {
    this.words = words;
    var columns =
        List.of(
            Column.of(words.get("environment.manager.name"), 0),
            Column.of(words.get("environment.manager.operation"), 130),
            new Column(words.get("environment.manager.fields"), 80, Pos.CENTER_RIGHT),
            Column.of(words.get("environment.manager.time"), 200));
    var table =
        new PanelTable<>(
            "environment-owners",
            words.get("environment.panel.owners"),
            columns,
            new PanelTable.Narrow(List.of(0, 2, 3), 0, 1),
            new Rows(),
            m -> {});
    side =
        new LiveSide<>(
            model.live(),
            table,
            there -> FieldManager.of(there.whole()),
            words.get("environment.manager.none"),
            words);
  }

  @Override
  public Node root() {
    return side.root();
  }

  @Override
  public String note() {
    return words.get("environment.manager.note");
  }

  /// A time as the server wrote it, in words, exactly in the tooltip.
  static Label when(String time, Words words) {
    try {
      var instant = Instant.parse(time);
      var label = Texts.second(When.of(instant, Instant.now(), ZoneId.systemDefault(), words));
      label.setTooltip(new Tooltip(time));
      return label;
    } catch (DateTimeParseException e) {
      return Texts.second(time);
    }
  }

  private final class Rows implements PanelTable.Rows<FieldManager> {
    @Override
    public List<Node> cells(FieldManager m) {
      var name = Texts.cut(Texts.mono(m.name()));
      if (m.name().equals(OURS)) {
        name.setText(words.get("environment.manager.ours", m.name()));
      }
      return List.of(
          name,
          Texts.second((m.operation() + " " + m.subresource()).strip()),
          Texts.label(Integer.toString(m.fields()), "second-text"),
          when(m.time(), words));
    }

    @Override
    public String sentence(FieldManager m) {
      return words.get(
          "environment.manager.sentence", m.name(), m.fields(), m.operation(), m.time());
    }
  }
}

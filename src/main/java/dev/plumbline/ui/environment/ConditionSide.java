package dev.plumbline.ui.environment;

import dev.plumbline.ui.kit.Columns.Column;
import dev.plumbline.ui.kit.StateChip;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Tone;
import dev.plumbline.ui.kit.Words;
import java.util.List;
import javafx.scene.Node;

/// The conditions that an object's controllers report.
final class ConditionSide implements BottomPanel.Side {

  private final Words words;
  private final LiveSide<StatusCondition> side;

  ConditionSide(EnvironmentModel model, Words words) {
    this.words = words;
    var columns =
        List.of(
            Column.of(words.get("environment.condition.type"), 170),
            Column.of(words.get("environment.condition.status"), 96),
            Column.of(words.get("environment.event.reason"), 200),
            Column.of(words.get("environment.event.message"), 0),
            Column.of(words.get("environment.condition.since"), 150));
    var table =
        new PanelTable<>(
            "environment-conditions",
            words.get("environment.panel.conditions"),
            columns,
            new PanelTable.Narrow(List.of(0, 1, 2, 4), 2, 3),
            new Rows(),
            c -> {});
    side =
        new LiveSide<>(
            model.live(),
            table,
            there -> StatusCondition.of(there.whole()),
            words.get("environment.condition.none"),
            words);
  }

  @Override
  public Node root() {
    return side.root();
  }

  @Override
  public String note() {
    return "";
  }

  private final class Rows implements PanelTable.Rows<StatusCondition> {
    @Override
    public List<Node> cells(StatusCondition c) {
      var chip = new StateChip(icon(c.tone()), c.tone(), c.status(), false);
      if (c.tone() == Tone.SUCCESS) {
        chip.getStyleClass().add("in-sync");
      }
      return List.of(
          Texts.cut(Texts.strong(c.type())),
          chip,
          Texts.cut(Texts.label(c.reason(), "second-text")),
          Texts.cut(Texts.label(c.message().replace('\n', ' '), "second-text")),
          OwnerSide.when(c.since(), words));
    }

    private static String icon(Tone tone) {
      return switch (tone) {
        case SUCCESS -> "mdi2c-check-circle-outline";
        case WARNING, ACCENT, NEUTRAL -> "mdi2a-alert-outline";
        case DANGER -> "mdi2c-close-octagon-outline";
        case UNKNOWN -> "mdi2h-help-rhombus-outline";
      };
    }

    @Override
    public String sentence(StatusCondition c) {
      return words.get(
          "environment.condition.sentence", c.type(), c.status(), c.reason(), c.message());
    }
  }
}

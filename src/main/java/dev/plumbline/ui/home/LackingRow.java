package dev.plumbline.ui.home;

import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.Columns;
import dev.plumbline.ui.kit.Columns.Column;
import dev.plumbline.ui.kit.Copied;
import dev.plumbline.ui.kit.EdgeBar;
import dev.plumbline.ui.kit.Icons;
import dev.plumbline.ui.kit.Mark;
import dev.plumbline.ui.kit.StateChip;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Asks for a program that is not installed: what waits for it, the line that installs it, and the
/// verb that tries again.
final class LackingRow {

  private static final Columns WIDE =
      new Columns(Column.of("", 128), Column.of("", 150), Column.of("", 0), Column.right("", 210));
  private static final Columns TIGHT = new Columns(Column.of("", 128), Column.of("", 0));

  private LackingRow() {}

  /// @param again compares one environment
  /// @param tight whether the line and the verbs go below
  static Region of(Lacking lacking, Words words, Consumer<String> again, boolean tight) {
    var program = lacking.program();
    var state = new HBox(9, new EdgeBar(Mark.UNKNOWN), StateChip.plain(Mark.UNKNOWN, words));
    state.setAlignment(Pos.CENTER_LEFT);
    state.setFillHeight(true);
    state.getStyleClass().add("edge-cell");
    var waiting =
        Texts.cut(Texts.body(words.count("home.map.environments", lacking.environments().size())));
    waiting.setTooltip(new Tooltip(String.join("\n", lacking.environments()).replace("/", " / ")));
    var needs = Texts.strong(words.get("home.needs-program", program));
    needs.setId("lacking-" + program);
    needs.setMinWidth(Region.USE_PREF_SIZE);
    var line = Texts.cut(Texts.mono(lacking.install()));
    line.setId("lacking-install-" + program);
    var how = Texts.second(words.get("home.install"));
    how.setMinWidth(Region.USE_PREF_SIZE);
    var copy =
        Buttons.flat(
            "lacking-copy-" + program, words.get("kit.copy"), () -> Copied.text(lacking.install()));
    copy.setGraphic(Icons.small("mdi2c-content-copy"));
    copy.setAccessibleText(words.get("home.install.copy", program, lacking.install()));
    var compare =
        Buttons.small(
            "lacking-again-" + program,
            words.get("home.compare-again"),
            () -> lacking.environments().forEach(again));
    if (tight) {
      var asked = TIGHT.row(List.of(state, needs));
      asked.getStyleClass().addAll("row-36", "inbox-row", "asked");
      var below = new HBox(8, line, copy, compare);
      below.getStyleClass().addAll("row", "row-36", "padded");
      return new VBox(asked, below);
    }
    var what = new HBox(6, needs, how, line);
    what.setAlignment(Pos.CENTER_LEFT);
    var verbs = new HBox(8, copy, compare);
    verbs.setAlignment(Pos.CENTER_RIGHT);
    var row = WIDE.row(List.of(state, waiting, what, verbs));
    row.getStyleClass().addAll("row-36", "inbox-row");
    return row;
  }
}

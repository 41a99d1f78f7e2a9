package dev.plumbline.ui.environment;

import dev.plumbline.ui.kit.Icons;
import dev.plumbline.ui.kit.KindIcons;
import dev.plumbline.ui.kit.Mark;
import dev.plumbline.ui.kit.StateChip;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// A kind of object: how many there are and how they stand.
final class KindRow {

  private final Words words;
  private final FontIcon twist = Icons.small("mdi2c-chevron-right");
  private final FontIcon icon = RowFrame.icon();
  private final Label name = Texts.strong("");
  private final Label count = Texts.second("");
  private final Map<Facet, StateChip> chips = new EnumMap<>(Facet.class);
  private final StateChip calm;
  private final Label was;
  private final RowFrame frame;

  KindRow(Words words) {
    this.words = words;
    calm = StateChip.plain(Mark.IN_SYNC, words);
    was = Texts.second(words.get("environment.was-in-sync"));
    was.setMinWidth(Region.USE_PREF_SIZE);
    frame = new RowFrame(twist, RowFrame.held(icon), name, count, Texts.spacer());
    for (var facet : Facet.values()) {
      if (facet != Facet.NOT_COUNTED) {
        chips.put(facet, new StateChip(facet.icon(), facet.tone(), "", true));
      }
    }
    frame.root().getChildren().addAll(chips.values());
    frame.root().getChildren().addAll(calm, was);
  }

  Region root() {
    return frame.root();
  }

  /// Shows a kind.
  ///
  /// @return the row as a sentence
  String show(Line.Kind kind, boolean stale) {
    var tally = kind.tally();
    frame.show(Optional.of(worst(tally)), 0);
    RowFrame.become(twist, kind.open() ? "mdi2c-chevron-down" : "mdi2c-chevron-right");
    RowFrame.become(icon, KindIcons.of(kind.kind()));
    name.setText(kind.kind());
    name.setId("resource-group-" + kind.kind());
    count.setText(FacetChips.number(tally.all()));
    boolean quiet = tally.counts().all() > 0;
    for (var chip : chips.entrySet()) {
      int n = tally.of(chip.getKey());
      chip.getValue().setText(FacetChips.number(n));
      RowFrame.show(chip.getValue(), n > 0);
      quiet &= n == 0;
    }
    RowFrame.show(calm, quiet && !stale);
    RowFrame.show(was, quiet && stale);
    int differing = tally.counts().all() - tally.counts().of(Standing.IN_SYNC);
    return words.get(
        kind.open() ? "environment.group.open" : "environment.group.folded",
        kind.kind(),
        tally.all(),
        differing,
        tally.of(Facet.DEGRADED));
  }

  private static Mark worst(Tally tally) {
    if (tally.of(Facet.UNKNOWN) > 0) {
      return Mark.UNKNOWN;
    }
    for (var standing : Standing.values()) {
      if (standing != Standing.IN_SYNC && tally.counts().of(standing) > 0) {
        return standing.mark();
      }
    }
    return tally.of(Facet.DEGRADED) > 0 ? Mark.FAILED : Mark.IN_SYNC;
  }
}

package dev.plumbline.ui.environment;

import dev.plumbline.drift.ResourceDrift;
import dev.plumbline.ui.kit.EdgeBar;
import dev.plumbline.ui.kit.Icons;
import dev.plumbline.ui.kit.KindIcons;
import dev.plumbline.ui.kit.Mark;
import dev.plumbline.ui.kit.StateChip;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// A row of the resource list: edge, icon of the kind, name, kind, verdict; or a kind with its
/// counts.
final class ResourceCell extends ListCell<Listing.Item> {

  /// Names up to this length stay whole and the kind gives way.
  private static final int SHORT = 20;

  private final EnvironmentModel model;
  private final Words words;

  ResourceCell(EnvironmentModel model, Words words) {
    this.model = model;
    this.words = words;
    getStyleClass().add("resource-cell");
    setContentDisplay(javafx.scene.control.ContentDisplay.GRAPHIC_ONLY);
    setPrefWidth(0);
    setOnMouseClicked(e -> {
      if (getItem() instanceof Listing.Item.Group g) {
        model.fold(g);
      }
    });
  }

  @Override
  protected void updateItem(Listing.Item item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      setAccessibleText(null);
      setId(null);
      return;
    }
    switch (item) {
      case Listing.Item.Group g -> show(g);
      case Listing.Item.Row r -> show(r);
    }
  }

  private void show(Listing.Item.Row row) {
    var drift = row.drift();
    var ref = drift.ref();
    var mark = mark(drift);
    var name = Texts.cutMiddle(Texts.body(ref.name()));
    if (ref.name().length() <= SHORT) {
      name.setMinWidth(Region.USE_PREF_SIZE);
    }
    var kind =
        Texts.cut(
            Texts.label(
                row.namespaced() ? ref.kind() + " · " + ref.namespace() : ref.kind(), "muted"));
    var icon = new Label("", Icons.small(KindIcons.of(ref.kind())));
    icon.setMinWidth(Region.USE_PREF_SIZE);
    var line = new HBox(6, edge(mark), icon, name, kind, Texts.spacer(), verdict(drift));
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("resource-row");
    HBox.setMargin(icon, new Insets(0, 0, 0, row.indented() ? 32 : 16));
    setGraphic(line);
    setId("resource-" + ref.kind() + "-" + ref.name());
    setAccessibleText(words.get("environment.row.sentence", ref.name(), ref.kind(), said(drift)));
  }

  /// What was in sync is not called in sync once it may no longer be true.
  private Label verdict(ResourceDrift drift) {
    if (drift instanceof ResourceDrift.InSync && stale()) {
      var label = Texts.second(said(drift));
      label.setMinWidth(Region.USE_PREF_SIZE);
      return label;
    }
    return StateChip.of(drift, words);
  }

  private String said(ResourceDrift drift) {
    return drift instanceof ResourceDrift.InSync && stale()
        ? words.get("environment.was-in-sync")
        : Mark.words(drift, words);
  }

  private boolean stale() {
    return model.view().get().staleSince().isPresent();
  }

  private void show(Listing.Item.Group group) {
    var counts = group.counts();
    var fold = Icons.small(group.open() ? "mdi2c-chevron-down" : "mdi2c-chevron-right");
    var worst = worst(counts);
    var line =
        new HBox(
            6,
            edge(worst == Standing.IN_SYNC ? Mark.IN_SYNC : StandingChips.mark(worst)),
            fold,
            Icons.small(KindIcons.of(group.kind())),
            Texts.strong(group.kind()),
            Texts.second(number(counts.all())),
            Texts.spacer());
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("resource-row");
    for (var standing : Standing.values()) {
      if (standing != Standing.IN_SYNC && counts.of(standing) > 0) {
        line.getChildren()
            .add(
                new StateChip(StandingChips.mark(standing), Integer.toString(counts.of(standing))));
      }
    }
    if (worst == Standing.IN_SYNC) {
      line.getChildren().add(StateChip.plain(Mark.IN_SYNC, words));
    }
    setGraphic(line);
    setId("resource-group-" + group.kind());
    setAccessibleText(
        words.get(
            group.open() ? "environment.group.open" : "environment.group.folded",
            group.kind(),
            counts.all(),
            counts.all() - counts.of(Standing.IN_SYNC)));
  }

  static String number(int n) {
    return String.format(java.util.Locale.ENGLISH, "%,d", n);
  }

  private static Region edge(Mark mark) {
    var edge = new EdgeBar(mark);
    edge.setPrefHeight(20);
    edge.setMaxHeight(20);
    edge.setVisible(mark != Mark.IN_SYNC);
    return edge;
  }

  /// A resource of which everything that differs would be removed is marked as that.
  static Mark mark(ResourceDrift drift) {
    return drift instanceof ResourceDrift.Changed && Standing.onlyRemovals(drift)
        ? Mark.TO_BE_REMOVED
        : Mark.of(drift);
  }

  private static Standing worst(Counts counts) {
    if (counts.of(Standing.UNKNOWN) > 0) {
      return Standing.UNKNOWN;
    }
    for (var standing : Standing.values()) {
      if (standing != Standing.IN_SYNC && counts.of(standing) > 0) {
        return standing;
      }
    }
    return Standing.IN_SYNC;
  }
}

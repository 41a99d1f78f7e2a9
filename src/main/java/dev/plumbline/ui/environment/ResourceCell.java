package dev.plumbline.ui.environment;

import dev.plumbline.drift.ResourceDrift;
import dev.plumbline.model.Health;
import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.EdgeBar;
import dev.plumbline.ui.kit.HealthMark;
import dev.plumbline.ui.kit.Icons;
import dev.plumbline.ui.kit.KindIcons;
import dev.plumbline.ui.kit.Mark;
import dev.plumbline.ui.kit.StateChip;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// A row of the tree: edge, indent, fold, icon of the kind, name, kind, state. It reads as one
/// sentence.
final class ResourceCell extends ListCell<Line> {

  /// Names up to this length stay whole and the kind gives way.
  private static final int SHORT = 22;

  private static final double INDENT = 16;

  private final EnvironmentModel model;
  private final Words words;

  ResourceCell(EnvironmentModel model, Words words) {
    this.model = model;
    this.words = words;
    getStyleClass().add("resource-cell");
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setPrefWidth(0);
    setOnMouseClicked(e -> {
      if (e.getButton() == MouseButton.PRIMARY
          && (getItem() instanceof Line.Kind || getItem() instanceof Line.More)) {
        model.tree().fold(getItem());
      }
    });
  }

  @Override
  protected void updateItem(Line line, boolean empty) {
    super.updateItem(line, empty);
    if (empty || line == null) {
      setGraphic(null);
      setAccessibleText(null);
      setId(null);
      return;
    }
    switch (line) {
      case Line.Kind k -> show(k);
      case Line.Thing t -> show(t);
      case Line.More m -> show(m);
    }
  }

  private void show(Line.Thing thing) {
    var subject = thing.subject();
    var ref = subject.ref();
    var name = Texts.cutMiddle(Texts.body(thing.name()));
    if (thing.name().length() <= SHORT) {
      name.setMinWidth(Region.USE_PREF_SIZE);
    }
    if (thing.elided()) {
      name.setTooltip(new javafx.scene.control.Tooltip(ref.kind() + " " + ref.name()));
    }
    var kind =
        Texts.cut(
            Texts.label(
                thing.elided()
                    ? ""
                    : thing.namespaced() ? ref.kind() + " · " + ref.namespace() : ref.kind(),
                "muted"));
    var line = row(subject.drift().map(ResourceCell::mark), thing.depth());
    line.getChildren().add(twist(thing));
    line.getChildren().addAll(icon(KindIcons.of(ref.kind())), name, kind, Texts.spacer());
    if (subject.degraded() && loud(subject)) {
      var broken = HealthMark.of(Health.State.DEGRADED);
      line.getChildren().add(Icons.toned(broken.icon(), 14, broken.tone()));
    }
    line.getChildren().add(state(subject));
    setGraphic(line);
    setId("resource-" + ref.kind() + "-" + ref.name());
    setAccessibleText(sentence(thing));
  }

  private void show(Line.More more) {
    var line = row(java.util.Optional.empty(), more.depth());
    var key = more.open() ? "environment.more.fold" : "environment.more";
    var text =
        Texts.cut(
            Texts.label(
                words.get(
                    key, more.count(), more.kind() + "s", more.word().toLowerCase(Locale.ROOT)),
                "accent"));
    line.getChildren().addAll(twistless(), icon("mdi2d-dots-horizontal"), text);
    setGraphic(line);
    setId("resource-more-" + more.kind());
    setAccessibleText(text.getText());
  }

  private void show(Line.Kind kind) {
    var tally = kind.tally();
    var line = row(java.util.Optional.of(worst(tally)), 0);
    line.getChildren()
        .addAll(
            Icons.small(kind.open() ? "mdi2c-chevron-down" : "mdi2c-chevron-right"),
            icon(KindIcons.of(kind.kind())),
            Texts.strong(kind.kind()),
            Texts.second(FacetChips.number(tally.all())),
            Texts.spacer());
    boolean quiet = true;
    for (var facet : Facet.values()) {
      if (facet != Facet.NOT_COUNTED && tally.of(facet) > 0) {
        quiet = false;
        line.getChildren()
            .add(
                new StateChip(
                    facet.icon(), facet.tone(), FacetChips.number(tally.of(facet)), true));
      }
    }
    if (quiet && tally.counts().all() > 0) {
      line.getChildren().add(stale() ? was() : StateChip.plain(Mark.IN_SYNC, words));
    }
    setGraphic(line);
    setId("resource-group-" + kind.kind());
    int differing = tally.counts().all() - tally.counts().of(Standing.IN_SYNC);
    setAccessibleText(
        words.get(
            kind.open() ? "environment.group.open" : "environment.group.folded",
            kind.kind(),
            tally.all(),
            differing,
            tally.of(Facet.DEGRADED)));
  }

  private static HBox row(java.util.Optional<Mark> mark, int depth) {
    var edge = new EdgeBar(mark.orElse(Mark.IN_SYNC));
    edge.setPrefHeight(20);
    edge.setMaxHeight(20);
    edge.setVisible(mark.filter(m -> m != Mark.IN_SYNC).isPresent());
    var indent = new Region();
    indent.setMinWidth(3 + depth * INDENT);
    var line = new HBox(6, edge, indent);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("resource-row");
    return line;
  }

  private Region twist(Line.Thing thing) {
    if (thing.fold() == Line.Fold.NONE) {
      return twistless();
    }
    boolean open = thing.fold() == Line.Fold.OPEN;
    var name = thing.subject().ref().name();
    var button =
        Buttons.icon(
            "fold-" + thing.subject().ref().kind() + "-" + name,
            open ? "mdi2c-chevron-down" : "mdi2c-chevron-right",
            words.get(open ? "environment.fold" : "environment.unfold", name),
            () -> model.tree().fold(thing));
    button.setGraphic(Icons.small(open ? "mdi2c-chevron-down" : "mdi2c-chevron-right"));
    button.setFocusTraversable(false);
    button.getStyleClass().add("twist");
    return button;
  }

  private static Region twistless() {
    var nothing = new Region();
    nothing.getStyleClass().add("twist-room");
    return nothing;
  }

  private static Label icon(String literal) {
    var icon = new Label("", Icons.small(literal));
    icon.setMinWidth(Region.USE_PREF_SIZE);
    return icon;
  }

  /// The chip at the right: the verdict, unless that is quiet and the health is not.
  private Label state(Subject subject) {
    if (subject.owned().isPresent()) {
      return OwnedChip.of(subject.owned().get(), words);
    }
    var drift = subject.drift().orElseThrow();
    if (!loud(subject) && subject.degraded()) {
      return HealthMark.of(Health.State.DEGRADED).chip(words);
    }
    return drift instanceof ResourceDrift.InSync && stale() ? was() : StateChip.of(drift, words);
  }

  /// What was in sync is not called in sync once it may no longer be true.
  private Label was() {
    var label = Texts.second(words.get("environment.was-in-sync"));
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private String sentence(Line.Thing thing) {
    var subject = thing.subject();
    var state = state(subject).getText();
    var text =
        words.get("environment.row.sentence", subject.ref().name(), subject.ref().kind(), state);
    var health =
        subject
            .health()
            .filter(h -> subject.drift().isPresent() && h.state() != Health.State.HEALTHY)
            .map(h -> ", " + words.get(HealthMark.of(h.state()).word()))
            .orElse("");
    return text
        + health
        + switch (thing.fold()) {
          case NONE -> "";
          case OPEN -> ", " + words.get("environment.row.open");
          case FOLDED -> ", " + words.get("environment.row.folded");
        };
  }

  private static boolean loud(Subject subject) {
    return subject.drift().filter(d -> Standing.of(d) != Standing.IN_SYNC).isPresent();
  }

  private boolean stale() {
    return model.view().get().staleSince().isPresent();
  }

  /// A resource of which everything that differs would be removed is marked as that.
  static Mark mark(ResourceDrift drift) {
    return drift instanceof ResourceDrift.Changed && Standing.onlyRemovals(drift)
        ? Mark.TO_BE_REMOVED
        : Mark.of(drift);
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

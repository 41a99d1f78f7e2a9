package dev.plumbline.ui.environment;

import dev.plumbline.ui.kit.Icons;
import dev.plumbline.ui.kit.Mark;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The chips that count and filter: icon and count, the word in tooltip and name. What there is
/// none of has no chip.
final class StandingChips {

  private final EnvironmentModel model;
  private final Words words;
  private final HBox root = new HBox(6);
  private Optional<Drawn> drawn = Optional.empty();

  /// What the chips say. They are drawn anew only when that is another, so that a chip keeps the
  /// focus while a comparison tells of its progress.
  private record Drawn(Counts counts, Optional<Standing> show, boolean stale) {}

  StandingChips(EnvironmentModel model, Words words) {
    this.model = model;
    this.words = words;
    root.setId("environment-chips");
    root.getStyleClass().add("filter-chips");
    root.setAlignment(Pos.CENTER_LEFT);
    model.counts().subscribe(c -> draw());
    model.show().subscribe(s -> draw());
    model.view().subscribe(v -> draw());
  }

  Region root() {
    return root;
  }

  private void draw() {
    var counts = model.counts().get();
    var now = new Drawn(counts, model.show().get(), model.view().get().staleSince().isPresent());
    if (drawn.filter(now::equals).isPresent()) {
      return;
    }
    drawn = Optional.of(now);
    root.getChildren().clear();
    root.getChildren()
        .add(
            chip(
                "environment-show-all",
                Optional.empty(),
                words.get("environment.show.all", ResourceCell.number(counts.all())),
                words.count("environment.show.all-name", counts.all())));
    for (var standing : Standing.values()) {
      if (standing != Standing.IN_SYNC && counts.of(standing) > 0) {
        var mark = mark(standing);
        var chip =
            chip(
                "environment-show-" + standing.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                Optional.of(standing),
                ResourceCell.number(counts.of(standing)),
                words.get(mark.word()) + ", " + counts.of(standing));
        chip.setGraphic(Icons.toned(mark.icon(), 14, mark.tone()));
        chip.getStyleClass().add(mark.tone().css());
        root.getChildren().add(chip);
      }
    }
    var inSync =
        Texts.second(
            words.get(
                now.stale() ? "environment.show.were-in-sync" : "environment.show.in-sync",
                ResourceCell.number(counts.of(Standing.IN_SYNC))));
    inSync.setMinWidth(Region.USE_PREF_SIZE);
    root.getChildren().addAll(Texts.spacer(), inSync);
    root.setVisible(counts.all() > 0);
    root.setManaged(counts.all() > 0);
  }

  private ToggleButton chip(String id, Optional<Standing> standing, String text, String name) {
    var chip = new ToggleButton(text);
    chip.setId(id);
    chip.setAccessibleText(name);
    chip.setTooltip(new Tooltip(name));
    chip.getStyleClass().add("filter-chip");
    chip.setMinWidth(Region.USE_PREF_SIZE);
    chip.setSelected(model.show().get().equals(standing));
    chip.setOnAction(e -> model.show().set(chip.isSelected() ? standing : Optional.empty()));
    return chip;
  }

  static Mark mark(Standing standing) {
    return switch (standing) {
      case IN_SYNC -> Mark.IN_SYNC;
      case CHANGED -> Mark.DRIFTED;
      case ONLY_IN_GIT -> Mark.ONLY_IN_GIT;
      case ONLY_IN_CLUSTER -> Mark.ONLY_IN_CLUSTER;
      case UNKNOWN -> Mark.UNKNOWN;
    };
  }
}

package dev.plumbline.ui.environment;

import dev.plumbline.ui.kit.Icons;
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
/// none of has no chip; what the words of the filter leave none of says 0.
final class FacetChips {

  private final EnvironmentModel model;
  private final Words words;
  private final HBox root = new HBox(4);
  private Optional<Drawn> drawn = Optional.empty();

  /// What the chips say. They are drawn anew only when that is another, so that a chip keeps the
  /// focus while a comparison tells of its progress.
  private record Drawn(Tally tally, Tally found, Optional<Facet> facet, boolean stale) {}

  FacetChips(EnvironmentModel model, Words words) {
    this.model = model;
    this.words = words;
    root.setId("environment-chips");
    root.getStyleClass().add("filter-chips");
    root.setAlignment(Pos.CENTER_LEFT);
    model.tree().tally().subscribe(c -> draw());
    model.tree().found().subscribe(c -> draw());
    model.tree().facet().subscribe(s -> draw());
    model.view().subscribe(v -> draw());
  }

  Region root() {
    return root;
  }

  private void draw() {
    var tree = model.tree();
    var tally = tree.tally().get();
    var found = tree.found().get();
    var now =
        new Drawn(tally, found, tree.facet().get(), model.view().get().staleSince().isPresent());
    if (drawn.filter(now::equals).isPresent()) {
      return;
    }
    drawn = Optional.of(now);
    dev.plumbline.ui.kit.Refocus.around(root, () -> fill(now));
  }

  private void fill(Drawn now) {
    root.getChildren().clear();
    int all = now.tally().counts().all();
    int shown = now.found().counts().all();
    boolean narrowed = !model.tree().query().get().isBlank();
    root.getChildren()
        .add(
            chip(
                "environment-show-all",
                Optional.empty(),
                narrowed
                    ? words.get("environment.show.some", number(shown), number(all))
                    : words.get("environment.show.all", number(all)),
                narrowed
                    ? words.get("environment.show.some-name", shown, all)
                    : words.count("environment.show.all-name", all)));
    for (var facet : Facet.values()) {
      if (now.tally().of(facet) > 0) {
        int count = now.found().of(facet);
        var chip =
            chip(
                "environment-show-" + facet.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                Optional.of(facet),
                number(count),
                words.get(facet.word()) + ", " + count);
        chip.setGraphic(Icons.toned(facet.icon(), 14, facet.tone()));
        chip.getStyleClass().add(facet.tone().css());
        root.getChildren().add(chip);
      }
    }
    var inSync =
        Texts.cut(
            Texts.second(
                words.get(
                    now.stale() ? "environment.show.were-in-sync" : "environment.show.in-sync",
                    number(now.found().counts().of(Standing.IN_SYNC)))));
    root.getChildren().addAll(Texts.spacer(), inSync);
    root.setVisible(all > 0);
    root.setManaged(all > 0);
  }

  private ToggleButton chip(String id, Optional<Facet> facet, String text, String name) {
    var chip = new ToggleButton(text);
    chip.setId(id);
    chip.setAccessibleText(name);
    chip.setTooltip(new Tooltip(name));
    chip.getStyleClass().add("filter-chip");
    chip.setMinWidth(Region.USE_PREF_SIZE);
    chip.setSelected(model.tree().facet().get().equals(facet));
    chip.setOnAction(e -> model.tree().facet().set(chip.isSelected() ? facet : Optional.empty()));
    return chip;
  }

  static String number(int n) {
    return String.format(Locale.ENGLISH, "%,d", n);
  }
}

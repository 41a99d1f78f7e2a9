package dev.plumbline.ui.environment;

import dev.plumbline.ui.kit.Icons;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The chips that count and filter: icon and count, the word in tooltip and name. What there is
/// none of has no chip; what the words of the filter leave none of says 0. The chips stay the same
/// nodes, so that a keystroke styles none anew and one that has the focus keeps it.
final class FacetChips {

  private final EnvironmentModel model;
  private final Words words;
  private final HBox root = new HBox(4);
  private final ToggleButton all;
  private final Map<Facet, ToggleButton> chips = new EnumMap<>(Facet.class);
  private final Label inSync = Texts.cut(Texts.second(""));

  FacetChips(EnvironmentModel model, Words words) {
    this.model = model;
    this.words = words;
    root.setId("environment-chips");
    root.getStyleClass().add("filter-chips");
    root.setAlignment(Pos.CENTER_LEFT);
    all = chip("environment-show-all", Optional.empty());
    for (var facet : Facet.values()) {
      var name = facet.name().toLowerCase(Locale.ROOT).replace('_', '-');
      var chip = chip("environment-show-" + name, Optional.of(facet));
      chip.setGraphic(Icons.toned(facet.icon(), 14, facet.tone()));
      chip.getStyleClass().add(facet.tone().css());
      chips.put(facet, chip);
    }
    root.getChildren().add(all);
    root.getChildren().addAll(chips.values());
    root.getChildren().addAll(Texts.spacer(), inSync);
    model.tree().tally().subscribe(c -> draw());
    model.tree().found().subscribe(c -> draw());
    model.tree().facet().subscribe(s -> draw());
    model.view().subscribe(v -> draw());
  }

  Region root() {
    return root;
  }

  private void draw() {
    var tally = model.tree().tally().get();
    var found = model.tree().found().get();
    int whole = tally.counts().all();
    int shown = found.counts().all();
    boolean narrowed = !model.tree().query().get().isBlank();
    say(
        all,
        narrowed
            ? words.get("environment.show.some", number(shown), number(whole))
            : words.get("environment.show.all", number(whole)),
        narrowed
            ? words.get("environment.show.some-name", shown, whole)
            : words.count("environment.show.all-name", whole));
    all.setSelected(model.tree().facet().get().isEmpty());
    chips.forEach((facet, chip) -> {
      int count = found.of(facet);
      say(chip, number(count), words.get(facet.word()) + ", " + count);
      chip.setSelected(model.tree().facet().get().filter(facet::equals).isPresent());
      chip.setVisible(tally.of(facet) > 0);
      chip.setManaged(tally.of(facet) > 0);
    });
    inSync.setText(
        words.get(
            model.view().get().staleSince().isPresent()
                ? "environment.show.were-in-sync"
                : "environment.show.in-sync",
            number(found.counts().of(Standing.IN_SYNC))));
    root.setVisible(whole > 0);
    root.setManaged(whole > 0);
  }

  private ToggleButton chip(String id, Optional<Facet> facet) {
    var chip = new ToggleButton();
    chip.setId(id);
    chip.setTooltip(new Tooltip());
    chip.getStyleClass().add("filter-chip");
    chip.setMinWidth(Region.USE_PREF_SIZE);
    chip.setOnAction(e -> {
      model.tree().facet().set(chip.isSelected() ? facet : Optional.empty());
      draw();
    });
    return chip;
  }

  private static void say(ToggleButton chip, String text, String name) {
    chip.setText(text);
    chip.setAccessibleText(name);
    chip.getTooltip().setText(name);
  }

  static String number(int n) {
    return String.format(Locale.ENGLISH, "%,d", n);
  }
}

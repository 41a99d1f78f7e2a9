package dev.plumbline.ui.home;

import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.Icons;
import dev.plumbline.ui.kit.Keys;
import dev.plumbline.ui.kit.Mark;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import java.util.Locale;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// How many things need you, of how many, and the counts by state.
final class HomeHeader {

  private final HomeModel model;
  private final Words words;
  private final HBox root = new HBox(12);

  HomeHeader(HomeModel model, Words words) {
    this.model = model;
    this.words = words;
    root.getStyleClass().add("place-header");
    root.setMinWidth(0);
  }

  Region root() {
    return root;
  }

  /// @param narrow whether only icons and counts fit
  void show(HomeModel.Content content, boolean narrow) {
    var environments = content.overview().environments();
    if (environments.isEmpty()) {
      root.getChildren().setAll(Texts.title(words.get("home.title")));
      return;
    }
    var title = Texts.title(headline(content));
    title.setId("home-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    var facts =
        Texts.cut(
            Texts.second(
                words.get(
                    "home.facts",
                    words.count("home.count.environments", environments.size()),
                    content.compared())));
    var chips = new HBox(6);
    chips.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    chips.setMinWidth(Region.USE_PREF_SIZE);
    counts(content, chips, narrow);
    var all =
        Buttons.keyed(
            Buttons.plain("compare-all", words.get("home.compare-all"), model::compareAll),
            Keys.COMPARE);
    root.getChildren().setAll(title, facts, Texts.spacer(), chips, all);
  }

  /// Nothing needs you is said only of what was compared.
  private String headline(HomeModel.Content content) {
    if (content.needs() > 0 || content.compared() == content.overview().environments().size()) {
      return words.count("home.needs", content.needs());
    }
    return words.get(content.compared() == 0 ? "home.needs.unknown" : "home.needs.so-far");
  }

  private void counts(HomeModel.Content content, HBox chips, boolean narrow) {
    var counts = Counted.of(content.overview().environments(), words);
    for (var mark : Counted.ORDER) {
      int n = counts.getOrDefault(mark, 0);
      if (n > 0) {
        chips
            .getChildren()
            .add(chip(mark, n, content.filter().filter(mark::equals).isPresent(), narrow));
      }
    }
  }

  private ToggleButton chip(Mark mark, int n, boolean on, boolean narrow) {
    var said = words.get(Counted.word(mark), n);
    var chip = new ToggleButton(narrow ? Integer.toString(n) : said, Icons.small(mark.icon()));
    chip.setId("count-" + mark.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    chip.getStyleClass().addAll("chip", "loud", "big", mark.tone().css());
    chip.setMinWidth(Region.USE_PREF_SIZE);
    chip.setSelected(on);
    chip.setAccessibleText(words.get("home.filter.name", said));
    chip.setTooltip(new Tooltip(words.get("home.filter.name", said)));
    chip.setOnAction(e -> model.filter(mark));
    return chip;
  }
}

package dev.plumbline.ui.home;

import dev.plumbline.engine.EnvironmentView;
import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.Condition;
import dev.plumbline.ui.kit.Keys;
import dev.plumbline.ui.kit.Mark;
import dev.plumbline.ui.kit.StateChip;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import java.util.EnumMap;
import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// How many things need you, of how many, and the counts by state.
final class HomeHeader {

  private static final List<Mark> ORDER =
      List.of(
          Mark.FAILED,
          Mark.STALE,
          Mark.UNKNOWN,
          Mark.DRIFTED,
          Mark.COMPARING,
          Mark.NOT_COMPARED,
          Mark.UNMAPPED,
          Mark.IN_SYNC);

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
    counts(environments, chips, narrow);
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

  private void counts(List<EnvironmentView> environments, HBox chips, boolean narrow) {
    var counts = new EnumMap<Mark, Integer>(Mark.class);
    for (var e : environments) {
      counts.merge(whole(Condition.of(e, words).mark()), 1, Integer::sum);
    }
    for (var mark : ORDER) {
      int n = counts.getOrDefault(mark, 0);
      if (n > 0) {
        var said = words.get(word(mark), n);
        var chip =
            new StateChip(mark.icon(), mark.tone(), narrow ? Integer.toString(n) : said, true);
        chip.setTooltip(new javafx.scene.control.Tooltip(said));
        chip.setAccessibleText(said);
        chip.getStyleClass().add("big");
        chips.getChildren().add(chip);
      }
    }
  }

  private static Mark whole(Mark mark) {
    return mark == Mark.ONLY_IN_GIT || mark == Mark.ONLY_IN_CLUSTER ? Mark.DRIFTED : mark;
  }

  private static String word(Mark mark) {
    return switch (mark) {
      case FAILED -> "home.chip.failed";
      case STALE -> "home.chip.stale";
      case UNKNOWN -> "home.chip.unknown";
      case COMPARING -> "home.chip.comparing";
      case NOT_COMPARED -> "home.chip.not-compared";
      case UNMAPPED -> "home.chip.unmapped";
      case IN_SYNC -> "home.chip.in-sync";
      default -> "home.chip.drifted";
    };
  }
}

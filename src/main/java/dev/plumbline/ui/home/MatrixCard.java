package dev.plumbline.ui.home;

import dev.plumbline.engine.EnvironmentView;
import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.Card;
import dev.plumbline.ui.kit.Production;
import dev.plumbline.ui.kit.Sticky;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// All environments: applications by stage. The applications and the stages stay while the cells
/// scroll. A cell is made anew only when its environment changed.
final class MatrixCard {

  private static final double APP = 152;
  private static final double NARROWEST = 196;
  private static final double WIDEST = 320;
  private static final int TALLEST = 12;

  private final Words words;
  private final HomeModel model;
  private final Consumer<String> look;
  private final Card card;
  private final Sticky table;
  private final Map<String, Kept> kept = new HashMap<>();
  private final Button all;

  private record Kept(EnvironmentView view, Region node) {}

  MatrixCard(HomeModel model, Words words, Consumer<String> look) {
    this.model = model;
    this.words = words;
    this.look = look;
    card = new Card("environments");
    table = new Sticky("matrix", words.get("home.environments"), APP, NARROWEST, WIDEST);
    all = Buttons.link("environments-all", words.get("home.filter.all"), model::showAll);
    VBox.setVgrow(table.root(), Priority.ALWAYS);
    card.body().getChildren().add(table.root());
  }

  Region root() {
    return card;
  }

  /// @param whole whether the card stands in a page that scrolls, and shows some rows at least
  void show(HomeModel.Content content, boolean whole) {
    var matrix = content.matrix();
    header(content);
    table.clear(head(words.get("home.col.app")));
    for (var stage : matrix.stages()) {
      table.column(stage(matrix, stage));
    }
    for (var app : matrix.apps()) {
      table.row(app(matrix, app));
      for (var stage : matrix.stages()) {
        table.cell(matrix.at(app, stage).map(v -> cell(v, content)).orElseGet(this::nothing));
      }
    }
    table.tall(whole ? TALLEST : 0);
    kept.keySet()
        .retainAll(
            content.overview().environments().stream().map(e -> e.environment().name()).toList());
  }

  private void header(HomeModel.Content content) {
    var row = card.header().getChildren();
    row.setAll(
        Texts.head(words.get("home.environments")),
        Texts.count(content.overview().environments().size()));
    content
        .filter()
        .ifPresentOrElse(
            f -> {
              row.add(
                  Texts.second(
                      words.get(
                          "home.filter.only",
                          words.get(Counted.word(f), content.shown()),
                          content.overview().environments().size())));
              row.addAll(Texts.spacer(), all);
            },
            () -> row.add(Texts.cut(Texts.second(words.get("home.environments.what")))));
  }

  private Region cell(EnvironmentView view, HomeModel.Content content) {
    var filter = content.filter();
    if (filter.isPresent() && Counted.of(view, words) != filter.get()) {
      var box = new HBox();
      box.getStyleClass().addAll("matrix-cell");
      return box;
    }
    var name = view.environment().name();
    var before = kept.get(name);
    // the very same view draws the very same cell
    if (before != null && Objects.equals(before.view, view)) {
      return before.node;
    }
    var node = MatrixCell.of(view, words, model::compare, look);
    kept.put(name, new Kept(view, node));
    return node;
  }

  private static Region head(String text) {
    var box = new HBox(6, Texts.label(text, "column-head"));
    box.getStyleClass().addAll("matrix-head", "matrix-first");
    return box;
  }

  private Region stage(Matrix matrix, String stage) {
    var name = Texts.head(stage);
    name.setMinWidth(Region.USE_PREF_SIZE);
    var above = new HBox(6, name);
    above.setAlignment(Pos.CENTER_LEFT);
    var column = matrix.apps().stream().flatMap(a -> matrix.at(a, stage).stream()).toList();
    if (column.stream().anyMatch(Production::is)) {
      var tag = Texts.label(words.get("home.production"), "production-word");
      tag.setMinWidth(Region.USE_PREF_SIZE);
      above.getChildren().add(tag);
    }
    var box = new VBox(above, context(column));
    box.getStyleClass().add("matrix-head");
    return box;
  }

  private Label context(List<EnvironmentView> column) {
    var contexts = new LinkedHashSet<String>();
    column.stream().flatMap(v -> v.cluster().stream()).forEach(c -> contexts.add(c.context()));
    var label = Texts.cutMiddle(Texts.caption(""));
    if (contexts.size() == 1) {
      label.setText(words.get("home.context", contexts.getFirst()));
    } else if (!contexts.isEmpty()) {
      label.setText(words.get("home.contexts", contexts.size()));
      label.setTooltip(new Tooltip(String.join("\n", contexts)));
    }
    return label;
  }

  private Region app(Matrix matrix, String app) {
    var first =
        matrix.stages().stream()
            .map(s -> matrix.at(app, s))
            .flatMap(Optional::stream)
            .findFirst()
            .map(v ->
                switch (v.environment().renderer()) {
                  case PLAIN -> words.get("home.driver.plain");
                  case KUSTOMIZE -> words.get("home.driver.kustomize");
                  case HELM -> words.get("home.driver.helm");
                })
            .orElse("");
    var box = new VBox(1, Texts.cut(Texts.head(app)), Texts.cut(Texts.caption(first)));
    box.getStyleClass().addAll("matrix-cell", "matrix-first");
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  private Region nothing() {
    var box = new HBox(Texts.second(words.get("home.not-here")));
    box.getStyleClass().addAll("matrix-cell", "matrix-nothing");
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }
}

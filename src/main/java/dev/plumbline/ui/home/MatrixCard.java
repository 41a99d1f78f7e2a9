package dev.plumbline.ui.home;

import dev.plumbline.engine.EnvironmentView;
import dev.plumbline.engine.EnvironmentView.Phase;
import dev.plumbline.ui.kit.Age;
import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.Card;
import dev.plumbline.ui.kit.Condition;
import dev.plumbline.ui.kit.EdgeBar;
import dev.plumbline.ui.kit.OpenRow;
import dev.plumbline.ui.kit.Span;
import dev.plumbline.ui.kit.StateChip;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import java.util.LinkedHashSet;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// All environments: applications by stage.
final class MatrixCard {

  private static final double APP = 152;
  private static final double CELL = 168;

  private final Words words;
  private final HomeModel model;
  private final Consumer<String> look;
  private final Card card;
  private final GridPane grid = new GridPane();

  MatrixCard(HomeModel model, Words words, Consumer<String> look) {
    this.model = model;
    this.words = words;
    this.look = look;
    card = new Card("environments");
    grid.getStyleClass().add("matrix");
    var scroll = new ScrollPane(grid);
    scroll.setId("matrix");
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    card.body().getChildren().add(scroll);
  }

  Region root() {
    return card;
  }

  void show(HomeModel.Content content) {
    var matrix = content.matrix();
    card.header()
        .getChildren()
        .setAll(
            Texts.head(words.get("home.environments")),
            Texts.count(content.overview().environments().size()),
            Texts.second(words.get("home.environments.what")),
            Texts.spacer());
    grid.getChildren().clear();
    grid.getColumnConstraints().setAll(column(APP, Priority.NEVER));
    grid.add(head(words.get("home.col.app")), 0, 0);
    for (int c = 0; c < matrix.stages().size(); c++) {
      grid.getColumnConstraints().add(column(CELL, Priority.ALWAYS));
      grid.add(
          placed(stage(matrix, matrix.stages().get(c)), c == matrix.stages().size() - 1), c + 1, 0);
    }
    for (int r = 0; r < matrix.apps().size(); r++) {
      var app = matrix.apps().get(r);
      grid.add(app(matrix, app), 0, r + 1);
      for (int c = 0; c < matrix.stages().size(); c++) {
        var view = matrix.at(app, matrix.stages().get(c));
        var node = view.map(v -> (Node) cell(v)).orElseGet(this::nothing);
        grid.add(placed(node, c == matrix.stages().size() - 1), c + 1, r + 1);
      }
    }
  }

  /// The card has its own edge at the right.
  private static Node placed(Node cell, boolean lastColumn) {
    if (lastColumn) {
      cell.getStyleClass().add("last-column");
    }
    return cell;
  }

  private static ColumnConstraints column(double width, Priority grow) {
    var column =
        new ColumnConstraints(width, width, grow == Priority.NEVER ? width : Double.MAX_VALUE);
    column.setHgrow(grow);
    column.setFillWidth(true);
    return column;
  }

  private static Region head(String text) {
    var box = new HBox(6, Texts.label(text, "column-head"));
    box.getStyleClass().addAll("matrix-head", "matrix-first");
    return box;
  }

  private Region stage(Matrix matrix, String stage) {
    var box = new HBox(6);
    var name = Texts.head(stage);
    name.setMinWidth(Region.USE_PREF_SIZE);
    box.getChildren().add(name);
    if (stage.startsWith("prod")) {
      var tag = Texts.label(words.get("home.production"), "production-word");
      tag.setMinWidth(Region.USE_PREF_SIZE);
      box.getChildren().add(tag);
    }
    var contexts = new LinkedHashSet<String>();
    for (var app : matrix.apps()) {
      matrix
          .at(app, stage)
          .flatMap(EnvironmentView::cluster)
          .ifPresent(c -> contexts.add(c.context()));
    }
    if (contexts.size() == 1) {
      box.getChildren()
          .addAll(
              Texts.spacer(),
              Texts.cut(Texts.caption(words.get("home.context", contexts.getFirst()))));
    }
    box.getStyleClass().add("matrix-head");
    return box;
  }

  private Region app(Matrix matrix, String app) {
    var first = matrix.stages().stream().flatMap(s -> matrix.at(app, s).stream()).findFirst();
    var driver =
        first
            .map(v ->
                switch (v.environment().renderer()) {
                  case PLAIN -> words.get("home.driver.plain");
                  case KUSTOMIZE -> words.get("home.driver.kustomize");
                  case HELM -> words.get("home.driver.helm");
                })
            .orElse("");
    var box = new VBox(Texts.cut(Texts.head(app)), Texts.caption(driver));
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

  private Region cell(EnvironmentView view) {
    var name = view.environment().name();
    var condition = Condition.of(view, words);
    var top = new HBox(8, new StateChip(condition.mark(), condition.word()), Texts.spacer());
    top.setAlignment(Pos.CENTER_LEFT);
    condition.asOf().ifPresent(i -> top.getChildren().add(new Age(i, words)));
    var bottom = new HBox(8, facts(view), Texts.spacer());
    bottom.setAlignment(Pos.CENTER_LEFT);
    view.revision()
        .ifPresent(r -> {
          var id = Texts.label(r.shortId(), "mono");
          id.getStyleClass().add("muted");
          id.setMinWidth(Region.USE_PREF_SIZE);
          bottom.getChildren().add(id);
        });
    var inside = new VBox(1, top, bottom);
    inside.setAlignment(Pos.CENTER_LEFT);
    inside.getStyleClass().add("matrix-inside");
    HBox.setHgrow(inside, Priority.ALWAYS);
    inside.setMinWidth(0);
    var edge = new EdgeBar(condition.mark());
    var box = new HBox(edge, inside);
    box.getStyleClass().addAll("matrix-cell", "matrix-environment");
    var sentence =
        String.join(
            ", ",
            view.environment().app(),
            view.environment().stage(),
            condition.word(),
            condition.asOf().map(Span::exact).orElse(""));
    return OpenRow.of(box, "cell-" + InboxCard.id(name), sentence, () -> look.accept(name));
  }

  private Node facts(EnvironmentView view) {
    if (view.phase() == Phase.IDLE) {
      return Buttons.link(
          "compare-" + InboxCard.id(view.environment().name()),
          words.get("home.compare"),
          () -> model.compare(view.environment().name()));
    }
    if (view.phase() == Phase.FAILED && view.drift().isEmpty() && !view.problems().isEmpty()) {
      return Texts.cut(Texts.second(view.problems().getFirst().what()));
    }
    if (view.phase() == Phase.COMPARING) {
      return Texts.cut(Texts.second(view.doing()));
    }
    if (view.phase() == Phase.UNMAPPED) {
      return Texts.cut(Texts.second(words.get("home.cluster", view.environment().cluster())));
    }
    return Texts.cut(
        Texts.second(
            view.drift().map(d -> words.count("kit.objects", d.resources().size())).orElse("")));
  }
}

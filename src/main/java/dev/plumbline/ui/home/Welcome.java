package dev.plumbline.ui.home;

import dev.plumbline.model.Problem;
import dev.plumbline.ui.kit.Banner;
import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.Choosers;
import dev.plumbline.ui.kit.Icons;
import dev.plumbline.ui.kit.Logo;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Where everything begins: what this is in one sentence, and the ways to a repository side by
/// side.
final class Welcome {

  private static final double LOGO = 2;
  private static final double WIDEST = 1120;
  private static final double WAY = 352;

  private final HomeModel model;
  private final Words words;
  private final OpenCard open;
  private final CloneCard clone;
  private final List<Region> ways = new ArrayList<>();
  private final HBox back = new HBox();
  private final VBox problems = new VBox(8);
  private final VBox root = new VBox(16);
  private final VBox placed = new VBox();
  private HomeModel.@Nullable Content content;

  /// @param demo opens the demo; empty where there is none
  Welcome(HomeModel model, Words words, Choosers choosers, Optional<Runnable> demo) {
    this.model = model;
    this.words = words;
    open = new OpenCard(words, choosers, model::open);
    ways.add(open.root());
    clone = new CloneCard(model.cloning(), words, choosers);
    ways.add(clone.root());
    demo.ifPresent(d -> ways.add(demo(d)));
    ways.forEach(w -> w.setPrefWidth(WAY));
    root.setId("welcome");
    root.getStyleClass().add("welcome");
    root.getChildren().addAll(back, hero(), problems, placed);
    root.setMaxWidth(WIDEST);
    root.setMaxHeight(Region.USE_PREF_SIZE);
    model.cloning().going().subscribe(g -> problems());
  }

  private Node hero() {
    var logo = new Logo();
    logo.setScaleX(LOGO);
    logo.setScaleY(LOGO);
    var name = Texts.label(words.get("home.welcome.name"), "welcome-name");
    var said = Texts.wrapped(Texts.label(words.get("home.welcome.what"), "welcome-what"));
    said.setId("welcome-what");
    var text = new VBox(4, name, said);
    HBox.setHgrow(text, Priority.ALWAYS);
    var hero = new HBox(20, new Group(logo), text);
    hero.setAlignment(Pos.CENTER_LEFT);
    hero.getStyleClass().add("welcome-hero");
    return hero;
  }

  private Region demo(Runnable run) {
    var way = new Way("demo", "mdi2s-store-outline", words.get("home.demo.title"));
    way.body().getChildren().add(Way.about(words.get("home.demo.what")));
    for (var key : List.of("home.demo.one", "home.demo.two", "home.demo.three")) {
      var line = new HBox(8, Icons.small("mdi2c-check"), Way.about(words.get(key)));
      line.setAlignment(Pos.TOP_LEFT);
      way.body().getChildren().add(line);
    }
    way.verb(Buttons.plain("demo-go", words.get("home.demo.verb"), run));
    return way.root();
  }

  void show(HomeModel.Content now, boolean narrow) {
    open.show(now.recent());
    back.getChildren().clear();
    now.leave()
        .ifPresent(name -> {
          var verb =
              Buttons.flat("welcome-back", words.get("home.welcome.back", name), model::stay);
          verb.setGraphic(Icons.small("mdi2a-arrow-left"));
          back.getChildren().add(verb);
        });
    back.setManaged(!back.getChildren().isEmpty());
    content = now;
    problems();
    place(narrow);
  }

  /// Above the ways, as wide as all of them: why the last clone failed, why the repository cannot
  /// be read.
  private void problems() {
    problems.getChildren().clear();
    if (model.cloning().going().get() instanceof CloneModel.Going.Failed(Problem problem)) {
      problems
          .getChildren()
          .add(
              banner(
                  "clone-problem",
                  "clone-again",
                  problem,
                  words.get("home.clone.again"),
                  clone::go));
    }
    if (content != null && content.leave().isEmpty()) {
      var all = content.overview().problems();
      for (int i = 0; i < all.size(); i++) {
        problems
            .getChildren()
            .add(
                banner(
                    "repository-problem-" + i,
                    "repository-problem-again-" + i,
                    all.get(i),
                    words.get("home.read-again"),
                    model::refresh));
      }
    }
    problems.setManaged(!problems.getChildren().isEmpty());
  }

  private Banner banner(String id, String verb, Problem problem, String said, Runnable act) {
    return new Banner(id, problem, words, Optional.of(Buttons.small(verb, said, act)));
  }

  private void place(boolean narrow) {
    var present = placed.getChildren().stream().findFirst();
    if (present.isPresent() && (present.get() instanceof VBox) == narrow) {
      return;
    }
    if (narrow) {
      var column = new VBox(12);
      column.getChildren().addAll(ways);
      placed.getChildren().setAll(column);
      return;
    }
    var row = new GridPane();
    row.setHgap(12);
    for (int i = 0; i < ways.size(); i++) {
      var column = new ColumnConstraints();
      column.setPercentWidth(100.0 / ways.size());
      row.getColumnConstraints().add(column);
      row.add(ways.get(i), i, 0);
    }
    placed.getChildren().setAll(row);
  }

  Region root() {
    return root;
  }

  Node first() {
    return open.first();
  }
}

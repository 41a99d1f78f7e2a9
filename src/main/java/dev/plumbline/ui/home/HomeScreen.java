package dev.plumbline.ui.home;

import dev.plumbline.engine.Session;
import dev.plumbline.model.Problem;
import dev.plumbline.ui.kit.Banner;
import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.Choosers;
import dev.plumbline.ui.kit.EmptyNote;
import dev.plumbline.ui.kit.Ems;
import dev.plumbline.ui.kit.Fx;
import dev.plumbline.ui.kit.Keys;
import dev.plumbline.ui.kit.Nav;
import dev.plumbline.ui.kit.Place;
import dev.plumbline.ui.kit.Refocus;
import dev.plumbline.ui.kit.Screen;
import dev.plumbline.ui.kit.Skeleton;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Is anything wrong: what needs you, all environments, what was just done. Without a repository:
/// where to open one.
public final class HomeScreen implements Screen {

  private static final double NARROW = 1080;
  private static final double TIGHT = 800;
  private static final double LEAST = 260;

  private final HomeModel model;
  private final Words words;
  private final VBox root = new VBox();
  private final VBox body = new VBox(12);
  private final HomeHeader header;
  private final InboxCard inbox;
  private final MatrixCard matrix;
  private final SideColumn side;
  private final Welcome welcome;
  private final Node welcomePlace;
  private boolean narrow;
  private boolean tight;

  public HomeScreen(Session session, Fx fx, Words words, Nav nav, Choosers choosers) {
    this.words = words;
    model = new HomeModel(session, fx, words);
    header = new HomeHeader(model, words);
    inbox =
        new InboxCard(
            model,
            words,
            line -> nav.go(new Place.Environment(line.environment(), line.resource())));
    matrix = new MatrixCard(model, words, name -> nav.go(new Place.Environment(name)));
    side = new SideColumn(model, words, nav);
    welcome = new Welcome(model, words, choosers, nav.demo());
    HBox.setHgrow(matrix.root(), Priority.ALWAYS);
    matrix.root().setMinWidth(0);
    welcomePlace = middle(welcome.root());
    root.setId("home");
    body.getStyleClass().add("page-body");
    var scroll = new ScrollPane(body);
    scroll.setId("home-scroll");
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    if (model.demo()) {
      root.getChildren().add(DemoRibbon.of(words, nav.own()));
    }
    root.getChildren().addAll(header.root(), scroll);
    Ems.watch(root, this::fit);
    // a scroll pane takes its content into the scene only when it is first laid out
    welcome
        .root()
        .sceneProperty()
        .addListener((p, old, now) -> {
          if (old == null && now != null) {
            fx.later(() -> welcome.first().requestFocus());
          }
        });
    model.content().addListener((p, old, now) -> Refocus.around(root, () -> draw(now)));
    draw(model.content().get());
  }

  /// In a narrow window the column at the right goes below, and chips lose their words; in a tight
  /// one the inbox keeps only the columns that tell most.
  ///
  /// @param width in px at the usual text size
  private void fit(double width) {
    boolean few = width < NARROW;
    boolean fewer = width < TIGHT;
    if (few != narrow || fewer != tight) {
      narrow = few;
      tight = fewer;
      draw(model.content().get());
    }
  }

  private Region lower() {
    if (narrow) {
      matrix.root().setMinHeight(Region.USE_PREF_SIZE);
      return new VBox(12, matrix.root(), side.root());
    }
    matrix.root().setMinHeight(LEAST);
    var row = new HBox(12, matrix.root(), side.root());
    VBox.setVgrow(row, Priority.ALWAYS);
    return row;
  }

  private void draw(HomeModel.Content content) {
    header.root().setVisible(!content.choosing());
    header.root().setManaged(!content.choosing());
    if (content.choosing()) {
      welcome.show(content, narrow);
      if (!body.getChildren().equals(List.of(welcomePlace))) {
        body.getChildren().setAll(welcomePlace);
      }
      return;
    }
    header.show(content, narrow);
    var overview = content.overview();
    body.getChildren().clear();
    problems(overview.problems(), "repository-problem");
    problems(content.unmapped().isEmpty() ? List.of() : model.contextProblems(), "context-problem");
    if (overview.environments().isEmpty()) {
      body.getChildren().add(overview.loading() ? loading() : none());
    } else {
      if (!content.inbox().isEmpty()
          || !content.lacking().isEmpty()
          || !content.unmapped().isEmpty()) {
        inbox.show(content, narrow, tight);
        inbox.root().setMinHeight(Region.USE_PREF_SIZE);
        body.getChildren().add(inbox.root());
      }
      matrix.show(content, narrow);
      side.show(content);
      side.wide(narrow);
      body.getChildren().add(lower());
    }
  }

  private void problems(List<Problem> problems, String id) {
    for (int i = 0; i < problems.size(); i++) {
      body.getChildren()
          .add(
              new Banner(
                  id + "-" + i,
                  problems.get(i),
                  words,
                  Optional.of(
                      Buttons.small(
                          id + "-again-" + i, words.get("home.read-again"), model::refresh))));
    }
  }

  private Node loading() {
    return new VBox(Texts.second(words.get("home.reading")), new Skeleton(6));
  }

  private Node none() {
    return middle(
        new EmptyNote(
            words.get("home.none"),
            Buttons.plain("home-read", words.get("home.read-again"), model::refresh)));
  }

  private static Node middle(Region region) {
    var pane = new StackPane(region);
    StackPane.setAlignment(region, Pos.CENTER);
    VBox.setVgrow(pane, Priority.ALWAYS);
    return pane;
  }

  @Override
  public Region root() {
    return root;
  }

  @Override
  public List<Keys> verbs() {
    return List.of(Keys.COMPARE);
  }

  @Override
  public boolean act(Keys key) {
    if (key == Keys.CLOSE && model.content().get().leave().isPresent()) {
      model.stay();
      return true;
    }
    if (key == Keys.COMPARE) {
      model.compareAll();
      return true;
    }
    return false;
  }

  @Override
  public void close() {
    model.close();
  }
}

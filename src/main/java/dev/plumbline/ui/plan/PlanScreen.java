package dev.plumbline.ui.plan;

import dev.plumbline.engine.Session;
import dev.plumbline.ui.kit.Ems;
import dev.plumbline.ui.kit.Fx;
import dev.plumbline.ui.kit.Keys;
import dev.plumbline.ui.kit.Nav;
import dev.plumbline.ui.kit.Place;
import dev.plumbline.ui.kit.Screen;
import dev.plumbline.ui.kit.Skeleton;
import dev.plumbline.ui.kit.Verbs;
import dev.plumbline.ui.kit.Words;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The review of a sync: steps left, detail right, facts and the one verb at the bottom. Nothing is
/// applied from anywhere else.
public final class PlanScreen implements Screen {

  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

  private final PlanModel model;
  private final Nav nav;
  private final VBox root = new VBox();
  private final HBox body = new HBox();
  private final StepList steps;
  private final PlanFooter footer;
  private final Region detail;
  private final Verbs verbs = new Verbs();
  private boolean drawnAsList;

  public PlanScreen(Session session, Fx fx, Words words, Nav nav, Place.Plan place) {
    this.nav = nav;
    model = new PlanModel(session, fx, place.environment());
    steps = new StepList(model, words);
    footer = new PlanFooter(model, words);
    detail = new StepDetail(model, words).root();
    VBox.setVgrow(body, Priority.ALWAYS);
    HBox.setHgrow(steps.root(), Priority.ALWAYS);
    Ems.watch(root, w -> root.pseudoClassStateChanged(NARROW, w < 1100));
    root.setId("plan");
    root.getStyleClass().add("plan");
    root.getChildren()
        .addAll(
            new PlanHeader(model, words, nav).root(),
            new PlanNotices(model, words, nav).root(),
            new PlanSummary(model, words).root(),
            body,
            footer.root());
    verbs
        .verb(Keys.PRIMARY, model::apply)
        .verb(Keys.COMPARE, model::computeAgain)
        .verb(Keys.NEXT_DIFFERENCE, () -> model.move(1))
        .verb(Keys.PREVIOUS_DIFFERENCE, () -> model.move(-1))
        .key(Keys.CLOSE, this::leave);
    model.review().subscribe(this::draw);
  }

  @Override
  public Region root() {
    return root;
  }

  @Override
  public Node firstFocus() {
    return steps.list();
  }

  @Override
  public List<Keys> verbs() {
    return verbs.listed();
  }

  @Override
  public boolean act(Keys key) {
    return verbs.act(key);
  }

  @Override
  public void close() {
    model.close();
  }

  /// A text that is being typed is left first, so that Esc never throws it away.
  private boolean leave() {
    if (footer.typing()) {
      steps.list().requestFocus();
    } else {
      nav.go(new Place.Environment(model.environment().name()));
    }
    return true;
  }

  private void draw(Review review) {
    boolean list = review.shown().isPresent();
    if (list && !drawnAsList) {
      body.getChildren().setAll(steps.root(), detail);
    } else if (!list) {
      body.getChildren()
          .setAll(review instanceof Review.Computing ? new Skeleton(7) : new Region());
      HBox.setHgrow(body.getChildren().getFirst(), Priority.ALWAYS);
    }
    drawnAsList = list;
  }
}

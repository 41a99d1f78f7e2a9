package dev.plumbline.ui.environment;

import dev.plumbline.engine.EnvironmentView;
import dev.plumbline.engine.Session;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.ui.kit.Fx;
import dev.plumbline.ui.kit.Keys;
import dev.plumbline.ui.kit.Nav;
import dev.plumbline.ui.kit.Place;
import dev.plumbline.ui.kit.Screen;
import dev.plumbline.ui.kit.Words;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One environment: what differs between Git and its cluster, field by field. It is held (watched
/// and compared) as long as this screen is there.
public final class EnvironmentScreen implements Screen {

  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

  private final EnvironmentModel model;
  private final Nav nav;
  private final String name;
  private final ResourcePane resources;
  private final VBox root = new VBox();

  public EnvironmentScreen(Session session, Fx fx, Words words, Nav nav, Place.Environment place) {
    this.nav = nav;
    this.name = place.name();
    model = new EnvironmentModel(session, fx, place.name());
    place.resource().ifPresent(model::select);
    resources = new ResourcePane(model, words);
    var detail = new DetailPane(model, words);
    var body = new HBox(resources.root(), detail.root());
    HBox.setHgrow(detail.root(), Priority.ALWAYS);
    VBox.setVgrow(body, Priority.ALWAYS);
    root.widthProperty()
        .subscribe(w -> root.pseudoClassStateChanged(NARROW, w.doubleValue() < 1100));
    root.setId("environment");
    root.getStyleClass().add("environment");
    root.getChildren()
        .addAll(
            new EnvironmentHeader(model, words, nav, this::review).root(),
            new Notices(model, words, nav).root(),
            body);
    model
        .selected()
        .subscribe(s -> nav.here(new Place.Environment(name, s.map(drift -> drift.ref()))));
  }

  @Override
  public Region root() {
    return root;
  }

  @Override
  public Node firstFocus() {
    return resources.list();
  }

  @Override
  public boolean shows(Place place) {
    if (place instanceof Place.Environment(String other, Optional<ResourceRef> resource)
        && other.equals(name)) {
      resource.ifPresent(model::select);
      return true;
    }
    return false;
  }

  @Override
  public boolean act(Keys key) {
    return switch (key) {
      case COMPARE -> did(model::compare);
      case NEXT_DIFFERENCE -> did(() -> model.difference(1));
      case PREVIOUS_DIFFERENCE -> did(() -> model.difference(-1));
      case REVIEW_SYNC -> did(this::review);
      case FILTER -> did(resources::filter);
      case CLOSE -> resources.escape();
      case COPY -> did(this::copy);
      case PALETTE,
          HOME,
          ENVIRONMENTS,
          HISTORY,
          ACTIVITY,
          SETTINGS,
          DRAWER,
          NEXT_PANE,
          PREVIOUS_PANE,
          BACK,
          FORWARD,
          PRIMARY,
          LARGER,
          SMALLER,
          USUAL_SIZE,
          HELP ->
          false;
    };
  }

  @Override
  public void close() {
    model.close();
  }

  private static boolean did(Runnable act) {
    act.run();
    return true;
  }

  private void review() {
    if (reviewable(model.view().get(), model.counts().get())) {
      nav.go(new Place.Plan(name));
    }
  }

  /// Whether there is something that a sync would write.
  static boolean reviewable(EnvironmentView view, Counts counts) {
    return view.drift().isPresent() && view.cluster().isPresent() && counts.toSync() > 0;
  }

  /// The path of the selected field, else the name of the selected resource.
  private void copy() {
    int at = model.detail().selectedCard().get();
    var cards = model.detail().cards();
    var text =
        at >= 0 && at < cards.size()
            ? Optional.of(cards.get(at).path().toString())
            : model.selected().get().map(drift -> drift.ref().toString());
    text.ifPresent(EnvironmentScreen::toClipboard);
  }

  static void toClipboard(String text) {
    var content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}

package dev.plumbline.ui.environment;

import dev.plumbline.engine.EnvironmentView;
import dev.plumbline.engine.Session;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.ui.kit.CodeView;
import dev.plumbline.ui.kit.Fx;
import dev.plumbline.ui.kit.Keys;
import dev.plumbline.ui.kit.Nav;
import dev.plumbline.ui.kit.Place;
import dev.plumbline.ui.kit.Screen;
import dev.plumbline.ui.kit.Verbs;
import dev.plumbline.ui.kit.Words;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One environment: what differs between Git and its cluster, field by field. It is held (watched
/// and compared) as long as this screen is there.
public final class EnvironmentScreen implements Screen {

  private final EnvironmentModel model;
  private final Nav nav;
  private final String name;
  private final ResourcePane resources;
  private final DetailPane detail;
  private final PanelModel panelModel;
  private final BottomPanel panel;
  private final EnvironmentBody body;
  private final VBox root = new VBox();
  private final Verbs verbs = new Verbs();

  public EnvironmentScreen(Session session, Fx fx, Words words, Nav nav, Place.Environment place) {
    this.nav = nav;
    this.name = place.name();
    model = new EnvironmentModel(session, fx, place.name());
    place.resource().ifPresent(this::reveal);
    resources = new ResourcePane(model, words);
    detail = new DetailPane(model, words);
    panelModel = new PanelModel(model);
    panel = new BottomPanel(model, panelModel, words);
    body = new EnvironmentBody(model, words, resources, detail, panel, panelModel);
    VBox.setVgrow(body.root(), Priority.ALWAYS);
    root.setId("environment");
    root.getStyleClass().add("environment");
    root.getChildren()
        .addAll(
            new EnvironmentHeader(model, words, nav, this::review).root(),
            new Notices(model, words, nav).root(),
            body.root());
    verbs
        .verb(Keys.REVIEW_SYNC, this::review)
        .verb(Keys.COMPARE, model::compare)
        .verb(Keys.NEXT_DIFFERENCE, () -> detail.step(1))
        .verb(Keys.PREVIOUS_DIFFERENCE, () -> detail.step(-1))
        .verb(Keys.FILTER, this::filter)
        .verb(Keys.COPY, this::copy)
        .key(
            Keys.CLOSE,
            () -> panel.closeFind() || detail.closeFind() || resources.escape() || body.hideTree());
    model.selected().subscribe(s -> nav.here(new Place.Environment(name, s.map(Subject::ref))));
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
      resource.ifPresent(this::reveal);
      return true;
    }
    return false;
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
    panelModel.close();
    model.close();
  }

  private void reveal(ResourceRef ref) {
    model.tree().reveal(ref, true);
    model.select(ref);
  }

  /// In a text it searches the text; elsewhere it filters the tree.
  private void filter() {
    var owner = root().getScene() == null ? null : root().getScene().getFocusOwner();
    for (Node n = owner; n != null; n = n.getParent()) {
      if (n instanceof CodeView text) {
        text.find();
        return;
      }
    }
    body.showTree();
    resources.filter();
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
            : model.selected().get().map(subject -> subject.ref().toString());
    text.ifPresent(EnvironmentScreen::toClipboard);
  }

  static void toClipboard(String text) {
    var content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}

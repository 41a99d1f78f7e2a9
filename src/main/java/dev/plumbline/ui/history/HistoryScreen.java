package dev.plumbline.ui.history;

import dev.plumbline.engine.Session;
import dev.plumbline.ui.kit.Ems;
import dev.plumbline.ui.kit.Fx;
import dev.plumbline.ui.kit.Keys;
import dev.plumbline.ui.kit.Nav;
import dev.plumbline.ui.kit.Place;
import dev.plumbline.ui.kit.Screen;
import dev.plumbline.ui.kit.Words;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The commits of the repository, or of one environment's folder, and all of the selected one.
public final class HistoryScreen implements Screen {

  private final HistoryModel model;
  private final ChangedModel changed;
  private final HistoryHeader header;
  private final CommitList commits;
  private final VBox root = new VBox();

  public HistoryScreen(Session session, Fx fx, Words words, Nav nav, Place.History place) {
    model = new HistoryModel(session, fx, words, place.environment());
    place.commit().ifPresent(model::want);
    header = new HistoryHeader(model, words);
    commits = new CommitList(model, words);
    changed = new ChangedModel(session, fx);
    model.selected().subscribe(changed::of);
    var detail = new CommitDetail(model, changed, words);
    VBox.setVgrow(commits.root(), Priority.ALWAYS);
    root.setId("history");
    root.getStyleClass().add("history");
    root.getChildren().addAll(header.root(), header.scope(), commits.root(), detail.root());
    Ems.watch(root, header::fit);
    model.environment().subscribe(e -> nav.here(new Place.History(e)));
  }

  @Override
  public Region root() {
    return root;
  }

  @Override
  public Node firstFocus() {
    return commits.list();
  }

  @Override
  public boolean shows(Place place) {
    if (place instanceof Place.History(Optional<String> environment, Optional<String> commit)) {
      commit.ifPresent(model::want);
      if (!environment.equals(model.environment().get())) {
        model.choose(environment);
      }
      return true;
    }
    return false;
  }

  @Override
  public List<Keys> verbs() {
    return List.of(Keys.FILTER, Keys.NEXT_MATCH, Keys.PREVIOUS_MATCH, Keys.COPY, Keys.COMPARE);
  }

  @Override
  public boolean act(Keys key) {
    return switch (key) {
      case FILTER -> did(header::search);
      case CLOSE -> header.escape(commits.list());
      case COPY -> did(() -> model.selected().get().ifPresent(c -> toClipboard(c.id())));
      case COMPARE -> did(model::read);
      case NEXT_MATCH -> did(() -> model.match(true));
      case PREVIOUS_MATCH -> did(() -> model.match(false));
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
          NEXT_DIFFERENCE,
          PREVIOUS_DIFFERENCE,
          REVIEW_SYNC,
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
    changed.close();
    model.close();
  }

  static void toClipboard(String text) {
    var content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  private static boolean did(Runnable act) {
    act.run();
    return true;
  }
}

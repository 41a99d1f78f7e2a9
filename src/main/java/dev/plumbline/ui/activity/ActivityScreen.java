package dev.plumbline.ui.activity;

import dev.plumbline.engine.Session;
import dev.plumbline.plan.SyncRecord;
import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.EmptyNote;
import dev.plumbline.ui.kit.Ems;
import dev.plumbline.ui.kit.FilterField;
import dev.plumbline.ui.kit.Fx;
import dev.plumbline.ui.kit.Keys;
import dev.plumbline.ui.kit.Nav;
import dev.plumbline.ui.kit.Owned;
import dev.plumbline.ui.kit.Place;
import dev.plumbline.ui.kit.Refocus;
import dev.plumbline.ui.kit.Screen;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What was done, by whom, with what outcome; what runs now.
public final class ActivityScreen implements Screen {

  private final Words words;
  private final Nav nav;
  private final Owned owned = new Owned();
  private static final double NARROW = 1080;

  private final StackPane root = new StackPane();
  private final VBox body = new VBox();
  private final FilterField find;
  private final ScrollPane scroll = new ScrollPane(body);
  private final HBox head = new HBox(8);
  private final Records records;
  private List<SyncRecord> all = List.of();

  public ActivityScreen(Session session, Fx fx, Words words, Nav nav) {
    this.words = words;
    this.nav = nav;
    records = new Records(words);
    root.setId("activity");
    find = new FilterField("activity-find", words.get("activity.find"));
    find.setStyle("-fx-pref-width: 24.6em");
    find.text().textProperty().addListener((p, old, now) -> draw());
    var header = new HBox(12, Texts.title(words.get("activity.title")), Texts.spacer(), find);
    header.getStyleClass().add("place-header");
    head.getStyleClass().addAll("card-header", "wide-header");
    scroll.setId("activity-records");
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    var left = new VBox(header, head, scroll);
    left.setMinWidth(0);
    HBox.setHgrow(left, Priority.ALWAYS);
    VBox.setVgrow(left, Priority.ALWAYS);
    var works = new WorksPane("activity-works", session, fx, words);
    owned.onClose(works::close);
    place(left, works.root());
    Ems.watch(
        root,
        width -> {
          if (records.narrow(width < NARROW)) {
            place(left, works.root());
            Refocus.around(root, this::draw);
          }
        });
    owned.add(
        fx.show(
            session.activity(),
            now -> {
              all = now;
              Refocus.around(root, this::draw);
            }));
  }

  /// What runs stands at the right; where there is little room, below.
  private void place(Region left, Region works) {
    boolean below = records.narrow();
    works.getStyleClass().removeAll("works-beside", "works-below");
    works.getStyleClass().add(below ? "works-below" : "works-beside");
    var both = below ? new VBox(left, works) : new HBox(left, works);
    if (root.getChildren().isEmpty()) {
      root.getChildren().add(both);
    } else {
      root.getChildren().set(0, both);
    }
  }

  private void draw() {
    var wanted = find.text().getText().strip().toLowerCase(Locale.ROOT);
    var shown =
        all.stream()
            .filter(r ->
                RecordLine.of(r, words)
                    .sentence()
                    .replace(" / ", "/")
                    .toLowerCase(Locale.ROOT)
                    .contains(wanted.replace(" / ", "/")))
            .toList();
    head.getChildren().setAll(Texts.head(words.get("activity.records")), Texts.count(shown.size()));
    if (shown.size() < all.size()) {
      head.getChildren().add(Texts.second(words.get("activity.filtered", all.size())));
    }
    body.getChildren().clear();
    if (all.isEmpty()) {
      body.getChildren()
          .add(
              new EmptyNote(
                  words.get("activity.none"),
                  Buttons.plain(
                      "activity-home",
                      words.get("activity.to-home"),
                      () -> nav.go(new Place.Home()))));
    } else if (shown.isEmpty()) {
      body.getChildren()
          .add(
              new EmptyNote(
                  words.get("activity.none-found"),
                  Buttons.plain(
                      "activity-clear", words.get("activity.clear"), find.text()::clear)));
    } else {
      records.show(shown);
      body.getChildren().add(records.root());
    }
  }

  @Override
  public Region root() {
    return root;
  }

  @Override
  public List<Keys> verbs() {
    return List.of(Keys.FILTER);
  }

  @Override
  public boolean act(Keys key) {
    if (key == Keys.FILTER) {
      find.enter();
      return true;
    }
    return key == Keys.CLOSE && find.escape(scroll);
  }

  @Override
  public void close() {
    owned.close();
  }
}

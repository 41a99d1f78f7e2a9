package dev.plumbline.ui.activity;

import dev.plumbline.engine.Session;
import dev.plumbline.engine.Work;
import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.Copied;
import dev.plumbline.ui.kit.EmptyNote;
import dev.plumbline.ui.kit.Fx;
import dev.plumbline.ui.kit.Icons;
import dev.plumbline.ui.kit.Owned;
import dev.plumbline.ui.kit.Refocus;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Tone;
import dev.plumbline.ui.kit.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What runs, with progress, its last lines and Cancel; what ended with a problem. It is a column
/// of the activity screen and the drawer over every other.
public final class WorksPane implements AutoCloseable {

  private static final int LINES = 5;
  private static final int ENDED = 5;

  private final Session session;
  private final Words words;
  private final VBox rows = new VBox();
  private final VBox root = new VBox();
  private final HBox head;
  private final Owned owned = new Owned();

  /// @param id of the pane
  /// @param verbs at the right of its head
  public WorksPane(String id, Session session, Fx fx, Words words, Node... verbs) {
    this.session = session;
    this.words = words;
    root.setId(id);
    root.getStyleClass().add("works-pane");
    head = new HBox(8);
    head.getStyleClass().addAll("card-header", "works-head");
    var scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    root.getChildren().addAll(head, scroll);
    owned.add(fx.show(session.works(), works -> Refocus.around(root, () -> draw(works, verbs))));
  }

  public Region root() {
    return root;
  }

  private void draw(List<Work.View> works, Node[] verbs) {
    var running = works.stream().filter(Work.View::running).toList();
    var failed = works.stream().filter(w -> w.problem().isPresent()).limit(ENDED).toList();
    head.getChildren()
        .setAll(
            Texts.head(words.get("activity.running")), Texts.count(running.size()), Texts.spacer());
    head.getChildren().addAll(verbs);
    rows.getChildren().clear();
    if (running.isEmpty()) {
      rows.getChildren().add(new EmptyNote(words.get("activity.nothing-runs")));
    }
    running.forEach(w -> rows.getChildren().add(row(w)));
    if (!failed.isEmpty()) {
      var sub =
          new HBox(8, Texts.head(words.get("activity.ended-badly")), Texts.count(failed.size()));
      sub.getStyleClass().add("sub-header");
      rows.getChildren().add(sub);
      failed.forEach(w -> rows.getChildren().add(ended(w)));
    }
  }

  private Region row(Work.View work) {
    var title = Texts.cut(Texts.strong(work.title()));
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    var cancel =
        Buttons.small(
            root.getId() + "-cancel-" + work.id(),
            words.get("activity.cancel"),
            () -> session.cancel(work.id()));
    cancel.setAccessibleText(words.get("activity.cancel-what", work.title()));
    var top = new HBox(8, Icons.toned("mdi2p-progress-clock", 16, Tone.ACCENT), title, cancel);
    top.setAlignment(Pos.CENTER_LEFT);
    var doing = Texts.cut(Texts.second(work.doing()));
    HBox.setHgrow(doing, Priority.ALWAYS);
    doing.setMaxWidth(Double.MAX_VALUE);
    var far =
        Texts.second(work.total() > 0 ? words.get("activity.of", work.done(), work.total()) : "");
    far.setMinWidth(Region.USE_PREF_SIZE);
    var middle = new HBox(8, doing, far);
    middle.getStyleClass().add("works-doing");
    var box = new VBox(middle);
    if (work.total() > 0) {
      var bar = new ProgressBar((double) work.done() / work.total());
      bar.setMaxWidth(Double.MAX_VALUE);
      bar.setAccessibleText(words.get("activity.of", work.done(), work.total()));
      box.getChildren().add(bar);
    }
    if (!work.log().isEmpty()) {
      var log = work.log();
      var text =
          Texts.mono(String.join("\n", log.subList(Math.max(0, log.size() - LINES), log.size())));
      text.getStyleClass().add("works-log");
      text.setMaxWidth(Double.MAX_VALUE);
      box.getChildren().add(text);
    }
    var all = new VBox(top, box);
    all.getStyleClass().add("works-row");
    return all;
  }

  private Region ended(Work.View work) {
    var text = new VBox(2, Texts.cut(Texts.strong(work.title())));
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMinWidth(0);
    work.problem()
        .ifPresent(p -> {
          text.getChildren().add(Texts.wrapped(Texts.second(p.sentence())));
          text.getChildren()
              .add(
                  Buttons.flat(
                      root.getId() + "-copy-" + work.id(),
                      words.get("activity.copy"),
                      () -> Copied.text(p.sentence() + "\n" + p.detail())));
        });
    var row = new HBox(8, Icons.toned("mdi2c-close-octagon-outline", 16, Tone.DANGER), text);
    row.getStyleClass().add("works-row");
    return row;
  }

  @Override
  public void close() {
    owned.close();
  }
}

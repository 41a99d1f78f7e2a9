package dev.plumbline.ui.environment;

import dev.plumbline.engine.EnvironmentView;
import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.EmptyNote;
import dev.plumbline.ui.kit.FilterField;
import dev.plumbline.ui.kit.Words;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The left pane: filter, counts, the tree of resources, and what it is ordered by.
final class ResourcePane {

  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
  private static final PseudoClass ALONE = PseudoClass.getPseudoClass("alone");

  private final EnvironmentModel model;
  private final Words words;
  private final FilterField filter;
  private final ListView<Line> list;
  private final StillList still;
  private final StackPane place = new StackPane();
  private final Button news;
  private final Loading loading;
  private final VBox root = new VBox();
  private final VBox top;
  private final Region footer;
  private boolean selecting;
  private boolean stale;

  ResourcePane(EnvironmentModel model, Words words) {
    this.model = model;
    this.words = words;
    filter = new FilterField("environment-filter", words.get("environment.filter"));
    filter.text().textProperty().bindBidirectional(model.tree().query());
    list = new ListView<>(model.tree().lines());
    list.setId("environment-resources");
    list.setAccessibleText(words.get("environment.resources"));
    list.setCellFactory(view -> new ResourceCell(model, words));
    list.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    list.hoverProperty().subscribe(over -> model.tree().standStill(over));
    still = new StillList(list);
    model
        .tree()
        .around(change -> {
          selecting = true;
          still.around(change);
          selecting = false;
          reselect(false);
        });
    news = Buttons.small("environment-news", "", () -> model.tree().showNews());
    news.getStyleClass().add("news");
    StackPane.setAlignment(news, javafx.geometry.Pos.TOP_CENTER);
    loading = new Loading(model, words);
    VBox.setVgrow(place, Priority.ALWAYS);
    top = new VBox(8, filter, new FacetChips(model, words).root());
    footer = new TreeFooter(model, words).root();
    top.getStyleClass().add("list-top");
    root.setId("environment-tree");
    root.getStyleClass().add("resource-pane");
    root.getChildren().addAll(top, place, footer);
    model.view().subscribe(v -> draw());
    model.tree().found().subscribe(q -> draw());
    model.tree().facet().subscribe(s -> draw());
    model.tree().news().subscribe(n -> draw());
    model.selected().subscribe(s -> reselect(true));
  }

  Region root() {
    return root;
  }

  Node list() {
    return list;
  }

  /// Whether there is nothing to list or filter, and the note has the whole place.
  void alone(boolean alone) {
    root.pseudoClassStateChanged(ALONE, alone);
    for (var part : List.of(top, footer)) {
      part.setVisible(!alone);
      part.setManaged(!alone);
    }
  }

  /// Puts the cursor into the filter.
  void filter() {
    filter.enter();
  }

  /// Empties or leaves the filter; false when the cursor is elsewhere.
  boolean escape() {
    return filter.escape(list);
  }

  private void draw() {
    var view = model.view().get();
    if (stale != view.staleSince().isPresent()) {
      stale = view.staleSince().isPresent();
      root.pseudoClassStateChanged(STALE, stale);
      list.refresh();
    }
    var waits = model.tree().news().get();
    news.setText(
        waits.came() > 0
            ? words.get("environment.news.came", waits.came())
            : waits.went() > 0
                ? words.get("environment.news.went", waits.went())
                : words.get("environment.news.moved"));
    news.setAccessibleText(news.getText());
    var content = content(view);
    var shown = waits.waits() && content.equals(list) ? List.of(list, news) : List.of(content);
    if (!place.getChildren().equals(shown)) {
      place.getChildren().setAll(shown);
    }
  }

  private Node content(EnvironmentView view) {
    if (view.drift().isEmpty()) {
      return switch (view.phase()) {
        case COMPARING -> loading.root();
        case IDLE -> note("environment.note.idle", true);
        case UNMAPPED -> note("environment.note.unmapped", false);
        case FAILED -> note("environment.note.failed", true);
        case COMPARED -> note("environment.note.idle", true);
      };
    }
    if (model.tree().tally().get().all() == 0) {
      return new EmptyNote(
          words.get(
              "environment.note.empty",
              view.environment().name(),
              view.drift().get().revision().shortId()));
    }
    if (model.tree().filtered() && model.tree().nothingPasses()) {
      return new EmptyNote(
          words.get("environment.note.filtered"),
          Buttons.small(
              "environment-filter-clear",
              words.get("environment.note.clear"),
              () -> {
                model.tree().query().set("");
                model.tree().facet().set(Optional.empty());
              }));
    }
    return list;
  }

  private EmptyNote note(String key, boolean comparable) {
    return comparable
        ? new EmptyNote(
            words.get(key),
            Buttons.small(
                "environment-note-compare", words.get("environment.compare"), model::compare))
        : new EmptyNote(words.get(key));
  }

  private void key(KeyEvent event) {
    var line = list.getSelectionModel().getSelectedItem();
    if (line == null || event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    boolean did =
        switch (event.getCode()) {
          case SPACE -> {
            model.tree().fold(line);
            yield true;
          }
          case ENTER -> {
            model.tree().fold(line);
            yield !(line instanceof Line.Thing);
          }
          case RIGHT -> {
            if (!model.tree().fold(line, true)) {
              inside(line);
            }
            yield true;
          }
          case LEFT -> {
            if (!model.tree().fold(line, false)) {
              outside();
            }
            yield true;
          }
          default -> false;
        };
    if (did) {
      event.consume();
    }
  }

  /// Goes to the first line below an open one.
  private void inside(Line line) {
    int next = list.getSelectionModel().getSelectedIndex() + 1;
    if (next < list.getItems().size() && depth(list.getItems().get(next)) > depth(line)) {
      list.getSelectionModel().clearAndSelect(next);
    }
  }

  /// Goes to the line above that holds this one.
  private void outside() {
    int at = list.getSelectionModel().getSelectedIndex();
    int depth = depth(list.getItems().get(at));
    for (int i = at - 1; i >= 0; i--) {
      if (depth(list.getItems().get(i)) < depth) {
        list.getSelectionModel().clearAndSelect(i);
        return;
      }
    }
  }

  private static int depth(Line line) {
    return switch (line) {
      case Line.Kind k -> 0;
      case Line.Thing t -> t.depth();
      case Line.More m -> m.depth();
    };
  }

  private void chosen(Line line) {
    if (!selecting && line instanceof Line.Thing thing) {
      model.select(thing.subject().ref());
    }
  }

  /// @param show whether to bring the selected line into sight
  private void reselect(boolean show) {
    selecting = true;
    int at = indexOf(model.selected().get());
    if (at < 0) {
      list.getSelectionModel().clearSelection();
    } else if (list.getSelectionModel().getSelectedIndex() != at) {
      list.getSelectionModel().clearAndSelect(at);
      list.getFocusModel().focus(at);
      if (show && !still.sees(at)) {
        list.scrollTo(Math.max(0, at - 8));
      }
    }
    selecting = false;
  }

  private int indexOf(Optional<Subject> subject) {
    var lines = model.tree().lines();
    for (int i = 0; subject.isPresent() && i < lines.size(); i++) {
      if (lines.get(i) instanceof Line.Thing thing
          && thing.subject().ref().sameObject(subject.get().ref())) {
        return i;
      }
    }
    return -1;
  }
}

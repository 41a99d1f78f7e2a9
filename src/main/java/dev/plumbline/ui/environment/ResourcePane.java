package dev.plumbline.ui.environment;

import dev.plumbline.drift.ResourceDrift;
import dev.plumbline.engine.EnvironmentView;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.EmptyNote;
import dev.plumbline.ui.kit.FilterField;
import dev.plumbline.ui.kit.Skeleton;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The left pane: filter, counts, and the resources.
final class ResourcePane {

  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

  private final EnvironmentModel model;
  private final Words words;
  private final FilterField filter;
  private final ListView<Listing.Item> list;
  private final StackPane place = new StackPane();
  private final Label footer = Texts.second("");
  private final VBox root = new VBox();
  private boolean selecting;
  private boolean stale;

  ResourcePane(EnvironmentModel model, Words words) {
    this.model = model;
    this.words = words;
    filter = new FilterField("environment-filter", words.get("environment.filter"));
    filter.text().textProperty().bindBidirectional(model.query());
    list = new ListView<>(model.lines());
    list.setId("environment-resources");
    list.setAccessibleText(words.get("environment.resources"));
    list.setFixedCellSize(28);
    list.setCellFactory(view -> new ResourceCell(model, words));
    list.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
    list.setOnKeyPressed(e -> {
      switch (e.getCode()) {
        case SPACE, LEFT, RIGHT -> {
          if (list.getSelectionModel().getSelectedItem() instanceof Listing.Item.Group g) {
            model.fold(g);
            e.consume();
          }
        }
        default -> {}
      }
    });
    VBox.setVgrow(place, Priority.ALWAYS);
    footer.setId("environment-footer");
    var foot = new HBox(footer);
    foot.getStyleClass().add("list-footer");
    foot.setAlignment(Pos.CENTER_LEFT);
    var top = new VBox(8, filter, new StandingChips(model, words).root());
    top.getStyleClass().add("list-top");
    root.getStyleClass().add("resource-pane");
    root.getChildren().addAll(top, place, foot);
    model.view().subscribe(v -> draw());
    model.query().subscribe(q -> draw());
    model.show().subscribe(s -> draw());
    model.selected().subscribe(s -> reselect());
    model.lines().addListener((ListChangeListener<Listing.Item>) c -> reselect());
  }

  Region root() {
    return root;
  }

  Node list() {
    return list;
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
    var content = content(view);
    if (!place.getChildren().equals(List.of(content))) {
      place.getChildren().setAll(content);
    }
    int all = model.counts().get().all();
    footer.setText(
        view.drift().isEmpty()
            ? ""
            : model.query().get().isBlank() && model.show().get().isEmpty()
                ? words.count("environment.footer.all", all, ResourceCell.number(all))
                : words.get(
                    "environment.footer.some",
                    ResourceCell.number(shown()),
                    ResourceCell.number(all)));
  }

  private int shown() {
    return model.lines().stream()
        .mapToInt(i ->
            switch (i) {
              case Listing.Item.Group g -> g.counts().all();
              case Listing.Item.Row r -> r.indented() ? 0 : 1;
            })
        .sum();
  }

  private Node content(EnvironmentView view) {
    if (view.drift().isEmpty()) {
      return switch (view.phase()) {
        case COMPARING -> new Skeleton(9);
        case IDLE -> note("environment.note.idle", true);
        case UNMAPPED -> note("environment.note.unmapped", false);
        case FAILED -> note("environment.note.failed", true);
        case COMPARED -> note("environment.note.idle", true);
      };
    }
    if (model.counts().get().all() == 0) {
      return new EmptyNote(
          words.get(
              "environment.note.empty",
              view.environment().name(),
              view.drift().get().revision().shortId()));
    }
    if (model.lines().isEmpty()) {
      return new EmptyNote(
          words.get("environment.note.filtered"),
          Buttons.small(
              "environment-filter-clear",
              words.get("environment.note.clear"),
              () -> {
                model.query().set("");
                model.show().set(Optional.empty());
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

  private void chosen(Listing.Item item) {
    if (!selecting && item instanceof Listing.Item.Row row) {
      model.select(row.drift().ref());
    }
  }

  private void reselect() {
    selecting = true;
    var ref = model.selected().get().map(ResourceDrift::ref);
    int at = indexOf(ref);
    if (at < 0) {
      list.getSelectionModel().clearSelection();
    } else if (list.getSelectionModel().getSelectedIndex() != at) {
      list.getSelectionModel().clearAndSelect(at);
      list.getFocusModel().focus(at);
      list.scrollTo(Math.max(0, at - 8));
    }
    selecting = false;
  }

  private int indexOf(Optional<ResourceRef> ref) {
    for (int i = 0; i < model.lines().size(); i++) {
      if (model.lines().get(i) instanceof Listing.Item.Row row
          && ref.filter(row.drift().ref()::equals).isPresent()) {
        return i;
      }
    }
    return -1;
  }
}

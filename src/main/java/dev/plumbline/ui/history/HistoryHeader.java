package dev.plumbline.ui.history;

import dev.plumbline.ui.kit.FilterField;
import dev.plumbline.ui.kit.Segmented;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The place header: whose commits, the filter, how many; below it, in words, what is shown.
final class HistoryHeader {

  private final HistoryModel model;
  private final Words words;
  private final HBox root = new HBox(12);
  private final HBox scope = new HBox(8);
  private final Segmented whose;
  private final ComboBox<String> choose = new ComboBox<>();
  private final FilterField filter;
  private final Label count = Texts.second("");
  private boolean drawing;

  HistoryHeader(HistoryModel model, Words words) {
    this.model = model;
    this.words = words;
    var title = Texts.title(words.get("history.title"));
    title.setMinWidth(Region.USE_PREF_SIZE);
    whose = new Segmented("history-whose", words.get("history.whose"));
    choose.setId("history-environment");
    choose.setAccessibleText(words.get("history.choose"));
    choose.setPromptText(words.get("history.choose"));
    choose.setMinWidth(140);
    choose
        .valueProperty()
        .subscribe(name -> {
          if (!drawing && name != null) {
            model.choose(Optional.of(name));
          }
        });
    filter = new FilterField("history-filter", words.get("history.filter"));
    filter.setPrefWidth(300);
    filter.text().textProperty().bindBidirectional(model.query());
    count.setId("history-count");
    count.setMinWidth(Region.USE_PREF_SIZE);
    root.getStyleClass().add("place-header");
    root.setAlignment(Pos.CENTER_LEFT);
    root.getChildren().addAll(title, whose, filter, Texts.spacer(), choose, count);
    scope.setId("history-scope");
    scope.getStyleClass().add("history-scope");
    scope.setAlignment(Pos.CENTER_LEFT);
    model.environment().subscribe(e -> draw(e));
    model.content().subscribe(c -> count());
    model.query().subscribe(q -> count());
    model
        .commits()
        .addListener(
            (javafx.collections.ListChangeListener<dev.plumbline.model.Commit>) c -> count());
  }

  Region root() {
    return root;
  }

  /// What is shown, in words, when that is not everything.
  Region scope() {
    return scope;
  }

  void filter() {
    filter.enter();
  }

  boolean escape(Node next) {
    return filter.escape(next);
  }

  private void draw(Optional<String> environment) {
    drawing = true;
    var choices = new ArrayList<Segmented.Choice<Optional<String>>>();
    choices.add(
        new Segmented.Choice<>(
            "history-repository",
            Optional.empty(),
            words.get("history.repository"),
            words.get("history.repository"),
            List.of()));
    environment.ifPresent(name ->
        choices.add(
            new Segmented.Choice<>("history-of-environment", environment, name, name, List.of())));
    whose.show(choices, environment, model::choose);
    choose.getItems().setAll(model.environments());
    choose.setValue(null);
    choose.setVisible(!choose.getItems().isEmpty());
    choose.setManaged(choose.isVisible());
    drawing = false;
    count();
  }

  private void count() {
    var content = model.content().get();
    int all =
        content instanceof HistoryModel.Content.Ready(var loaded) ? loaded.commits().size() : 0;
    count.setText(
        content instanceof HistoryModel.Content.Ready
            ? model.query().get().isBlank()
                ? words.count("history.count", all, number(all))
                : words.get("history.count.some", number(model.commits().size()), number(all))
            : "");
    drawScope();
  }

  private void drawScope() {
    var said = new ArrayList<String>();
    model
        .environment()
        .get()
        .ifPresent(name ->
            said.add(
                words.get(
                    "history.scope.folder",
                    model.folder(name).isEmpty()
                        ? words.get("history.scope.root")
                        : model.folder(name) + "/")));
    if (model.content().get() instanceof HistoryModel.Content.Ready(var loaded) && loaded.more()) {
      said.add(words.get("history.scope.more", number(HistoryModel.LIMIT)));
    }
    scope.getChildren().setAll(said.stream().map(Texts::second).toList());
    scope.setVisible(!said.isEmpty());
    scope.setManaged(!said.isEmpty());
  }

  static String number(int n) {
    return String.format(Locale.ENGLISH, "%,d", n);
  }
}

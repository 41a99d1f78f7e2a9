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
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The place header: whose commits, the search, how many; below it, in words, what is shown.
final class HistoryHeader {

  private static final double NARROW = 1080;

  private final HistoryModel model;
  private final Words words;
  private final HBox root = new HBox(12);
  private final HBox scope = new HBox(12);
  private final Segmented whose;
  private final ComboBox<String> choose = new ComboBox<>();
  private final FilterField search;
  private final Matches matches;
  private final CheckBox firstParent;
  private final Label count = Texts.second("");
  private final Label title;
  private boolean narrow;
  private boolean drawing;

  HistoryHeader(HistoryModel model, Words words) {
    this.model = model;
    this.words = words;
    title = Texts.title(words.get("history.title"));
    title.setMinWidth(Region.USE_PREF_SIZE);
    whose = new Segmented("history-whose", words.get("history.whose"));
    choose.setId("history-environment");
    choose.setAccessibleText(words.get("history.choose"));
    choose.setPromptText(words.get("history.choose"));
    choose.setStyle("-fx-min-width: 10.77em");
    choose.setVisibleRowCount(14);
    choose
        .valueProperty()
        .subscribe(name -> {
          if (!drawing && name != null) {
            model.choose(Optional.of(name));
          }
        });
    search = new FilterField("history-search", words.get("history.search"));
    search.setStyle("-fx-min-width: 9.23em; -fx-pref-width: 23.08em");
    search.text().textProperty().bindBidirectional(model.query());
    search
        .text()
        .setOnKeyPressed(e -> {
          if (e.getCode() == KeyCode.ENTER) {
            model.match(!e.isShiftDown());
            e.consume();
          }
        });
    matches = new Matches(model, words);
    firstParent = new CheckBox(words.get("history.first-parent"));
    firstParent.setId("history-first-parent");
    firstParent.setAccessibleText(words.get("history.first-parent"));
    firstParent.setMinWidth(Region.USE_PREF_SIZE);
    firstParent.selectedProperty().bindBidirectional(model.firstParent());
    count.setId("history-count");
    count.setMinWidth(Region.USE_PREF_SIZE);
    root.getStyleClass().add("place-header");
    root.setAlignment(Pos.CENTER_LEFT);
    place();
    scope.setId("history-scope");
    scope.getStyleClass().add("history-scope");
    scope.setAlignment(Pos.CENTER_LEFT);
    model.environment().subscribe(this::draw);
    model.content().subscribe(c -> count());
    model.older().subscribe(o -> count());
    model.firstParent().subscribe(f -> count());
  }

  Region root() {
    return root;
  }

  /// What is shown, in words, when that is not everything.
  Region scope() {
    return scope;
  }

  void search() {
    search.enter();
  }

  boolean escape(Node next) {
    return search.escape(next);
  }

  /// @param width in px at the usual text size
  void fit(double width) {
    boolean now = width < NARROW;
    if (now != narrow) {
      narrow = now;
      place();
    }
  }

  private void place() {
    scope.getChildren().clear();
    root.getChildren().setAll(title, whose, choose, search, matches.root(), Texts.spacer());
    if (!narrow) {
      root.getChildren().addAll(firstParent, count);
    }
    drawScope();
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
            new Segmented.Choice<>(
                "history-of-environment",
                environment,
                name.replace("/", " / "),
                name.replace("/", " / "),
                List.of())));
    whose.show(choices, environment, model::choose);
    choose.getItems().setAll(model.environments());
    choose.setValue(null);
    choose.setVisible(!choose.getItems().isEmpty());
    choose.setManaged(choose.isVisible());
    firstParent.setVisible(environment.isEmpty());
    firstParent.setManaged(environment.isEmpty());
    drawing = false;
    count();
  }

  private void count() {
    count.setText(
        model.content().get() instanceof HistoryModel.Content.Ready(var loaded)
            ? counted(loaded)
            : "");
    drawScope();
  }

  /// All of them, or the newest so many, is said; never a part as if it were all.
  private String counted(Loaded loaded) {
    int shown = loaded.listing(model.firstParent().get()).commits().size();
    int read = loaded.all().commits().size();
    if (loaded.more()) {
      return model.firstParent().get()
          ? words.get("history.count.newest-of", number(shown), number(read))
          : words.get("history.count.newest", number(shown));
    }
    return shown < read
        ? words.get("history.count.some", number(shown), number(read))
        : words.count("history.count", shown, number(shown));
  }

  private void drawScope() {
    var said = new ArrayList<Node>();
    model
        .environment()
        .get()
        .ifPresent(name ->
            said.add(
                Texts.cut(
                    Texts.second(
                        words.get(
                            "history.scope.folder",
                            model.folder(name).isEmpty()
                                ? words.get("history.scope.root")
                                : model.folder(name) + "/")))));
    if (narrow) {
      said.add(Texts.spacer());
      said.add(firstParent);
      said.add(count);
    }
    scope.getChildren().setAll(said);
    scope.setVisible(!said.isEmpty());
    scope.setManaged(!said.isEmpty());
  }

  static String number(int n) {
    return String.format(Locale.ENGLISH, "%,d", n);
  }
}

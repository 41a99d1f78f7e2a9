package dev.plumbline.ui.environment;

import dev.plumbline.model.Commit;
import dev.plumbline.ui.kit.Icons;
import dev.plumbline.ui.kit.Mark;
import dev.plumbline.ui.kit.PathLabel;
import dev.plumbline.ui.kit.StateChip;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// One difference: path and cause above; below who set it in Git, what Git wants, the plumb line
/// with a node, what the cluster has, who set it there. Selected it says what a sync does.
final class FieldCardNode extends StackPane {

  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  /// Width of what stands beside the values, in px at the usual text size.
  static final double GUTTER = 186;

  private static final double LINE = 40;

  private final FieldCard card;
  private final Words words;
  private final GridPane grid = new GridPane();
  private final GitGutter git;
  private final HBox details = new HBox();

  /// The room for a card.
  ///
  /// @param narrow whether the gutters go under their values
  /// @param gutter their width in px, which grows with the text
  record Room(boolean narrow, double gutter) {}

  FieldCardNode(FieldCard card, int index, Room room, Words words, Runnable chosen) {
    this.card = card;
    this.words = words;
    git = new GitGutter(card, words);
    setId("field-card-" + index);
    getStyleClass().add("field-card");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.LIST_ITEM);
    setAccessibleText(sentence(Optional.empty()));
    setMinHeight(Region.USE_PREF_SIZE);
    setOnMousePressed(e -> {
      requestFocus();
      chosen.run();
    });
    focusedProperty()
        .subscribe(now -> {
          if (now) {
            chosen.run();
          }
        });
    var line = new Region();
    line.getStyleClass().add("plumb-line");
    line.setMaxWidth(2);
    line.setMouseTransparent(true);
    var bar = new Region();
    bar.getStyleClass().add("field-bar");
    bar.setMaxWidth(3);
    StackPane.setAlignment(bar, Pos.CENTER_LEFT);
    columns(room);
    var body = new VBox(top(), grid, details);
    details.getStyleClass().add("field-details");
    details.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(line, body, bar);
    select(false);
  }

  /// Marks the card as the selected one; it then says more.
  void select(boolean selected) {
    pseudoClassStateChanged(SELECTED, selected);
    details.setVisible(selected);
    details.setManaged(selected);
  }

  /// Says who last changed the file, when that is known by now.
  void blame(Map<String, Optional<Commit>> changes) {
    var change = card.origin().flatMap(o -> Optional.ofNullable(changes.get(o.file())));
    git.show(change);
    setAccessibleText(sentence(change.flatMap(c -> c)));
    details.getChildren().setAll(details(change.flatMap(c -> c)));
  }

  private HBox top() {
    var path = new PathLabel(card.path());
    HBox.setHgrow(path, Priority.NEVER);
    var mark = Mark.of(card.change().cause());
    var top = new HBox(8, path, Texts.spacer());
    card.secret()
        .ifPresent(s -> {
          var secret =
              Texts.second(
                  s.git() == s.live()
                      ? words.count("environment.secret.same", s.git())
                      : words.get("environment.secret.lengths", s.git(), s.live()));
          secret.setMinWidth(Region.USE_PREF_SIZE);
          top.getChildren().add(secret);
        });
    top.getChildren().add(StateChip.plain(mark, words));
    top.getStyleClass().add("field-top");
    top.setAlignment(Pos.CENTER_LEFT);
    return top;
  }

  private void columns(Room room) {
    grid.getStyleClass().add("field-grid");
    var wants = card.git().<Node>map(s -> new ValueBox(s, true, words)).orElseGet(this::absent);
    var has = card.live().<Node>map(s -> new ValueBox(s, false, words)).orElseGet(this::absent);
    var live = new LiveGutter(card, words);
    GridPane.setFillHeight(wants, false);
    GridPane.setFillHeight(has, false);
    GridPane.setMargin(wants, new Insets(3, 0, 9, 0));
    GridPane.setMargin(has, new Insets(3, 0, 9, 0));
    GridPane.setValignment(wants, VPos.TOP);
    GridPane.setValignment(has, VPos.TOP);
    if (room.narrow()) {
      grid.getColumnConstraints().setAll(share(), fixed(LINE), share());
      grid.addRow(0, wants, node(), has);
      grid.addRow(1, git, new Region(), live);
      grid.getStyleClass().add("narrow");
    } else {
      grid.getColumnConstraints()
          .setAll(fixed(room.gutter()), share(), fixed(LINE), share(), fixed(room.gutter()));
      grid.addRow(0, git, wants, node(), has, live);
    }
  }

  private Node absent() {
    var box = new HBox(Texts.label(words.get("environment.absent"), "absent-word"));
    box.getStyleClass().addAll("value", "absent");
    return box;
  }

  private Node node() {
    var mark = Mark.of(card.change().cause());
    var icon = mark == Mark.TO_BE_REMOVED ? "mdi2m-minus" : mark.icon();
    var circle = new StackPane(Icons.toned(icon, 14, mark.tone()));
    circle.getStyleClass().addAll("plumb-node", mark.tone().css());
    GridPane.setHalignment(circle, HPos.CENTER);
    GridPane.setValignment(circle, VPos.TOP);
    return circle;
  }

  private Node[] details(Optional<Commit> change) {
    var subject =
        Texts.cut(
            Texts.caption(
                change.map(c -> words.get("environment.details.subject", c.subject())).orElse("")));
    subject.getStyleClass().add("field-subject");
    HBox.setHgrow(subject, Priority.ALWAYS);
    subject.setMaxWidth(Double.MAX_VALUE);
    var what =
        Texts.label(
            words.get(
                switch (card.change().cause()) {
                  case DRIFTED ->
                      card.live().isEmpty()
                          ? "environment.details.adds"
                          : "environment.details.drifted";
                  case TO_BE_REMOVED -> "environment.details.to-be-removed";
                  case IGNORED -> "environment.details.ignored";
                  case ADMISSION -> "environment.details.admission";
                  case NORMALISED -> "environment.details.normalised";
                  case LEFT_OVER -> "environment.details.left-over";
                }),
            "field-effect");
    what.setMinWidth(Region.USE_PREF_SIZE);
    var copy =
        dev.plumbline.ui.kit.Buttons.keyed(
            dev.plumbline.ui.kit.Buttons.flat(
                getId() + "-copy",
                words.get("environment.copy-path"),
                () -> EnvironmentScreen.toClipboard(card.path().toString())),
            dev.plumbline.ui.kit.Keys.COPY);
    copy.setGraphic(Icons.small("mdi2c-content-copy"));
    var middle = new Region();
    middle.setMinWidth(LINE);
    return new Node[] {half(subject), middle, half(Texts.spacer(), copy, what)};
  }

  private String sentence(Optional<Commit> change) {
    var nobody = words.get("environment.owner.nobody");
    return words.get(
        "environment.card.sentence",
        card.path(),
        card.git().map(Side::text).orElse(words.get("environment.absent")),
        card.live().map(Side::text).orElse(words.get("environment.absent")),
        words.get(Mark.of(card.change().cause()).word()),
        card.change().owner().map(o -> o.manager()).orElse(nobody),
        change.map(c -> c.author().name()).orElse(words.get("environment.git.unknown")));
  }

  /// One side of the plumb line: nothing of it crosses over.
  private static HBox half(Node... nodes) {
    var half = new HBox(8, nodes);
    half.setAlignment(Pos.CENTER_LEFT);
    half.setMinWidth(0);
    half.setPrefWidth(10);
    half.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(half, Priority.ALWAYS);
    return half;
  }

  private static ColumnConstraints fixed(double width) {
    return new ColumnConstraints(width, width, width);
  }

  private static ColumnConstraints share() {
    var share = new ColumnConstraints(0, 10, Double.MAX_VALUE);
    share.setHgrow(Priority.ALWAYS);
    share.setFillWidth(true);
    return share;
  }
}

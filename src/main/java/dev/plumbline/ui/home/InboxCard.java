package dev.plumbline.ui.home;

import dev.plumbline.model.KubeContext;
import dev.plumbline.ui.kit.Age;
import dev.plumbline.ui.kit.Banner;
import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.Card;
import dev.plumbline.ui.kit.Columns;
import dev.plumbline.ui.kit.Columns.Column;
import dev.plumbline.ui.kit.EdgeBar;
import dev.plumbline.ui.kit.Icons;
import dev.plumbline.ui.kit.Mark;
import dev.plumbline.ui.kit.OpenRow;
import dev.plumbline.ui.kit.StateChip;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What needs you, the worst first, one verb a row.
final class InboxCard {

  private static final double NARROW_WHO = 110;
  private static final double SUBJECT = 170;

  /// So many rows leave room for the environments below.
  private static final int SHOWN = 7;

  private static final int FEWEST = 4;

  private static final double LETTER = 7;

  private final Words words;
  private final HomeModel model;
  private final Consumer<InboxLine> look;
  private final Columns wide;
  private final Columns narrow;
  private final Columns few;
  private Columns columns;
  private final Columns mapping;
  private final Columns fewMapping;
  private final Card card;
  private boolean all;

  InboxCard(HomeModel model, Words words, Consumer<InboxLine> look) {
    this.model = model;
    this.words = words;
    this.look = look;
    wide = columns(236);
    narrow = columns(NARROW_WHO);
    few =
        new Columns(
            Column.of(words.get("home.col.state"), 128),
            Column.of(words.get("home.col.environment"), 150),
            Column.of(words.get("home.col.differs"), 0),
            Column.right("", 98));
    columns = wide;
    fewMapping = new Columns(Column.of("", 128), Column.of("", 0));
    mapping =
        new Columns(
            Column.of("", 128), Column.of("", 150), Column.of("", 0), Column.right("", 334));
    card = new Card("inbox");
  }

  private Columns columns(double who) {
    return new Columns(
        Column.of(words.get("home.col.state"), 128),
        Column.of(words.get("home.col.environment"), 150),
        Column.of(words.get("home.col.differs"), 0),
        Column.of(words.get("home.col.who"), who),
        Column.right(words.get("home.col.as-of"), 90),
        Column.right("", 98));
  }

  Region root() {
    return card;
  }

  /// @param small whether there is little room
  /// @param tight whether there is so little that only what tells most is shown
  void show(HomeModel.Content content, boolean small, boolean tight) {
    columns = tight ? few : small ? narrow : wide;
    card.header()
        .getChildren()
        .setAll(
            Texts.head(words.get("home.inbox")),
            Texts.count(
                content.inbox().size() + content.lacking().size() + content.unmapped().size()),
            order());
    var rows = new ArrayList<Node>();
    rows.add(columns.heads());
    for (var unmapped : content.unmapped()) {
      rows.add(unmapped(unmapped, tight));
      if (unmapped.mapping() instanceof HomeModel.Mapping.Failed(var problem)) {
        var banner =
            new Banner("map-problem-" + unmapped.cluster(), problem, words, Optional.empty());
        var held = new VBox(banner);
        held.getStyleClass().add("row-banner");
        rows.add(held);
      }
    }
    content.lacking().forEach(l -> rows.add(LackingRow.of(l, words, model::compare, tight)));
    int asked = content.lacking().size() + content.unmapped().size();
    int fit = Math.max(FEWEST, SHOWN - asked);
    // one row more takes no more room than saying that there is one
    int shown = all || content.inbox().size() <= fit + 1 ? content.inbox().size() : fit;
    content.inbox().stream().limit(shown).forEach(l -> rows.add(row(l)));
    if (content.inbox().size() > fit + 1) {
      rows.add(rest(content, content.inbox().size() - shown, small, tight));
    }
    rows.getLast().getStyleClass().add("last");
    card.body().getChildren().setAll(rows);
  }

  private Node order() {
    var order = Texts.cut(Texts.second(words.get("home.inbox.order")));
    order.setTooltip(new Tooltip(words.get("home.inbox.order.whole")));
    order.setAccessibleText(words.get("home.inbox.order.whole"));
    return order;
  }

  /// Says how many are not shown, and shows them.
  private Region rest(HomeModel.Content content, int more, boolean small, boolean tight) {
    var said = Texts.second(all ? "" : words.get("home.inbox.more", more));
    var verb =
        Buttons.link(
            "inbox-all",
            words.get(all ? "home.inbox.fewer" : "home.inbox.all"),
            () -> {
              all = !all;
              show(content, small, tight);
            });
    var row = new HBox(8, said, verb);
    row.getStyleClass().addAll("row", "row-36", "padded");
    return row;
  }

  private Region row(InboxLine line) {
    var state =
        new HBox(
            9,
            new EdgeBar(line.condition().mark()),
            new StateChip(line.condition().mark(), line.condition().word()));
    state.setAlignment(Pos.CENTER_LEFT);
    state.setFillHeight(true);
    state.getStyleClass().add("edge-cell");
    var subject = Texts.cut(Texts.strong(line.subject()));
    // what follows gives way first
    subject.setMinWidth(Math.min(SUBJECT, line.subject().length() * LETTER));
    var what = new HBox(6, subject);
    what.setAlignment(Pos.CENTER_LEFT);
    if (!line.mono().isEmpty()) {
      what.getChildren().add(Texts.cut(Texts.mono(line.mono())));
    }
    if (!line.rest().isEmpty()) {
      var rest = Texts.cut(Texts.body(line.rest()));
      what.getChildren().add(rest);
    }
    var cells =
        new ArrayList<Node>(
            List.of(
                state, Texts.cutMiddle(Texts.body(line.environment().replace("/", " / "))), what));
    if (!columns.equals(few)) {
      cells.add(who(line));
      cells.add(line.asOf().map(i -> (Node) new Age(i, words)).orElseGet(() -> Texts.second("")));
    }
    cells.add(
        Buttons.small(
            "look-" + id(line.environment()), words.get("home.look"), () -> look.accept(line)));
    var row = columns.row(cells);
    row.getStyleClass().addAll("row-36", "inbox-row");
    return OpenRow.of(
        row, "inbox-" + id(line.environment()), line.sentence(), () -> look.accept(line));
  }

  private static Node who(InboxLine line) {
    var label = Texts.cut(Texts.second(line.who()));
    if (!line.who().isEmpty()) {
      boolean problem = line.condition().mark() != Mark.DRIFTED;
      label.setGraphic(Icons.small(problem ? "mdi2i-information-outline" : "mdi2c-console-line"));
    }
    return label;
  }

  private Region unmapped(HomeModel.Unmapped unmapped, boolean tight) {
    var state = new HBox(9, new EdgeBar(Mark.UNMAPPED), StateChip.plain(Mark.UNMAPPED, words));
    state.setAlignment(Pos.CENTER_LEFT);
    state.getStyleClass().add("edge-cell");
    var cluster = unmapped.cluster();
    var contexts = new ComboBox<String>();
    contexts.setId("map-context-" + cluster);
    contexts.setPromptText(words.get("home.map.choose"));
    contexts.setAccessibleText(words.get("home.map.question", cluster));
    contexts.getItems().setAll(model.contexts().stream().map(KubeContext::name).toList());
    contexts.setPrefWidth(200);
    contexts.setVisibleRowCount(12);
    var use =
        Buttons.small(
            "map-use-" + cluster,
            words.get("home.map.use"),
            () -> model.map(cluster, contexts.getValue()));
    use.disableProperty().bind(contexts.valueProperty().isNull());
    var verbs = new HBox(8, contexts, use);
    verbs.setAlignment(Pos.CENTER_RIGHT);
    if (unmapped.mapping() instanceof HomeModel.Mapping.Reading(String context)) {
      verbs.getChildren().setAll(Texts.second(words.get("home.map.reading", context)));
    }
    var question = Texts.strong(words.get("home.map.question", cluster));
    if (tight) {
      var asked = fewMapping.row(List.of(state, Texts.cut(question)));
      asked.getStyleClass().addAll("row-36", "inbox-row", "asked");
      verbs.getStyleClass().addAll("row", "row-36", "padded");
      return new VBox(asked, verbs);
    }
    question.setMinWidth(Region.USE_PREF_SIZE);
    var what = new HBox(6, question, Texts.cut(Texts.second(words.get("home.map.nothing"))));
    what.setAlignment(Pos.CENTER_LEFT);
    var row =
        mapping.row(
            List.of(
                state,
                Texts.body(words.count("home.map.environments", unmapped.environments())),
                what,
                verbs));
    row.getStyleClass().addAll("row-36", "inbox-row");
    return row;
  }

  static String id(String environment) {
    return environment.replaceAll("[^A-Za-z0-9-]", "-");
  }
}

package dev.plumbline.ui.history;

import dev.plumbline.model.Commit;
import dev.plumbline.ui.kit.Avatar;
import dev.plumbline.ui.kit.Cells;
import dev.plumbline.ui.kit.Span;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.When;
import dev.plumbline.ui.kit.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// A commit in one row: refs and subject, author, when, short id.
final class CommitCell extends ListCell<Commit> {

  static final double HEIGHT = 28;

  /// So many names and so many environments stand before the subject; the rest is counted.
  private static final int NAMES = 2;

  private static final PseudoClass MATCH = PseudoClass.getPseudoClass("match");
  private static final PseudoClass OTHER = PseudoClass.getPseudoClass("other");

  private final HistoryModel model;
  private final Words words;
  private final Supplier<Integer> lanes;

  /// @param lanes how many lanes of the graph fit
  CommitCell(HistoryModel model, Words words, Supplier<Integer> lanes) {
    this.model = model;
    this.lanes = lanes;
    this.words = words;
    getStyleClass().add("commit-cell");
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(Commit commit, boolean empty) {
    super.updateItem(commit, empty);
    if (empty || commit == null) {
      setGraphic(null);
      setAccessibleText(null);
      setId(null);
      return;
    }
    var refs = model.refsOf(commit);
    var at = model.markers().get().getOrDefault(commit.id(), List.of());
    var now = Instant.now();
    var time = commit.author().time().toInstant();
    var ago = When.ago(time, now, ZoneId.systemDefault(), words);
    var when = Texts.second(ago);
    when.setTooltip(new Tooltip(Span.exact(time)));
    var author =
        new HBox(
            6,
            Avatar.of(commit.author().name()),
            Texts.cut(Texts.label(commit.author().name(), "commit-author")));
    author.setAlignment(Pos.CENTER_LEFT);
    author.setMinWidth(0);
    var line =
        new HBox(
            Cells.growing(subject(commit, refs, at)),
            sized(author, "author-column"),
            sized(when, "when-column"),
            sized(Texts.label(commit.shortId(), "commit-id"), "id-column"));
    model
        .graph()
        .filter(g -> getIndex() < g.size())
        .ifPresent(
            g -> line.getChildren().addFirst(LaneStrip.of(g.row(getIndex()), lanes.get(), high())));
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("commit-row");
    mark();
    setGraphic(line);
    setId("commit-" + commit.shortId());
    setAccessibleText(sentence(commit, refs, at, ago));
  }

  /// A column whose width, in em, is that of a style class.
  static Region sized(Node node, String css) {
    var box = new HBox(node);
    box.setAlignment(Pos.CENTER_LEFT);
    box.getStyleClass().add(css);
    return box;
  }

  /// As the list has its rows, which grow with the text; until it was styled, of the usual text.
  private double high() {
    double high = getListView() == null ? 0 : getListView().getFixedCellSize();
    return high > 0 ? high : HEIGHT;
  }

  /// Whether it matches what is looked for; the others step back.
  private void mark() {
    var found = model.found().get();
    pseudoClassStateChanged(MATCH, found.filter(f -> f.has(getIndex())).isPresent());
    pseudoClassStateChanged(OTHER, found.filter(f -> !f.has(getIndex())).isPresent());
  }

  private String sentence(Commit commit, List<RefName> refs, List<Marker> at, String ago) {
    var said = new StringBuilder();
    said.append(
        words.get(
            "history.row.sentence",
            commit.subject(),
            commit.author().name(),
            ago,
            commit.shortId()));
    if (commit.parents().size() > 1) {
      said.append(words.get("history.row.merge"));
    }
    if (!refs.isEmpty()) {
      said.append(
          words.get(
              "history.row.refs", String.join(", ", refs.stream().map(RefName::text).toList())));
    }
    if (!at.isEmpty()) {
      said.append(
          words.get(
              "history.row.here",
              String.join(", ", at.stream().map(m -> m.states().replace("\n", ", ")).toList())));
    }
    return said.toString();
  }

  private Node subject(Commit commit, List<RefName> refs, List<Marker> at) {
    var line = new HBox(6);
    line.setAlignment(Pos.CENTER_LEFT);
    line.setMinWidth(0);
    refs.stream().limit(NAMES).map(RefTag::new).forEach(line.getChildren()::add);
    rest(line, refs.size() - NAMES, String.join("\n", refs.stream().map(RefName::text).toList()));
    at.stream().limit(NAMES).map(MarkerChip::new).forEach(line.getChildren()::add);
    rest(line, at.size() - NAMES, String.join("\n", at.stream().map(Marker::whole).toList()));
    line.getChildren().add(Texts.cut(Texts.label(commit.subject(), "commit-subject")));
    return line;
  }

  private void rest(HBox line, int more, String all) {
    if (more > 0) {
      var label = Texts.caption(words.get("history.more", more));
      label.setTooltip(new Tooltip(all));
      label.setMinWidth(Region.USE_PREF_SIZE);
      line.getChildren().add(label);
    }
  }
}

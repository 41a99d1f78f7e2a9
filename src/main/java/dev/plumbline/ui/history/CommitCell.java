package dev.plumbline.ui.history;

import dev.plumbline.model.Commit;
import dev.plumbline.ui.kit.Avatar;
import dev.plumbline.ui.kit.Span;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.When;
import dev.plumbline.ui.kit.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A commit in one row: refs and subject, author, when, short id.
final class CommitCell extends ListCell<Commit> {

  static final double AUTHOR = 176;
  static final double WHEN = 100;
  static final double ID = 82;

  /// So many names are shown before the subject; the rest is counted.
  private static final int REFS = 3;

  private final HistoryModel model;
  private final Words words;

  CommitCell(HistoryModel model, Words words) {
    this.model = model;
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
    var refs =
        model.content().get() instanceof HistoryModel.Content.Ready(var loaded)
            ? loaded.refsOf(commit)
            : List.<String>of();
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
            growing(subject(commit, refs)),
            sized(author, AUTHOR),
            sized(when, WHEN),
            sized(Texts.label(commit.shortId(), "commit-id"), ID));
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("commit-row");
    setGraphic(line);
    setId("commit-" + commit.shortId());
    setAccessibleText(
        words.get(
            "history.row.sentence",
            commit.subject(),
            commit.author().name(),
            ago,
            commit.shortId(),
            refs.isEmpty() ? "" : words.get("history.row.refs", String.join(", ", refs))));
  }

  private Node subject(Commit commit, List<String> refs) {
    var line = new HBox(6);
    line.setAlignment(Pos.CENTER_LEFT);
    line.setMinWidth(0);
    refs.stream().limit(REFS).map(RefTag::new).forEach(line.getChildren()::add);
    if (refs.size() > REFS) {
      var more = Texts.caption(words.count("history.refs.more", refs.size() - REFS));
      more.setTooltip(new Tooltip(String.join("\n", refs)));
      more.setMinWidth(Region.USE_PREF_SIZE);
      line.getChildren().add(more);
    }
    line.getChildren().add(Texts.cut(Texts.label(commit.subject(), "commit-subject")));
    return line;
  }

  static Region sized(Node node, double width) {
    var box = new HBox(node);
    box.setAlignment(Pos.CENTER_LEFT);
    box.setMinWidth(width);
    box.setPrefWidth(width);
    box.setMaxWidth(width);
    return box;
  }

  static Region growing(Node node) {
    var box = new HBox(node);
    box.setAlignment(Pos.CENTER_LEFT);
    box.setMinWidth(0);
    box.setPrefWidth(10);
    box.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(box, Priority.ALWAYS);
    return box;
  }
}

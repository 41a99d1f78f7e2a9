package dev.plumbline.ui.history;

import dev.plumbline.model.Commit;
import dev.plumbline.ui.kit.Avatar;
import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.Ems;
import dev.plumbline.ui.kit.Icons;
import dev.plumbline.ui.kit.Keys;
import dev.plumbline.ui.kit.Span;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.When;
import dev.plumbline.ui.kit.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// All of the selected commit: people and ids left, the whole message right.
final class CommitDetail {

  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx");

  private final HistoryModel model;
  private final Words words;
  private final VBox facts = new VBox(10);
  private final VBox message = new VBox(8);
  private final HBox root = new HBox();

  /// From this width on, in px at the usual text size, the files have a column of their own.
  private static final double WIDE = 1180;

  private final Node filesColumn;
  private final Region files;

  CommitDetail(HistoryModel model, ChangedModel changed, Words words) {
    this.model = model;
    this.words = words;
    facts.getStyleClass().add("commit-facts");
    var left = scroll("history-facts", facts);
    left.getStyleClass().add("commit-facts-scroll");
    message.getStyleClass().add("commit-message");
    var right = scroll("history-message", message);
    HBox.setHgrow(right, Priority.ALWAYS);
    root.setId("history-detail");
    root.getStyleClass().add("commit-detail");
    files = new ChangedFiles(changed, words).root();
    var column = new VBox();
    var third = scroll("history-files-scroll", column);
    third.getStyleClass().add("commit-files-scroll");
    filesColumn = third;
    root.getChildren().addAll(left, right);
    Ems.watch(root, w -> place(w, column));
    model.selected().subscribe(c -> draw(c));
    model.content().subscribe(c -> draw(model.selected().get()));
    model.markers().subscribe(m -> draw(model.selected().get()));
  }

  Region root() {
    return root;
  }

  /// Beside the message where there is room, else below it.
  private void place(double width, VBox column) {
    boolean wide = width >= WIDE;
    if (wide != root.getChildren().contains(filesColumn)) {
      if (wide) {
        message.getChildren().remove(files);
        column.getChildren().setAll(files);
        root.getChildren().add(filesColumn);
      } else {
        root.getChildren().remove(filesColumn);
        column.getChildren().clear();
        draw(model.selected().get());
      }
    }
  }

  private static ScrollPane scroll(String id, Node node) {
    var scroll = new ScrollPane(node);
    scroll.setId(id);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    return scroll;
  }

  private void draw(Optional<Commit> selected) {
    boolean ready = model.content().get() instanceof HistoryModel.Content.Ready;
    root.setVisible(ready && selected.isPresent());
    root.setManaged(root.isVisible());
    if (selected.isEmpty()) {
      return;
    }
    var commit = selected.get();
    facts.getChildren().setAll(row("history.detail.author", person(commit.author())));
    if (!commit.author().equals(commit.committer())) {
      facts.getChildren().add(row("history.detail.committer", person(commit.committer())));
    }
    facts.getChildren().add(row("history.detail.id", id(commit)));
    facts.getChildren().add(row("history.detail.parents", parents(commit)));
    var subject = Texts.wrapped(Texts.label(commit.subject(), "commit-headline"));
    subject.setId("history-subject");
    message.getChildren().setAll(subject);
    var refs = model.refsOf(commit);
    var at = model.markers().get().getOrDefault(commit.id(), List.of());
    if (!refs.isEmpty() || !at.isEmpty()) {
      var tags = new FlowPane(6, 6);
      refs.forEach(r -> tags.getChildren().add(new RefTag(r)));
      at.forEach(m -> tags.getChildren().add(new MarkerChip(m)));
      message.getChildren().add(tags);
    }
    message
        .getChildren()
        .add(
            commit.body().isBlank()
                ? Texts.second(words.get("history.detail.no-body"))
                : body(commit.body().strip()));
    if (!root.getChildren().contains(filesColumn)) {
      message.getChildren().add(files);
    }
  }

  private static Label body(String text) {
    var label = Texts.wrapped(Texts.label(text, "commit-body"));
    label.setId("history-body");
    return label;
  }

  private Node row(String key, Node value) {
    var name = Texts.second(words.get(key));
    name.getStyleClass().add("fact-name");
    var row = new HBox(8, name, value);
    HBox.setHgrow(value, Priority.ALWAYS);
    row.setAlignment(Pos.TOP_LEFT);
    return row;
  }

  private Node person(Commit.Person person) {
    var name = Texts.cut(Texts.strong(person.name()));
    var mail = Texts.cut(Texts.second(person.email()));
    var when =
        Texts.cut(
            Texts.second(
                WRITTEN.format(person.time())
                    + " · "
                    + When.ago(
                        person.time().toInstant(), Instant.now(), ZoneId.systemDefault(), words)));
    when.setTooltip(new Tooltip(Span.exact(person.time().toInstant())));
    var text = new VBox(name, mail, when);
    text.setMinWidth(0);
    return new HBox(8, Avatar.of(person.name()), text);
  }

  private Node id(Commit commit) {
    var id = Texts.cutMiddle(Texts.mono(commit.id()));
    id.setId("history-id");
    var copy =
        Buttons.icon(
            "history-copy-id",
            "mdi2c-content-copy",
            words.get("history.copy"),
            () -> HistoryScreen.toClipboard(commit.id()));
    copy.setGraphic(Icons.small("mdi2c-content-copy"));
    copy.setTooltip(new Tooltip(words.get("history.copy") + "  " + Keys.COPY.label()));
    copy.getStyleClass().add("in-row");
    var line = new HBox(4, id, copy);
    line.setAlignment(Pos.CENTER_LEFT);
    line.setMinWidth(0);
    return line;
  }

  private Node parents(Commit commit) {
    if (commit.parents().isEmpty()) {
      return Texts.second(words.get("history.detail.no-parents"));
    }
    var line = new HBox(4);
    line.setAlignment(Pos.CENTER_LEFT);
    for (var parent : commit.parents()) {
      var shortId = parent.substring(0, Math.min(7, parent.length()));
      int row = model.row(parent);
      var known = row < 0 ? Optional.<Commit>empty() : Optional.of(model.commits().get(row));
      line.getChildren()
          .add(known.<Node>map(c -> link(shortId, c)).orElseGet(() -> plain(shortId, parent)));
    }
    return line;
  }

  private Button link(String shortId, Commit commit) {
    var button =
        Buttons.link("history-parent-" + shortId, shortId, () -> model.select(Optional.of(commit)));
    button.getStyleClass().add("id-link");
    button.setAccessibleText(words.get("history.detail.parent", commit.subject()));
    button.setTooltip(new Tooltip(commit.subject()));
    return button;
  }

  private static Label plain(String shortId, String whole) {
    var label = Texts.mono(shortId);
    label.setTooltip(new Tooltip(whole));
    return label;
  }
}

package dev.plumbline.ui.environment;

import dev.plumbline.model.Commit;
import dev.plumbline.model.Origin;
import dev.plumbline.ui.kit.Avatar;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.When;
import dev.plumbline.ui.kit.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Who set a value in Git: the author of the last commit to its file, and the line.
final class GitGutter extends HBox {

  /// Characters of a file name that fit beside the avatar.
  private static final int ROOM = 23;

  private final FieldCard card;
  private final Words words;

  GitGutter(FieldCard card, Words words) {
    super(8);
    this.card = card;
    this.words = words;
    getStyleClass().add("gutter");
    setAlignment(Pos.TOP_LEFT);
    setMinWidth(0);
    show(Optional.empty());
  }

  /// @param change empty while it is not known yet; holding empty when there is none
  void show(Optional<Optional<Commit>> change) {
    if (card.git().isEmpty()) {
      draw(
          Avatar.icon("mdi2a-account-off-outline"),
          strong(words.get("environment.git.nobody")),
          Texts.caption(words.get("environment.git.gone")));
      return;
    }
    if (change.isEmpty() || change.get().isEmpty()) {
      boolean asking = change.isEmpty() && card.origin().isPresent();
      draw(
          Avatar.icon("mdi2s-source-commit"),
          strong(words.get(asking ? "environment.git.asking" : "environment.git.unknown")),
          where());
      return;
    }
    var commit = change.get().get();
    var author = commit.author();
    var id = Texts.label(commit.shortId(), "gutter-id");
    id.setMinWidth(USE_PREF_SIZE);
    var when =
        Texts.cut(
            Texts.caption(
                " · "
                    + When.ago(
                        author.time().toInstant(), Instant.now(), ZoneId.systemDefault(), words)));
    var line = new HBox(id, when);
    line.setAlignment(Pos.CENTER_LEFT);
    Tooltip.install(
        line,
        new Tooltip(
            words.get("environment.git.commit", commit.id(), author.time(), commit.subject())));
    var name = strong(author.name());
    name.setTooltip(new Tooltip(author.name() + " <" + author.email() + ">"));
    draw(Avatar.of(author.name()), name, line, where());
  }

  private void draw(Avatar avatar, javafx.scene.Node... lines) {
    var text = new VBox(lines);
    text.setMinWidth(0);
    HBox.setHgrow(text, Priority.ALWAYS);
    getChildren().setAll(avatar, text);
  }

  private Label where() {
    var origin = card.origin().map(Origin::toString).orElse("");
    var label = Texts.caption(words.get("environment.git.no-line"));
    if (!origin.isEmpty()) {
      label.setText(shorten(origin));
    }
    label.setMinWidth(0);
    label.setTooltip(new Tooltip(origin.isEmpty() ? label.getText() : origin));
    label.setTextOverrun(javafx.scene.control.OverrunStyle.LEADING_ELLIPSIS);
    return label;
  }

  /// As much of the end of a path as there is room for: `base/deployment.yaml:41`.
  static String shorten(String origin) {
    var shown = origin;
    if (origin.length() <= ROOM) {
      return origin;
    }
    while (shown.length() + 2 > ROOM && shown.indexOf('/') >= 0) {
      shown = shown.substring(shown.indexOf('/') + 1);
    }
    return shown.length() == origin.length() ? shown : "…/" + shown;
  }

  private static Label strong(String text) {
    return Texts.cut(Texts.label(text, "gutter-name"));
  }
}

package dev.plumbline.ui.history;

import dev.plumbline.model.Changes;
import dev.plumbline.ui.kit.Banner;
import dev.plumbline.ui.kit.Icons;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Tone;
import dev.plumbline.ui.kit.Words;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The files of the selected commit, one line each; more than fit are counted.
final class ChangedFiles {

  private final Words words;
  private final VBox root = new VBox(4);

  ChangedFiles(ChangedModel model, Words words) {
    this.words = words;
    root.setId("history-files");
    root.getStyleClass().add("commit-files");
    model.changed().subscribe(this::draw);
  }

  Region root() {
    return root;
  }

  private void draw(ChangedModel.Changed changed) {
    root.getChildren().clear();
    switch (changed) {
      case ChangedModel.Changed.Reading _ ->
          root.getChildren().add(Texts.second(words.get("history.files.reading")));
      case ChangedModel.Changed.Failed(var problem) ->
          root.getChildren()
              .add(new Banner("history-files-problem", problem, words, Optional.empty()));
      case ChangedModel.Changed.Known(var changes) -> {
        root.getChildren().add(head(changes));
        changes.files().forEach(f -> root.getChildren().add(line(f)));
        if (changes.more() > 0) {
          root.getChildren()
              .add(
                  Texts.second(
                      words.get("history.files.more", HistoryHeader.number(changes.more()))));
        }
      }
    }
  }

  private Node head(Changes changes) {
    int all = changes.all();
    return Texts.label(
        all == 0
            ? words.get("history.files.none")
            : words.count("history.files", all, HistoryHeader.number(all)),
        "section-head");
  }

  private Node line(Changes.File file) {
    var how =
        words.get(
            switch (file.how()) {
              case ADDED -> "history.files.added";
              case MODIFIED -> "history.files.modified";
              case DELETED -> "history.files.deleted";
            });
    var icon =
        switch (file.how()) {
          case ADDED -> Icons.toned("mdi2p-plus", 14, Tone.SUCCESS);
          case MODIFIED -> Icons.toned("mdi2c-circle-edit-outline", 14, Tone.NEUTRAL);
          case DELETED -> Icons.toned("mdi2m-minus", 14, Tone.DANGER);
        };
    var path = Texts.cutMiddle(Texts.mono(file.path()));
    path.setAccessibleText(how + " " + file.path());
    path.setTooltip(new Tooltip(how + " " + file.path()));
    var line = new HBox(6, icon, path);
    line.setAlignment(Pos.CENTER_LEFT);
    line.setMinWidth(0);
    return line;
  }
}

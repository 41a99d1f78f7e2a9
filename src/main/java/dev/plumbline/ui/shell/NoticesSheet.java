package dev.plumbline.ui.shell;

import dev.plumbline.ui.kit.Age;
import dev.plumbline.ui.kit.Banner;
import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.Card;
import dev.plumbline.ui.kit.EmptyNote;
import dev.plumbline.ui.kit.Place;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The problems that came, the newest first, over the window.
final class NoticesSheet {

  private final Card card;
  private final Button close;

  NoticesSheet(Words words, List<Notices.Notice> notices, Consumer<Place> go, Runnable hide) {
    close = Buttons.icon("notices-close", "mdi2c-close", words.get("shell.close"), hide);
    card =
        new Card(
            "notices",
            Texts.head(words.get("shell.notices")),
            Texts.count(notices.size()),
            Texts.spacer(),
            close);
    card.getStyleClass().addAll("sheet", "notices");
    card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    if (notices.isEmpty()) {
      card.body().getChildren().add(new EmptyNote(words.get("shell.notices.none")));
      return;
    }
    var rows = new VBox();
    for (int i = 0; i < notices.size(); i++) {
      rows.getChildren().add(row(words, notices.get(i), i, go));
    }
    var scroll = new ScrollPane(rows);
    scroll.setId("notices-scroll");
    scroll.setFitToWidth(true);
    scroll.setPrefViewportHeight(420);
    scroll.setAccessibleText(words.get("shell.notices"));
    card.body().getChildren().add(scroll);
  }

  private static Region row(Words words, Notices.Notice notice, int i, Consumer<Place> go) {
    var show =
        notice
            .to()
            .map(place -> {
              var button =
                  Buttons.plain(
                      "notice-show-" + i, words.get("shell.notices.show"), () -> go.accept(place));
              button.setAccessibleText(words.get("shell.notices.show-what", notice.subject()));
              return button;
            });
    var head =
        new HBox(8, Texts.strong(notice.subject()), Texts.spacer(), new Age(notice.at(), words));
    var row = new VBox(4, head, new Banner("notice-" + i, notice.problem(), words, show));
    row.getStyleClass().add("notice");
    return row;
  }

  Region root() {
    return card;
  }

  Button focus() {
    return close;
  }
}

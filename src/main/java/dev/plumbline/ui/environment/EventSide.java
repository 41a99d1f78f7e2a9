package dev.plumbline.ui.environment;

import dev.plumbline.model.ClusterEvent;
import dev.plumbline.ui.kit.Banner;
import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.Columns.Column;
import dev.plumbline.ui.kit.EmptyNote;
import dev.plumbline.ui.kit.Skeleton;
import dev.plumbline.ui.kit.Span;
import dev.plumbline.ui.kit.StateChip;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Tone;
import dev.plumbline.ui.kit.When;
import dev.plumbline.ui.kit.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;

/// What happened to the object and to what it owns, newest first.
final class EventSide implements BottomPanel.Side {

  private final Words words;
  private final LiveModel live;
  private final PanelTable<ClusterEvent> table;
  private final StackPane root = new StackPane();

  EventSide(EnvironmentModel model, PanelModel panel, Words words) {
    this.words = words;
    live = model.live();
    var columns =
        List.of(
            Column.of(words.get("environment.event.time"), 96),
            Column.of(words.get("environment.event.type"), 90),
            Column.of(words.get("environment.event.reason"), 150),
            Column.of(words.get("environment.event.message"), 0),
            Column.of(words.get("environment.event.from"), 176));
    table =
        new PanelTable<>(
            "environment-events",
            words.get("environment.panel.events"),
            columns,
            new PanelTable.Narrow(List.of(0, 1, 2, 4), 2, 3),
            new Rows(),
            e -> panel.go(e.about()));
    live.events().subscribe(this::draw);
  }

  @Override
  public Node root() {
    return root;
  }

  @Override
  public String note() {
    return live.events().get() instanceof LiveModel.Happened.Known k
        ? words.get("environment.event.note", When.time(k.asOf()))
        : "";
  }

  private void draw(LiveModel.Happened happened) {
    switch (happened) {
      case LiveModel.Happened.Loading l -> root.getChildren().setAll(new Skeleton(4));
      case LiveModel.Happened.Failed(var problem) ->
          root.getChildren()
              .setAll(
                  new Banner(
                      "environment-events-problem",
                      problem,
                      words,
                      Optional.of(
                          Buttons.small(
                              "environment-events-again",
                              words.get("environment.live.again"),
                              live::ask))));
      case LiveModel.Happened.Known k when k.events().isEmpty() ->
          root.getChildren().setAll(new EmptyNote(words.get("environment.event.none")));
      case LiveModel.Happened.Known k -> {
        table.show(k.events());
        root.getChildren().setAll(table.root());
      }
    }
  }

  private final class Rows implements PanelTable.Rows<ClusterEvent> {
    @Override
    public List<Node> cells(ClusterEvent e) {
      var time = Texts.mono(e.last().map(Rows::when).orElse(""));
      e.last().ifPresent(t -> time.setTooltip(new Tooltip(Span.exact(t))));
      boolean warning = e.type().equals("Warning");
      Label type =
          warning
              ? new StateChip("mdi2a-alert-outline", Tone.WARNING, e.type(), false)
              : Texts.label(e.type(), "second-text");
      return List.of(
          time,
          type,
          Texts.cut(Texts.label(e.reason(), "second-text")),
          Texts.cut(Texts.label(e.message().replace('\n', ' '), "second-text")),
          Texts.cut(Texts.second(from(e))));
    }

    private static String when(Instant time) {
      var today = Instant.now().atZone(ZoneId.systemDefault()).toLocalDate();
      var then = time.atZone(ZoneId.systemDefault());
      return then.toLocalDate().equals(today) ? When.time(time) : then.toLocalDate().toString();
    }

    private String from(ClusterEvent e) {
      return e.count() > 1 ? words.get("environment.event.times", e.from(), e.count()) : e.from();
    }

    @Override
    public String sentence(ClusterEvent e) {
      return words.get(
          "environment.event.sentence",
          e.type(),
          e.reason(),
          e.about().kind() + " " + e.about().name(),
          e.message(),
          e.last().map(Span::exact).orElse(""),
          from(e));
    }
  }
}

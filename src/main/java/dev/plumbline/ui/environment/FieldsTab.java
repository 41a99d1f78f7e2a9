package dev.plumbline.ui.environment;

import dev.plumbline.drift.Drift;
import dev.plumbline.drift.ResourceDrift.InSync;
import dev.plumbline.engine.EnvironmentView;
import dev.plumbline.model.Commit;
import dev.plumbline.ui.kit.Banner;
import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.Ems;
import dev.plumbline.ui.kit.Icons;
import dev.plumbline.ui.kit.ServerWarnings;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Tone;
import dev.plumbline.ui.kit.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.collections.MapChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// The differences of the selected resource, one card each: Git left, the cluster right, the plumb
/// line between them.
final class FieldsTab {

  /// So many cards are drawn before a person asks for the rest.
  private static final int AT_ONCE = 60;

  /// Below this width the gutters go under their values.
  private static final double NARROW = 760;

  private final EnvironmentModel model;
  private final Words words;
  private final VBox root = new VBox();
  private final HBox columns = new HBox();
  private final VBox content = new VBox();
  private final ScrollPane scroll = new ScrollPane(content);
  private final List<FieldCardNode> cards = new ArrayList<>();

  /// Cards that are made within a layout are not styled: they are made right after it.
  private final PauseTransition settle = new PauseTransition(Duration.millis(20));

  private boolean all;
  private FieldCardNode.Room room = new FieldCardNode.Room(false, FieldCardNode.GUTTER);
  private Optional<Said> said = Optional.empty();

  /// Since when *in sync* is said, and whether it may no longer be true.
  private record Said(Optional<Instant> asOf, boolean stale, List<String> warnings) {}

  FieldsTab(EnvironmentModel model, Words words) {
    this.model = model;
    this.words = words;
    scroll.setId("environment-fields");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    columns.getStyleClass().add("field-columns");
    content.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    root.getChildren().addAll(columns, scroll);
    model
        .detail()
        .fields()
        .subscribe(f -> {
          all = false;
          draw();
        });
    model
        .view()
        .subscribe(v -> {
          columns();
          again(v);
        });
    model.detail().selectedCard().subscribe(i -> select());
    model
        .detail()
        .changes()
        .addListener((MapChangeListener<String, Optional<Commit>>) c -> blame());
    settle.setOnFinished(e -> {
      columns();
      draw();
    });
    Ems.watch(root, this::fit);
  }

  private void fit(double usual) {
    var now =
        new FieldCardNode.Room(
            usual < NARROW, Math.rint(FieldCardNode.GUTTER * root.getWidth() / usual));
    if (!now.equals(room)) {
      room = now;
      settle.playFromStart();
    }
  }

  Region root() {
    return root;
  }

  /// What is in sync says when it was compared: a later comparison, or a lost cluster, changes that
  /// without changing a field.
  private void again(EnvironmentView view) {
    var now = new Said(view.drift().map(Drift::asOf), view.staleSince().isPresent(), remarks());
    var before = said;
    if (before.filter(now::equals).isPresent()) {
      return;
    }
    said = Optional.of(now);
    boolean remarked = before.map(Said::warnings).filter(now.warnings()::equals).isEmpty();
    if (remarked
        || model.detail().fields().get().drift().filter(InSync.class::isInstance).isPresent()) {
      double at = scroll.getVvalue();
      draw();
      scroll.setVvalue(at);
    }
  }

  /// What the server remarked on the object that is shown.
  private List<String> remarks() {
    return model
        .detail()
        .fields()
        .get()
        .drift()
        .flatMap(r -> model.view().get().drift().map(d -> d.warnings(r)))
        .orElse(List.of());
  }

  private Optional<Banner> warnings() {
    return model
        .detail()
        .fields()
        .get()
        .drift()
        .flatMap(r -> ServerWarnings.of("environment-warnings", r.ref(), remarks(), words));
  }

  private void draw() {
    var fields = model.detail().fields().get();
    cards.clear();
    var nodes = new ArrayList<Node>();
    fields.drift().ifPresent(d -> nodes.addAll(new Statement(model, words).of(d)));
    model
        .selected()
        .get()
        .flatMap(Subject::owned)
        .ifPresent(o -> nodes.addAll(new Statement(model, words).of(o)));
    warnings()
        .ifPresent(banner -> {
          VBox.setMargin(banner, new Insets(8, 12, 4, 12));
          nodes.add(banner);
        });
    if (!fields.cards().isEmpty()) {
      nodes.add(counted(fields.cards().size()));
      int shown = all ? fields.cards().size() : Math.min(AT_ONCE, fields.cards().size());
      for (int i = 0; i < shown; i++) {
        int at = i;
        var card =
            new FieldCardNode(
                fields.cards().get(i), i, room, words, () -> model.detail().selectedCard().set(at));
        cards.add(card);
        nodes.add(card);
      }
      if (shown < fields.cards().size()) {
        nodes.add(
            Buttons.link(
                "environment-fields-more",
                words.count("environment.fields.more", fields.cards().size() - shown),
                () -> {
                  all = true;
                  draw();
                }));
      }
    }
    if (!fields.notCounted().isEmpty()) {
      nodes.add(
          section(
              "mdi2e-eye-off-outline",
              Tone.NEUTRAL,
              "environment.section.not-counted",
              fields.notCounted().size(),
              "environment.section.not-counted.rest"));
      fields.notCounted().forEach(c -> nodes.add(new QuietLine(c, words)));
    }
    boolean sides = !fields.cards().isEmpty() || !fields.notCounted().isEmpty();
    columns.setVisible(sides && !room.narrow());
    columns.setManaged(sides && !room.narrow());
    content.getChildren().setAll(nodes);
    scroll.setVvalue(0);
    blame();
    select();
  }

  private HBox counted(int size) {
    return section(
        "mdi2n-not-equal-variant",
        Tone.WARNING,
        "environment.section.counted",
        size,
        "environment.section.counted.rest");
  }

  private HBox section(String icon, Tone tone, String title, int count, String rest) {
    var section =
        new HBox(
            8,
            Icons.toned(icon, 16, tone),
            Texts.head(words.get(title)),
            Texts.count(count),
            Texts.second(words.get(rest)));
    section.setAlignment(Pos.CENTER_LEFT);
    section.getStyleClass().add("field-section");
    return section;
  }

  private void columns() {
    var revision = model.view().get().revision().map(r -> r.shortId()).orElse("");
    var git =
        new HBox(
            4,
            column(revision.isEmpty() ? "environment.column.git" : "environment.column.git-at"),
            id(revision));
    git.setAlignment(Pos.CENTER_LEFT);
    var setInGit = column("environment.column.git-by");
    setInGit.setTooltip(new Tooltip(words.get("environment.column.git-by.exactly")));
    columns
        .getChildren()
        .setAll(
            gutter(setInGit),
            value(git),
            middle(),
            value(column("environment.column.live")),
            gutter(column("environment.column.live-by")));
    columns.setAlignment(Pos.CENTER_LEFT);
  }

  private Label column(String key) {
    return Texts.label(words.get(key), "column-head");
  }

  private static Label id(String text) {
    return Texts.label(text, "column-id");
  }

  private HBox gutter(Node node) {
    var box = new HBox(node);
    box.setMinWidth(room.gutter());
    box.setPrefWidth(room.gutter());
    box.setMaxWidth(room.gutter());
    box.setAlignment(Pos.CENTER_LEFT);
    box.getStyleClass().add("gutter-head");
    return box;
  }

  private static HBox value(Node node) {
    var box = new HBox(node);
    box.setMinWidth(0);
    box.setPrefWidth(10);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(box, Priority.ALWAYS);
    return box;
  }

  private static Region middle() {
    var region = new Region();
    region.setMinWidth(40);
    region.setMaxWidth(40);
    return region;
  }

  private void blame() {
    cards.forEach(c -> c.blame(model.detail().changes()));
  }

  private void select() {
    int at = model.detail().selectedCard().get();
    if (at >= cards.size() && !all && at < model.detail().cards().size()) {
      all = true;
      draw();
      return;
    }
    for (int i = 0; i < cards.size(); i++) {
      cards.get(i).select(i == at);
    }
    if (at > 0 && at < cards.size()) {
      reveal(cards.get(at));
    }
  }

  private void reveal(Region card) {
    scroll.applyCss();
    scroll.layout();
    var inside = card.getBoundsInParent();
    double hidden = content.getHeight() - scroll.getViewportBounds().getHeight();
    double top = scroll.getVvalue() * hidden;
    double bottom = top + scroll.getViewportBounds().getHeight();
    if (hidden > 0 && (inside.getMinY() < top || inside.getMaxY() > bottom)) {
      scroll.setVvalue(Math.clamp((inside.getMinY() - 40) / hidden, 0, 1));
    }
  }

  private void key(KeyEvent event) {
    boolean moved =
        switch (event.getCode()) {
          case DOWN -> model.detail().move(1);
          case UP -> model.detail().move(-1);
          default -> false;
        };
    if (moved) {
      cards.get(model.detail().selectedCard().get()).requestFocus();
      event.consume();
    }
  }
}

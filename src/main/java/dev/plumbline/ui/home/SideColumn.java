package dev.plumbline.ui.home;

import dev.plumbline.engine.Session;
import dev.plumbline.engine.Work;
import dev.plumbline.plan.StepResult;
import dev.plumbline.plan.SyncRecord;
import dev.plumbline.ui.kit.Age;
import dev.plumbline.ui.kit.Banner;
import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.Card;
import dev.plumbline.ui.kit.EmptyNote;
import dev.plumbline.ui.kit.Icons;
import dev.plumbline.ui.kit.Nav;
import dev.plumbline.ui.kit.Place;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Tone;
import dev.plumbline.ui.kit.Words;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// At the right of Home: the open repository, and what was just done.
final class SideColumn {

  private static final PseudoClass WIDE = PseudoClass.getPseudoClass("wide");

  private final Words words;
  private final HomeModel model;
  private final VBox fetched = new VBox();
  private final Button read;
  private final Button fetch;
  private final Card repository;
  private final Card done;
  private final WholeRows records = new WholeRows();
  private final VBox root;

  SideColumn(HomeModel model, Words words, Nav nav) {
    this.words = words;
    this.model = model;
    fetched.getStyleClass().add("facts-end");
    read = Buttons.link("repository-read", words.get("home.repository.read"), model::refresh);
    fetch = Buttons.link("repository-fetch", words.get("home.repository.fetch"), model::fetch);
    repository =
        new Card(
            "repository",
            Texts.head(words.get("home.repository")),
            Texts.spacer(),
            read,
            fetch,
            Buttons.link(
                "repository-other",
                words.get("home.repository.other"),
                nav.own().orElse(model::another)));
    done =
        new Card(
            "just-done",
            Texts.head(words.get("home.done")),
            Texts.spacer(),
            Buttons.link(
                "just-done-all", words.get("home.done.all"), () -> nav.go(new Place.Activity())));
    root = new VBox(12, repository, done);
    root.getStyleClass().add("side-column");
    repository.setMinHeight(Region.USE_PREF_SIZE);
    VBox.setVgrow(records, Priority.ALWAYS);
    VBox.setVgrow(done, Priority.ALWAYS);
    model.fetching().subscribe(v -> fetched(model.content().get().overview()));
  }

  Region root() {
    return root;
  }

  /// Takes the whole width when it stands below.
  void wide(boolean wide) {
    root.pseudoClassStateChanged(WIDE, wide);
  }

  void show(HomeModel.Content content) {
    shown(fetch, content.overview().remote().isPresent());
    shown(read, content.overview().remote().isEmpty());
    repository.body().getChildren().setAll(facts(content.overview()), fetched);
    fetched(content.overview());
    records.show(content.done().stream().map(this::record).toList());
    done.body()
        .getChildren()
        .setAll(content.done().isEmpty() ? new EmptyNote(words.get("home.done.none")) : records);
  }

  private void fetched(Session.Overview overview) {
    var view = model.fetching().get();
    shown(fetched, overview.remote().isPresent());
    fetch.setDisable(view.filter(Work.View::running).isPresent());
    fetched
        .getChildren()
        .setAll(
            view.map(this::fetched)
                .orElseGet(() -> List.of(line(words.get("home.fetch.not-yet")))));
  }

  private List<Node> fetched(Work.View view) {
    if (view.running()) {
      var far = view.total() > 0 ? words.get("home.clone.of", view.done(), view.total()) : "";
      var row = line(view.doing().isEmpty() ? words.get("home.fetching") : view.doing());
      row.getChildren()
          .addAll(
              Texts.spacer(),
              Texts.second(far),
              Buttons.link("fetch-cancel", words.get("home.fetch.cancel"), model::stopFetch));
      return List.of(row);
    }
    return view.problem()
        .<List<Node>>map(p ->
            List.of(
                new Banner(
                    "fetch-problem",
                    p,
                    words,
                    Optional.of(
                        Buttons.small(
                            "fetch-again", words.get("home.clone.again"), model::fetch)))))
        .orElseGet(() ->
            List.of(
                new HBox(
                    8,
                    Icons.small("mdi2c-cloud-check-outline"),
                    new Age(view.ended().orElse(view.started()), words, "home.fetched"))));
  }

  private static HBox line(String text) {
    var row = new HBox(8, Icons.small("mdi2c-cloud-sync-outline"), Texts.cut(Texts.second(text)));
    row.setAlignment(Pos.CENTER_LEFT);
    row.setMinHeight(22);
    return row;
  }

  private static void shown(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private Node facts(Session.Overview overview) {
    var box = new VBox(4);
    box.getStyleClass().add("facts");
    overview
        .repository()
        .ifPresent(r ->
            box.getChildren()
                .add(fact("mdi2f-folder-outline", "home.repository.folder", r.toString())));
    if (!overview.branch().isEmpty()) {
      box.getChildren()
          .add(
              fact(
                  "mdi2s-source-branch",
                  "home.repository.tip",
                  words.get("home.repository.at", overview.branch(), overview.tip())));
    }
    box.getChildren()
        .add(
            fact(
                "mdi2c-cloud-outline",
                "home.repository.remote",
                overview.remote().orElseGet(() -> words.get("home.repository.no-remote"))));
    return box;
  }

  private Node fact(String icon, String word, String text) {
    var value = Texts.cutMiddle(Texts.mono(text));
    value.setAccessibleText(words.get(word) + ": " + text);
    var row = new HBox(8, Icons.small(icon), value);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setMinHeight(22);
    return row;
  }

  private Node record(SyncRecord record) {
    var icon = icon(record);
    var title =
        new HBox(
            4,
            Texts.cut(Texts.strong(record.environment().replace("/", " / "))),
            Texts.cut(
                Texts.body(
                    words.get(
                        verb(record),
                        record.revision().substring(0, Math.min(7, record.revision().length()))))),
            Texts.spacer(),
            new Age(record.ended(), words));
    title.setAlignment(Pos.CENTER_LEFT);
    long steps =
        record.steps().stream().filter(s -> s.outcome() == StepResult.Outcome.DONE).count();
    var who = record.gitIdentity().map(i -> i.replaceFirst("\\s*<.*", "")).orElse(record.osUser());
    var second =
        Texts.cut(Texts.second(words.get("home.done.what", steps, record.steps().size(), who)));
    var text = new VBox(title, second);
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMinWidth(0);
    var row = new HBox(8, icon, text);
    row.getStyleClass().addAll("row", "side-item");
    row.setAlignment(Pos.TOP_LEFT);
    return row;
  }

  private static Node icon(SyncRecord record) {
    return switch (record.outcome()) {
      case "done" -> Icons.toned("mdi2c-check-circle-outline", 16, Tone.SUCCESS);
      case "cancelled", "refused" -> Icons.toned("mdi2c-cancel", 16, Tone.WARNING);
      case "partial" ->
          Icons.toned(
              "mdi2c-circle-half-full",
              16,
              record.steps().stream().anyMatch(s -> s.outcome() == StepResult.Outcome.FAILED)
                  ? Tone.DANGER
                  : Tone.WARNING);
      default -> Icons.toned("mdi2c-close-octagon-outline", 16, Tone.DANGER);
    };
  }

  private static String verb(SyncRecord record) {
    if (record.verb().equals("dry-run")) {
      return "home.done.dry-run";
    }
    return switch (record.outcome()) {
      case "done" -> "home.done.synced";
      case "partial" -> "home.done.partial";
      case "cancelled" -> "home.done.cancelled";
      case "refused" -> "home.done.refused";
      default -> "home.done.failed";
    };
  }
}

package dev.plumbline.ui.activity;

import dev.plumbline.plan.StepResult;
import dev.plumbline.plan.SyncRecord;
import dev.plumbline.ui.kit.Avatar;
import dev.plumbline.ui.kit.Banner;
import dev.plumbline.ui.kit.Columns;
import dev.plumbline.ui.kit.Columns.Column;
import dev.plumbline.ui.kit.Icons;
import dev.plumbline.ui.kit.OpenRow;
import dev.plumbline.ui.kit.ServerWarnings;
import dev.plumbline.ui.kit.Span;
import dev.plumbline.ui.kit.StateChip;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Tone;
import dev.plumbline.ui.kit.When;
import dev.plumbline.ui.kit.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The table of records; each opens to its steps.
final class Records {

  private static final int SHOWN = 200;

  private final Words words;
  private final Columns wide;
  private final Columns few;
  private boolean narrow;
  private final VBox root = new VBox();
  private final VBox rows = new VBox();
  private final Set<String> open = new HashSet<>();
  private List<SyncRecord> records = List.of();

  Records(Words words) {
    this.words = words;
    wide =
        new Columns(
            Column.of("", 34),
            Column.of(words.get("activity.col.time"), 104),
            Column.of(words.get("activity.col.who"), 176),
            Column.of(words.get("activity.col.verb"), 92),
            Column.of(words.get("activity.col.what"), 0),
            Column.of(words.get("activity.col.commit"), 84),
            Column.of(words.get("activity.col.outcome"), 150),
            Column.right(words.get("activity.col.took"), 92));
    few =
        new Columns(
            Column.of("", 34),
            Column.of(words.get("activity.col.time"), 104),
            Column.of(words.get("activity.col.what"), 0),
            Column.of(words.get("activity.col.outcome"), 130),
            Column.right(words.get("activity.col.took"), 84));
    root.getChildren().addAll(wide.heads(), rows);
  }

  /// Whether only the columns that tell most are shown; who and which verb then stand with what.
  ///
  /// @return whether that changed
  boolean narrow(boolean now) {
    if (now == narrow) {
      return false;
    }
    narrow = now;
    root.getChildren().set(0, (narrow ? few : wide).heads());
    return true;
  }

  boolean narrow() {
    return narrow;
  }

  Region root() {
    return root;
  }

  void show(List<SyncRecord> now) {
    records = now;
    rows.getChildren().clear();
    now.stream().limit(SHOWN).forEach(r -> rows.getChildren().add(row(r)));
    if (now.size() > SHOWN) {
      var more = new HBox(Texts.second(words.get("activity.more", now.size() - SHOWN)));
      more.getStyleClass().addAll("row", "row-32", "padded");
      rows.getChildren().add(more);
    }
  }

  private Node row(SyncRecord record) {
    var line = RecordLine.of(record, words);
    boolean unfolded = open.contains(record.id());
    var time = Texts.mono(When.brief(record.started(), Instant.now(), ZoneId.systemDefault()));
    time.setTooltip(new Tooltip(Span.exact(record.started())));
    var said = narrow ? String.join(" · ", line.what(), line.verb(), line.who()) : line.what();
    var environment = Texts.strong(line.environment());
    environment.setMinWidth(Region.USE_PREF_SIZE);
    var what = new HBox(6, environment, Texts.cut(Texts.second(said)));
    what.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    Node fold = Icons.of(unfolded ? "mdi2c-chevron-down" : "mdi2c-chevron-right");
    Node outcome = new StateChip(line.icon(), line.tone(), line.outcome(), line.loud());
    Node took = Texts.second(Span.took(line.took(), words));
    var row =
        narrow
            ? few.row(List.of(fold, time, what, outcome, took))
            : wide.row(
                List.of(
                    fold,
                    time,
                    who(line.who()),
                    Texts.body(line.verb()),
                    what,
                    Texts.label(line.commit(), "commit-id"),
                    outcome,
                    took));
    row.getStyleClass().add("row-32");
    var sentence =
        line.sentence() + ". " + words.get(unfolded ? "activity.unfolded" : "activity.folded");
    OpenRow.of(
        row,
        "record-" + record.id().replaceAll("[^A-Za-z0-9-]", "-"),
        sentence,
        () -> fold(record));
    return unfolded ? new VBox(row, details(record)) : row;
  }

  private static Node who(String name) {
    var box = new HBox(6, Avatar.of(name), Texts.cut(Texts.body(name)));
    box.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    box.setMinWidth(0);
    return box;
  }

  private void fold(SyncRecord record) {
    if (!open.remove(record.id())) {
      open.add(record.id());
    }
    dev.plumbline.ui.kit.Refocus.around(rows, () -> show(records));
  }

  private Node details(SyncRecord record) {
    var box = new VBox(2);
    box.getStyleClass().add("record-details");
    box.getChildren()
        .add(
            fact(
                "activity.fact.cluster",
                record.cluster().name()
                    + " · "
                    + record.cluster().context()
                    + " · "
                    + record.cluster().server()));
    box.getChildren()
        .add(
            fact(
                "activity.fact.by",
                String.join(
                    " · ",
                    java.util.stream.Stream.of(
                            record.gitIdentity(),
                            Optional.of(record.osUser()),
                            record.clusterUser())
                        .flatMap(Optional::stream)
                        .toList())));
    record.reason().ifPresent(r -> box.getChildren().add(fact("activity.fact.reason", r)));
    record.message().ifPresent(m -> box.getChildren().add(fact("activity.fact.message", m)));
    for (var step : record.steps()) {
      box.getChildren().add(step(step, record.verb().equals("dry-run")));
      step.problem()
          .ifPresent(p ->
              box.getChildren()
                  .add(
                      new Banner(
                          "record-problem-" + step.ref().name(), p, words, Optional.empty())));
      ServerWarnings.of("record-warnings-" + step.ref().name(), step.ref(), step.warnings(), words)
          .ifPresent(box.getChildren()::add);
    }
    return box;
  }

  private Node fact(String word, String text) {
    var name = Texts.second(words.get(word));
    name.setMinWidth(104);
    var row = new HBox(8, name, Texts.cut(Texts.label(text, "second-text")));
    row.getStyleClass().add("record-fact");
    return row;
  }

  /// What a dry-run asked is accepted, not done, and took no time of its own.
  private Node step(StepResult step, boolean asked) {
    var icon =
        switch (step.outcome()) {
          case DONE -> Icons.toned("mdi2c-check-circle-outline", 14, Tone.SUCCESS);
          case FAILED -> Icons.toned("mdi2c-close-octagon-outline", 14, Tone.DANGER);
          case NOT_RUN -> Icons.toned("mdi2m-minus-circle-outline", 14, Tone.NEUTRAL);
        };
    var word =
        switch (step.outcome()) {
          case DONE ->
              words.get(
                  asked ? "activity.step.accepted" : "activity.step.done", action(step.action()));
          case FAILED -> words.get("activity.step.failed", action(step.action()));
          case NOT_RUN -> words.get("activity.step.not-run");
        };
    var said = Texts.second(word);
    said.setMinWidth(104);
    Label object = Texts.mono(step.ref().toString());
    var row =
        new HBox(
            8,
            icon,
            said,
            Texts.cut(object),
            Texts.spacer(),
            Texts.second(
                asked || step.outcome() == StepResult.Outcome.NOT_RUN
                    ? ""
                    : Span.took(step.took(), words)));
    row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    row.getStyleClass().add("record-step");
    return row;
  }

  private String action(String action) {
    return switch (action) {
      case "create" -> words.get("activity.action.create");
      case "change" -> words.get("activity.action.change");
      default -> words.get("activity.action.await-crd");
    };
  }
}

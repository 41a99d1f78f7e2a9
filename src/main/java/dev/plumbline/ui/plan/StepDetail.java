package dev.plumbline.ui.plan;

import dev.plumbline.drift.FieldChange;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.StepResult;
import dev.plumbline.plan.SyncPlan;
import dev.plumbline.ui.kit.Banner;
import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.Icons;
import dev.plumbline.ui.kit.Keys;
import dev.plumbline.ui.kit.KindIcons;
import dev.plumbline.ui.kit.ServerWarnings;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Tone;
import dev.plumbline.ui.kit.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The selected step: which fields it writes, who else writes there, and what became of it.
final class StepDetail {

  private final PlanModel model;
  private final Words words;
  private final HBox head = new HBox(8);
  private final VBox content = new VBox();
  private final VBox root = new VBox();

  StepDetail(PlanModel model, Words words) {
    this.model = model;
    this.words = words;
    var scroll = new ScrollPane(content);
    scroll.setId("plan-detail-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    head.getStyleClass().add("detail-head");
    head.setAlignment(Pos.CENTER_LEFT);
    root.setId("plan-detail");
    root.getStyleClass().add("step-detail");
    root.getChildren().addAll(head, scroll);
    model.selected().subscribe(s -> draw(s));
  }

  Region root() {
    return root;
  }

  private void draw(Optional<PlanLine> line) {
    head.getChildren().clear();
    content.getChildren().clear();
    line.flatMap(PlanLine::ref).ifPresent(this::drawHead);
    line.ifPresent(l -> {
      switch (l) {
        case PlanLine.Head h -> {}
        case PlanLine.LeftOutHead h -> {}
        case PlanLine.Line(Step step, var now, var result) -> {
          result.flatMap(r -> r.problem()).ifPresent(this::said);
          drawStep(step);
          warnings(step.ref(), result.map(StepResult::warnings).orElse(List.of()));
        }
        case PlanLine.LeftOut(SyncPlan.LeftOut out) -> {
          leftOut(out.problem());
          warnings(out.ref(), List.of());
        }
      }
    });
  }

  private void drawHead(ResourceRef ref) {
    var title = Texts.cutMiddle(Texts.head(ref.kind() + " " + ref.name()));
    title.setId("plan-selected");
    head.getChildren()
        .addAll(
            Icons.of(KindIcons.of(ref.kind())),
            title,
            Texts.spacer(),
            arrow("plan-previous", "mdi2a-arrow-up", Keys.PREVIOUS_DIFFERENCE, -1),
            arrow("plan-next", "mdi2a-arrow-down", Keys.NEXT_DIFFERENCE, 1));
  }

  private Node arrow(String id, String icon, Keys key, int step) {
    var name = words.get(step > 0 ? "plan.next" : "plan.previous");
    var button = Buttons.icon(id, icon, name, () -> model.move(step));
    button.setTooltip(new Tooltip(name + "  " + key.label()));
    return button;
  }

  private void drawStep(Step step) {
    switch (step) {
      case Step.Apply a -> {
        var where = facts(a.ref());
        if (a.action() == Step.Action.CREATE) {
          section("plan.detail.what", sentence("plan.detail.create"), where);
          return;
        }
        var fields = a.fields().stream().<Node>map(f -> new FieldPair(f, words)).toList();
        var box = new VBox(7);
        box.getChildren().setAll(fields);
        section("plan.detail.fields", box);
        happens(model.risk(a));
        writers(a.fields());
        section("plan.detail.where", where);
      }
      case Step.AwaitCrd a ->
          section("plan.detail.what", sentence("plan.detail.wait"), facts(a.ref()));
    }
  }

  private void happens(Risk risk) {
    switch (risk) {
      case Risk.None n -> {}
      case Risk.Restarts r -> {
        var said =
            r.pods()
                .map(n -> words.count("plan.detail.restarts", n))
                .orElseGet(() -> words.get("plan.detail.restarts-its"));
        section("plan.detail.happens", Texts.wrapped(Texts.label(said, "detail-text")));
      }
    }
  }

  private Node facts(ResourceRef ref) {
    return Texts.wrapped(
        Texts.second(
            ref.namespace().isEmpty()
                ? words.get("plan.detail.cluster-wide", ref.apiVersion())
                : words.get("plan.detail.namespaced", ref.apiVersion(), ref.namespace())));
  }

  private Node sentence(String key) {
    return Texts.wrapped(Texts.label(words.get(key), "detail-text"));
  }

  private void writers(List<FieldChange> fields) {
    var writers = Writer.of(fields);
    if (writers.isEmpty()) {
      return;
    }
    var box = new VBox(4);
    for (var writer : writers) {
      var owner = writer.owner();
      var name = Texts.cut(Texts.mono(owner.manager()));
      var line =
          Texts.wrapped(
              Texts.second(
                  words.get(
                      "plan.detail.writer",
                      String.join(", ", writer.fields()),
                      owner.operation(),
                      owner.time().map(StepDetail::when).orElse(""))));
      box.getChildren().add(new VBox(name, line));
    }
    section("plan.detail.writers", box);
  }

  private static String when(String time) {
    try {
      return ", "
          + java.time.format.DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
              .format(Instant.parse(time).atZone(ZoneId.systemDefault()));
    } catch (DateTimeParseException e) {
      return ", " + time;
    }
  }

  private void leftOut(Problem problem) {
    var banner =
        new Banner(
            "plan-left-out-reason",
            Tone.UNKNOWN,
            problem.what(),
            Banner.rest(problem),
            problem.detail(),
            List.of());
    section("plan.detail.left-out", banner, sentence("plan.detail.left-out.rest"));
  }

  private void said(Problem problem) {
    section("plan.detail.said", new Banner("plan-step-problem", problem, words, Optional.empty()));
  }

  /// What the server remarked when the plan was computed, and what more when the step ran.
  private void warnings(ResourceRef ref, List<String> running) {
    var all = new LinkedHashSet<String>();
    model.review().get().shown().ifPresent(p -> all.addAll(p.warnings(ref)));
    all.addAll(running);
    ServerWarnings.of("plan-warnings", ref, List.copyOf(all), words)
        .ifPresent(banner -> section("plan.detail.remarked", banner));
  }

  private void section(String title, Node... nodes) {
    var box = new VBox(6, Texts.label(words.get(title), "section-head"));
    box.getChildren().addAll(nodes);
    box.getStyleClass().add("detail-section");
    content.getChildren().add(box);
  }
}

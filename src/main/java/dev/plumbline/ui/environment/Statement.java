package dev.plumbline.ui.environment;

import dev.plumbline.drift.Drift;
import dev.plumbline.drift.ResourceDrift;
import dev.plumbline.ui.kit.Banner;
import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.Icons;
import dev.plumbline.ui.kit.Mark;
import dev.plumbline.ui.kit.Span;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.When;
import dev.plumbline.ui.kit.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What there is to say of a resource that has no fields to compare, in whole sentences.
final class Statement {

  private final EnvironmentModel model;
  private final Words words;

  Statement(EnvironmentModel model, Words words) {
    this.model = model;
    this.words = words;
  }

  List<Node> of(ResourceDrift drift) {
    return switch (drift) {
      case ResourceDrift.Changed c -> List.of();
      case ResourceDrift.InSync s -> List.of(inSync());
      case ResourceDrift.OnlyInGit g -> onlyInGit(g);
      case ResourceDrift.OnlyInCluster c ->
          List.of(
              said(
                  Mark.ONLY_IN_CLUSTER,
                  words.get("environment.said.only-in-cluster"),
                  words.get("environment.said.only-in-cluster.rest", c.uid())));
      case ResourceDrift.Unknown u -> unknown(u);
    };
  }

  /// What there is to say of an object that Git does not declare.
  List<Node> of(dev.plumbline.model.Owned owned) {
    return List.of(
        said(
            Mark.NOT_COMPARED,
            words.get("environment.said.owned", owned.owner().kind() + " " + owned.owner().name()),
            words.get("environment.said.owned.rest")));
  }

  private Node inSync() {
    boolean stale = model.view().get().staleSince().isPresent();
    return said(
        stale ? Mark.STALE : Mark.IN_SYNC,
        words.get(stale ? "environment.said.was-in-sync" : "environment.said.in-sync"),
        asOf()
            .map(t ->
                words.get(
                    stale ? "environment.said.was-in-sync.rest" : "environment.said.in-sync.rest",
                    t))
            .orElse(""));
  }

  private List<Node> onlyInGit(ResourceDrift.OnlyInGit g) {
    var nodes = new ArrayList<Node>();
    nodes.add(
        said(
            Mark.ONLY_IN_GIT,
            words.get("environment.said.only-in-git"),
            g.waitingFor()
                .map(w -> words.get("environment.said.only-in-git.waits", w))
                .orElseGet(() -> words.get("environment.said.only-in-git.rest"))));
    var yaml = new YamlTab(model.detail(), words, "environment-creates").root();
    yaml.getStyleClass().add("creates");
    yaml.setPrefHeight(460);
    nodes.add(yaml);
    return nodes;
  }

  private List<Node> unknown(ResourceDrift.Unknown u) {
    var nodes = new ArrayList<Node>();
    var problem = u.problem();
    var banner =
        new Banner(
            "environment-unknown",
            dev.plumbline.ui.kit.Tone.UNKNOWN,
            problem.what(),
            (Banner.rest(problem) + " " + words.get("environment.said.unknown.rest")).strip(),
            problem.detail(),
            List.of(
                Buttons.small(
                    "environment-unknown-again", words.get("environment.again"), model::compare)));
    VBox.setMargin(banner, new Insets(12, 12, 0, 12));
    nodes.add(banner);
    u.lastKnown()
        .ifPresent(word -> {
          var when = u.asOf().map(t -> When.time(t)).orElse("");
          var line =
              said(
                  Mark.STALE,
                  words.get("environment.said.last-known", words.get("environment.was." + word)),
                  when.isEmpty() ? "" : words.get("environment.said.last-known.rest", when));
          u.asOf()
              .ifPresent(t ->
                  javafx.scene.control.Tooltip.install(
                      line, new javafx.scene.control.Tooltip(Span.exact(t))));
          nodes.add(line);
        });
    return nodes;
  }

  private Optional<String> asOf() {
    return model.view().get().drift().map(Drift::asOf).map(When::time);
  }

  private static Node said(Mark mark, String what, String rest) {
    var first = Texts.wrapped(Texts.head(what));
    var second = Texts.wrapped(Texts.second(rest));
    var text = new VBox(2, first);
    if (!rest.isEmpty()) {
      text.getChildren().add(second);
    }
    var line = new HBox(8, Icons.toned(mark.icon(), 16, mark.tone()), text);
    line.setAlignment(Pos.TOP_LEFT);
    line.getStyleClass().add("statement");
    line.setAccessibleText(what + " " + rest);
    return line;
  }
}

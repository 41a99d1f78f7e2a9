package dev.plumbline.ui.environment;

import dev.plumbline.drift.Drift;
import dev.plumbline.engine.EnvironmentView;
import dev.plumbline.model.KubeContext;
import dev.plumbline.model.Problem;
import dev.plumbline.ui.kit.Banner;
import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.Nav;
import dev.plumbline.ui.kit.Place;
import dev.plumbline.ui.kit.Tone;
import dev.plumbline.ui.kit.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// What stands between the header and the list: why the environment could not be compared, what was
/// not read, and the choice of a context. What is known stays below.
final class Notices {

  /// So many problems have a banner of their own; the rest is counted until it is asked for.
  private static final int SHOWN = 2;

  private final EnvironmentModel model;
  private final Words words;
  private final Nav nav;
  private final VBox root = new VBox(8);
  private boolean all;

  Notices(EnvironmentModel model, Words words, Nav nav) {
    this.model = model;
    this.words = words;
    this.nav = nav;
    root.setId("environment-notices");
    root.getStyleClass().add("notices");
    model.view().subscribe(v -> draw());
    model.mapping().subscribe(p -> draw());
    model.connecting().subscribe(c -> draw());
  }

  Node root() {
    return root;
  }

  private void draw() {
    var view = model.view().get();
    var nodes = new ArrayList<Node>();
    if (view.phase() == EnvironmentView.Phase.UNMAPPED) {
      nodes.add(choice(view));
    }
    model.mapping().get().ifPresent(p -> nodes.add(banner("environment-mapping-problem", p)));
    var both = new LinkedHashSet<>(view.problems());
    view.drift().map(Drift::problems).ifPresent(both::addAll);
    var problems = List.copyOf(both);
    int shown = all ? problems.size() : Math.min(SHOWN, problems.size());
    for (int i = 0; i < shown; i++) {
      nodes.add(banner("environment-problem-" + i, problems.get(i)));
    }
    if (shown < problems.size()) {
      nodes.add(
          Buttons.link(
              "environment-problems-more",
              words.count("environment.problems.more", problems.size() - shown),
              () -> {
                all = true;
                draw();
              }));
    }
    root.getChildren().setAll(nodes);
    root.setVisible(!nodes.isEmpty());
    root.setManaged(!nodes.isEmpty());
  }

  private Banner banner(String id, Problem problem) {
    var again =
        problem instanceof Problem.Cancelled || model.view().get().problems().contains(problem)
            ? Optional.of(
                Buttons.small(id + "-again", words.get("environment.again"), model::compare))
            : Optional.<Button>empty();
    return new Banner(id, problem, words, again);
  }

  /// No context stands for the cluster: which one does is asked once and remembered.
  private Banner choice(EnvironmentView view) {
    var contexts = model.contexts();
    var cluster = view.environment().cluster();
    if (contexts.isEmpty()) {
      var why = model.contextProblems().stream().map(Problem::sentence).findFirst().orElse("");
      return new Banner(
          "environment-unmapped",
          Tone.ACCENT,
          words.get("environment.unmapped.what", cluster),
          words.get("environment.unmapped.none"),
          why,
          List.of(
              Buttons.small(
                  "environment-settings",
                  words.get("environment.unmapped.settings"),
                  () -> nav.go(new Place.Settings()))));
    }
    var combo = new ComboBox<KubeContext>();
    combo.setId("environment-context");
    combo.setAccessibleText(words.get("environment.unmapped.context"));
    combo.setConverter(new ContextName());
    combo.getItems().setAll(contexts);
    combo.setPromptText(words.get("environment.unmapped.choose"));
    contexts.stream()
        .filter(c -> c.name().equals(cluster) || c.cluster().equals(cluster))
        .findFirst()
        .ifPresent(combo::setValue);
    boolean busy = model.connecting().get();
    var use =
        Buttons.small(
            "environment-use-context",
            words.get(busy ? "environment.unmapped.connecting" : "environment.unmapped.use"),
            () -> model.choose(combo.getValue()));
    use.disableProperty().bind(combo.valueProperty().isNull().or(new SimpleBooleanProperty(busy)));
    combo.setDisable(busy);
    var banner =
        new Banner(
            "environment-unmapped",
            Tone.ACCENT,
            words.get("environment.unmapped.what", cluster),
            words.get("environment.unmapped.rest"),
            "",
            List.of(use));
    banner.getChildren().add(banner.getChildren().size() - 1, combo);
    return banner;
  }

  private static final class ContextName extends StringConverter<KubeContext> {
    @Override
    public String toString(KubeContext context) {
      return context == null ? "" : context.name();
    }

    @Override
    public KubeContext fromString(String text) {
      throw new UnsupportedOperationException("contexts are chosen, not typed");
    }
  }
}

package dev.plumbline.ui.home;

import dev.plumbline.engine.EnvironmentView;
import dev.plumbline.engine.EnvironmentView.Phase;
import dev.plumbline.model.Problem;
import dev.plumbline.ui.kit.Age;
import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.Condition;
import dev.plumbline.ui.kit.EdgeBar;
import dev.plumbline.ui.kit.Needs;
import dev.plumbline.ui.kit.OpenRow;
import dev.plumbline.ui.kit.Span;
import dev.plumbline.ui.kit.StateChip;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// An environment in the matrix: edge; state and age above, what was compared and the commit below.
final class MatrixCell {

  private final EnvironmentView view;
  private final Words words;
  private final Consumer<String> compare;
  private final Consumer<String> look;

  private MatrixCell(
      EnvironmentView view, Words words, Consumer<String> compare, Consumer<String> look) {
    this.view = view;
    this.words = words;
    this.compare = compare;
    this.look = look;
  }

  static Region of(
      EnvironmentView view, Words words, Consumer<String> compare, Consumer<String> look) {
    return new MatrixCell(view, words, compare, look).cell();
  }

  private Region cell() {
    var name = view.environment().name();
    var condition = Condition.of(view, words);
    var top = new HBox(8, new StateChip(condition.mark(), condition.word()), Texts.spacer());
    top.setAlignment(Pos.CENTER_LEFT);
    condition.asOf().ifPresent(i -> top.getChildren().add(new Age(i, words)));
    var bottom = new HBox(8, facts(), Texts.spacer());
    bottom.setAlignment(Pos.CENTER_LEFT);
    view.revision()
        .ifPresent(r -> {
          var id = Texts.label(r.shortId(), "mono");
          id.getStyleClass().add("muted");
          id.setMinWidth(Region.USE_PREF_SIZE);
          bottom.getChildren().add(id);
        });
    var inside = new VBox(1, top, bottom);
    inside.setAlignment(Pos.CENTER_LEFT);
    inside.getStyleClass().add("matrix-inside");
    HBox.setHgrow(inside, Priority.ALWAYS);
    inside.setMinWidth(0);
    var edge = new EdgeBar(condition.mark());
    var box = new HBox(edge, inside);
    box.getStyleClass().addAll("matrix-cell", "matrix-environment");
    var sentence =
        Stream.of(
                view.environment().app(),
                view.environment().stage(),
                condition.word(),
                why().orElse(""),
                condition.asOf().map(Span::exact).orElse(""))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    return OpenRow.of(box, "cell-" + InboxCard.id(name), sentence, () -> look.accept(name));
  }

  /// Why nothing is known; a number of objects would not say it.
  private Optional<String> why() {
    boolean known = view.drift().filter(d -> !d.resources().isEmpty()).isPresent();
    return known
        ? Optional.empty()
        : Needs.program(view)
            .map(p -> words.get("home.needs-program", p.program()))
            .or(() ->
                Stream.concat(
                        view.problems().stream(),
                        view.drift().stream().flatMap(d -> d.problems().stream()))
                    .map(Problem::what)
                    .findFirst());
  }

  private Node facts() {
    if (view.phase() == Phase.IDLE) {
      return Buttons.link(
          "compare-" + InboxCard.id(view.environment().name()),
          words.get("home.compare"),
          () -> compare.accept(view.environment().name()));
    }
    var why = why();
    if (why.isPresent()) {
      return Texts.cut(Texts.second(why.get()));
    }
    if (view.phase() == Phase.COMPARING) {
      return Texts.cut(Texts.second(view.doing()));
    }
    if (view.phase() == Phase.UNMAPPED) {
      return Texts.cut(Texts.second(words.get("home.cluster", view.environment().cluster())));
    }
    return Texts.cut(
        Texts.second(
            view.drift().map(d -> words.count("kit.objects", d.resources().size())).orElse("")));
  }
}

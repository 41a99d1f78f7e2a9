package dev.plumbline.ui.environment;

import dev.plumbline.model.Health;
import dev.plumbline.ui.kit.Columns.Column;
import dev.plumbline.ui.kit.EmptyNote;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/// The Pods of the object, the broken ones first. Enter or a double click goes to one.
final class PodSide implements BottomPanel.Side {

  private final PanelModel panel;
  private final Words words;
  private final PanelTable<Subject> table;
  private final StackPane root = new StackPane();

  PodSide(EnvironmentModel model, PanelModel panel, Words words) {
    this.panel = panel;
    this.words = words;
    var columns =
        List.of(
            Column.of(words.get("environment.pod.name"), 300),
            Column.of(words.get("environment.pod.state"), 170),
            Column.of(words.get("environment.pod.containers"), 0),
            Column.of(words.get("environment.pod.since"), 150));
    table =
        new PanelTable<>(
            "environment-pods",
            words.get("environment.panel.pods"),
            columns,
            new PanelTable.Narrow(List.of(0, 1, 3), 0, 2),
            new Rows(),
            s -> panel.go(s.ref()));
    model.selected().subscribe(s -> draw());
    model.living().subscribe(l -> draw());
  }

  @Override
  public Node root() {
    return root;
  }

  @Override
  public String note() {
    var all = panel.pods();
    long broken = all.stream().filter(Subject::degraded).count();
    return all.isEmpty()
        ? ""
        : broken == 0
            ? words.get("environment.pod.note")
            : words.get("environment.pod.note-broken", broken, all.size());
  }

  private void draw() {
    var pods = panel.pods();
    table.show(pods);
    root.getChildren()
        .setAll(pods.isEmpty() ? new EmptyNote(words.get("environment.pod.none")) : table.root());
  }

  private final class Rows implements PanelTable.Rows<Subject> {
    @Override
    public List<Node> cells(Subject pod) {
      var owned = pod.owned();
      return List.of(
          Texts.cutMiddle(Texts.mono(pod.ref().name())),
          state(pod),
          Texts.cut(Texts.second(owned.map(o -> String.join(", ", o.containers())).orElse(""))),
          OwnerSide.when(owned.flatMap(o -> o.created()).map(Object::toString).orElse(""), words));
    }

    private Label state(Subject pod) {
      return pod.owned()
          .map(o -> OwnedChip.of(o, words))
          .orElseGet(() ->
              dev.plumbline.ui.kit.HealthMark.of(
                      pod.health().map(Health::state).orElse(Health.State.UNKNOWN))
                  .chip(words));
    }

    @Override
    public String sentence(Subject pod) {
      return words.get(
          "environment.pod.sentence",
          pod.ref().name(),
          state(pod).getText(),
          pod.owned().stream()
              .flatMap(o -> o.containers().stream())
              .collect(Collectors.joining(", ")));
    }
  }
}

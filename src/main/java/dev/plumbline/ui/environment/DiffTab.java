package dev.plumbline.ui.environment;

import dev.plumbline.model.ResourceRef;
import dev.plumbline.ui.kit.Banner;
import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.Copied;
import dev.plumbline.ui.kit.EmptyNote;
import dev.plumbline.ui.kit.Icons;
import dev.plumbline.ui.kit.Skeleton;
import dev.plumbline.ui.kit.TextDiff;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Git's text left, the cluster's right, and what of the cluster's is left out.
final class DiffTab {

  private final EnvironmentModel model;
  private final Words words;
  private final TextDiff diff;
  private final CheckBox all;
  private final VBox root = new VBox();
  private Optional<ResourceRef> seen = Optional.empty();

  DiffTab(EnvironmentModel model, Words words) {
    this.model = model;
    this.words = words;
    diff = new TextDiff("environment-diff", words.get("environment.tab.diff"), words);
    all = new CheckBox(words.get("environment.diff.all"));
    all.setId("environment-diff-all");
    all.setAccessibleText(all.getText());
    all.setMinWidth(Region.USE_PREF_SIZE);
    all.selectedProperty().bindBidirectional(model.diff().all());
    VBox.setVgrow(diff, Priority.ALWAYS);
    root.getStyleClass().add("tab-body");
    root.sceneProperty().subscribe(scene -> model.diff().look(scene != null));
    model.diff().shown().subscribe(this::draw);
  }

  Region root() {
    return root;
  }

  /// Goes to the next or previous change; false when there is none.
  boolean step(int by) {
    return diff.step(by);
  }

  private void draw(DiffModel.Shown shown) {
    switch (shown) {
      case DiffModel.Shown.Loading l -> show(new Skeleton(8));
      case DiffModel.Shown.Failed(var problem) ->
          show(new Banner("environment-diff-problem", problem, words, Optional.empty()));
      case DiffModel.Shown.OneSide o ->
          show(
              new EmptyNote(
                  words.get(
                      o.git()
                          ? "environment.diff.only-git"
                          : o.live() ? "environment.diff.only-live" : "environment.diff.none")));
      case DiffModel.Shown.Page p -> page(p);
    }
  }

  private void page(DiffModel.Shown.Page p) {
    var ref = model.selected().get().map(Subject::ref);
    boolean another = !ref.equals(seen);
    seen = ref;
    var nodes = new ArrayList<Node>();
    nodes.add(bar(p));
    if (p.page().leftOut() > 0) {
      var note = Texts.caption(words.get("environment.diff.left-out", p.page().leftOut()));
      note.getStyleClass().add("tab-note");
      nodes.add(note);
    }
    nodes.add(diff);
    diff.show(p.page(), another);
    if (!root.getChildren().contains(diff) || root.getChildren().size() != nodes.size()) {
      root.getChildren().setAll(nodes);
    } else {
      root.getChildren().set(0, nodes.getFirst());
    }
  }

  private HBox bar(DiffModel.Shown.Page p) {
    var said =
        Texts.cut(
            Texts.second(
                (p.page().changes() == 0
                        ? words.get("environment.diff.same")
                        : words.count("environment.diff.changes", p.page().changes()))
                    + " "
                    + (p.onlyLive() == 0
                        ? words.get("environment.diff.bookkeeping")
                        : words.count("environment.diff.hidden", p.onlyLive()))));
    var copy =
        Buttons.flat(
            "environment-diff-copy",
            words.get("environment.diff.copy"),
            () -> Copied.text(p.right()));
    copy.setGraphic(Icons.small("mdi2c-content-copy"));
    var bar = new HBox(8, said, Texts.spacer(), all, copy);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("tab-bar");
    return bar;
  }

  private void show(Node... nodes) {
    root.getChildren().setAll(List.of(nodes));
  }
}

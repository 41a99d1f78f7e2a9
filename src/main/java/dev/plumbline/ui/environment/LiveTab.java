package dev.plumbline.ui.environment;

import dev.plumbline.ui.kit.Banner;
import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.CodeView;
import dev.plumbline.ui.kit.EmptyNote;
import dev.plumbline.ui.kit.Skeleton;
import dev.plumbline.ui.kit.When;
import dev.plumbline.ui.kit.Words;
import dev.plumbline.yaml.Yaml;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The selected object as the cluster has it. Values of Secrets are not in it; who manages which
/// field is folded until asked for.
final class LiveTab {

  private final LiveModel model;
  private final Words words;
  private final CodeView code;
  private final PageBar bar;
  private final CheckBox managed;
  private final VBox root = new VBox();

  LiveTab(LiveModel model, Words words) {
    this.model = model;
    this.words = words;
    code = new CodeView("environment-live", words.get("environment.tab.live"), true, words);
    managed = new CheckBox();
    managed.setId("environment-live-managed");
    managed.setMinWidth(Region.USE_PREF_SIZE);
    managed.selectedProperty().bindBidirectional(model.managed());
    bar = new PageBar("environment-live", code, this::text, words, managed);
    VBox.setVgrow(code, Priority.ALWAYS);
    root.getStyleClass().add("tab-body");
    model.live().subscribe(this::draw);
  }

  Region root() {
    return root;
  }

  CodeView code() {
    return code;
  }

  private String text() {
    return model.live().get() instanceof LiveModel.Live.There t ? Yaml.write(t.body()) : "";
  }

  private void draw(LiveModel.Live live) {
    switch (live) {
      case LiveModel.Live.Loading l -> show(new Skeleton(8));
      case LiveModel.Live.Absent a -> show(new EmptyNote(words.get("environment.live.absent")));
      case LiveModel.Live.Failed(var problem) ->
          show(
              new Banner(
                  "environment-live-problem",
                  problem,
                  words,
                  Optional.of(
                      Buttons.small(
                          "environment-live-again",
                          words.get("environment.live.again"),
                          model::ask))));
      case LiveModel.Live.There t -> {
        int managers = t.whole().items("metadata", "managedFields").size();
        managed.setText(words.count("environment.live.managed", managers));
        managed.setAccessibleText(managed.getText());
        managed.setVisible(managers > 0);
        managed.setManaged(managers > 0);
        bar.say(words.get("environment.live.from", When.time(t.asOf())), t.page());
        code.show(t.page());
        show(bar.root(), code);
      }
    }
  }

  private void show(Node... nodes) {
    if (!root.getChildren().equals(java.util.List.of(nodes))) {
      root.getChildren().setAll(nodes);
    }
  }
}

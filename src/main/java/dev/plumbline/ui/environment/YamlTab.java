package dev.plumbline.ui.environment;

import dev.plumbline.ui.kit.Banner;
import dev.plumbline.ui.kit.EmptyNote;
import dev.plumbline.ui.kit.Skeleton;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What Git says of the selected resource, as YAML to read and copy. Values of Secrets are not in
/// it.
final class YamlTab {

  private final Words words;
  private final String id;
  private final TextArea text = new TextArea();
  private final VBox root = new VBox();

  YamlTab(DetailModel detail, Words words, String id) {
    this.words = words;
    this.id = id;
    text.setId(id);
    text.setEditable(false);
    text.setAccessibleText(words.get("environment.tab.yaml"));
    text.getStyleClass().add("yaml");
    VBox.setVgrow(text, Priority.ALWAYS);
    root.getStyleClass().add("yaml-tab");
    detail.git().subscribe(this::draw);
  }

  Region root() {
    return root;
  }

  private void draw(DetailModel.GitText git) {
    switch (git) {
      case DetailModel.GitText.Loading l -> show(new Skeleton(8));
      case DetailModel.GitText.Absent a ->
          show(new EmptyNote(words.get("environment.yaml.absent")));
      case DetailModel.GitText.Failed(var problem) ->
          show(new Banner(id + "-problem", problem, words, Optional.empty()));
      case DetailModel.GitText.Text t -> {
        var from = Texts.cutMiddle(Texts.caption(words.get("environment.yaml.from", t.origin())));
        from.getStyleClass().add("yaml-from");
        if (!text.getText().equals(t.yaml())) {
          text.setText(t.yaml());
        }
        show(from, text);
      }
    }
  }

  private void show(Node... nodes) {
    root.getChildren().setAll(nodes);
  }
}

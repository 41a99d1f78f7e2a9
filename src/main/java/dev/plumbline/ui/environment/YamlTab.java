package dev.plumbline.ui.environment;

import dev.plumbline.ui.kit.Banner;
import dev.plumbline.ui.kit.CodeView;
import dev.plumbline.ui.kit.EmptyNote;
import dev.plumbline.ui.kit.Skeleton;
import dev.plumbline.ui.kit.Words;
import dev.plumbline.yaml.Yaml;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What Git says of the selected resource, as YAML to read and copy. Values of Secrets are not in
/// it.
final class YamlTab {

  private final DetailModel detail;
  private final Words words;
  private final String id;
  private final CodeView code;
  private final PageBar bar;
  private final VBox root = new VBox();

  YamlTab(DetailModel detail, Words words, String id) {
    this.detail = detail;
    this.words = words;
    this.id = id;
    code = new CodeView(id, words.get("environment.tab.yaml"), true, words);
    bar = new PageBar(id, code, this::text, words);
    VBox.setVgrow(code, Priority.ALWAYS);
    root.getStyleClass().add("tab-body");
    detail.git().subscribe(this::draw);
  }

  Region root() {
    return root;
  }

  CodeView code() {
    return code;
  }

  private String text() {
    return detail.git().get() instanceof GitText.Text t ? Yaml.write(t.manifest().body()) : "";
  }

  private void draw(GitText git) {
    switch (git) {
      case GitText.Loading l -> show(new Skeleton(8));
      case GitText.Absent a -> show(new EmptyNote(words.get("environment.yaml.absent")));
      case GitText.Failed(var problem) ->
          show(new Banner(id + "-problem", problem, words, Optional.empty()));
      case GitText.Text t -> {
        bar.say(words.get("environment.yaml.from", t.manifest().origin()), t.page());
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

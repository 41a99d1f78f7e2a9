package dev.plumbline.ui.environment;

import dev.plumbline.drift.ResourceDrift;
import dev.plumbline.engine.EnvironmentView;
import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.Icons;
import dev.plumbline.ui.kit.Keys;
import dev.plumbline.ui.kit.KindIcons;
import dev.plumbline.ui.kit.Skeleton;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The right pane: the selected resource, as fields or as the YAML of Git.
final class DetailPane {

  /// A title up to this length stays whole and the facts give way.
  private static final int SHORT = 40;

  private final EnvironmentModel model;
  private final Words words;
  private final VBox root = new VBox();
  private final HBox head = new HBox(8);
  private final StackPane body = new StackPane();
  private final ToggleButton fields;
  private final ToggleButton yaml;
  private final FieldsTab fieldsTab;
  private final YamlTab yamlTab;

  DetailPane(EnvironmentModel model, Words words) {
    this.model = model;
    this.words = words;
    fieldsTab = new FieldsTab(model, words);
    yamlTab = new YamlTab(model.detail(), words, "environment-yaml");
    var group = new ToggleGroup();
    fields = tab("environment-tab-fields", "environment.tab.fields", group);
    yaml = tab("environment-tab-yaml", "environment.tab.yaml", group);
    group.selectToggle(fields);
    group
        .selectedToggleProperty()
        .addListener((p, old, now) -> {
          if (now == null) {
            group.selectToggle(old);
          } else {
            draw();
          }
        });
    head.getStyleClass().add("detail-head");
    head.setAlignment(Pos.CENTER_LEFT);
    root.setId("environment-detail");
    root.getStyleClass().add("detail-pane");
    root.setMinWidth(0);
    VBox.setVgrow(body, Priority.ALWAYS);
    root.getChildren().addAll(head, body);
    model.selected().subscribe(s -> draw());
    model.view().subscribe(v -> draw());
  }

  Region root() {
    return root;
  }

  private ToggleButton tab(String id, String word, ToggleGroup group) {
    var tab = new ToggleButton(words.get(word));
    tab.setId(id);
    tab.setAccessibleRole(AccessibleRole.TAB_ITEM);
    tab.setAccessibleText(tab.getText());
    tab.getStyleClass().add("tab-verb");
    tab.setMinWidth(Region.USE_PREF_SIZE);
    tab.setToggleGroup(group);
    return tab;
  }

  private void draw() {
    var selected = model.selected().get();
    head.setVisible(selected.isPresent());
    head.setManaged(selected.isPresent());
    if (selected.isEmpty()) {
      body.getChildren().setAll(nothing());
      return;
    }
    drawHead(selected.get());
    var content = yaml.isSelected() ? yamlTab.root() : fieldsTab.root();
    if (body.getChildren().size() != 1 || !body.getChildren().getFirst().equals(content)) {
      body.getChildren().setAll(content);
    }
  }

  private Node nothing() {
    return model.view().get().phase() == EnvironmentView.Phase.COMPARING
        ? new Skeleton(6)
        : new Region();
  }

  private void drawHead(ResourceDrift drift) {
    var ref = drift.ref();
    var title = Texts.cutMiddle(Texts.head(ref.kind() + " " + ref.name()));
    title.setId("environment-selected");
    if (title.getText().length() <= SHORT) {
      title.setMinWidth(Region.USE_PREF_SIZE);
    }
    var facts =
        Texts.cut(
            Texts.second(
                ref.namespace().isEmpty()
                    ? words.get("environment.head.cluster-wide", ref.apiVersion())
                    : words.get("environment.head.namespaced", ref.apiVersion(), ref.namespace())));
    fields.setGraphic(null);
    int differing = Standing.counting(drift);
    if (differing > 0) {
      var count = Texts.count(differing);
      fields.setGraphic(count);
      fields.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
      fields.setAccessibleText(words.get("environment.tab.fields") + ", " + differing);
    }
    var separator = new Region();
    separator.getStyleClass().add("v-separator");
    var previous = arrow("environment-previous", "mdi2a-arrow-up", Keys.PREVIOUS_DIFFERENCE, -1);
    var next = arrow("environment-next", "mdi2a-arrow-down", Keys.NEXT_DIFFERENCE, 1);
    var icon = Icons.of(KindIcons.of(ref.kind()));
    head.getChildren()
        .setAll(icon, title, facts, Texts.spacer(), fields, yaml, separator, previous, next);
  }

  private Node arrow(String id, String icon, Keys key, int step) {
    var button = Buttons.icon(id, icon, words.get(key.word()), () -> model.difference(step));
    button.setTooltip(new Tooltip(words.get(key.word()) + "  " + key.label()));
    return button;
  }
}

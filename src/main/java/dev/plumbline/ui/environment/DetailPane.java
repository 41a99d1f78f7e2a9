package dev.plumbline.ui.environment;

import dev.plumbline.engine.EnvironmentView;
import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.CodeView;
import dev.plumbline.ui.kit.HealthMark;
import dev.plumbline.ui.kit.Icons;
import dev.plumbline.ui.kit.Keys;
import dev.plumbline.ui.kit.KindIcons;
import dev.plumbline.ui.kit.Skeleton;
import dev.plumbline.ui.kit.StateChip;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The right pane: the selected object as fields, as two texts, as Git's YAML, or as the cluster's.
final class DetailPane {

  /// A title up to this length stays whole and the facts give way.
  private static final int SHORT = 40;

  private final EnvironmentModel model;
  private final Words words;
  private final VBox root = new VBox();
  private final HBox head = new HBox(8);
  private final HBox before = new HBox(8);
  private final StackPane body = new StackPane();
  private final ToggleGroup group = new ToggleGroup();
  private final Map<Tab, ToggleButton> tabs = new EnumMap<>(Tab.class);
  private final FieldsTab fields;
  private Optional<DiffTab> diff = Optional.empty();
  private Optional<YamlTab> yaml = Optional.empty();
  private Optional<LiveTab> live = Optional.empty();

  /// What the pane shows.
  enum Tab {
    FIELDS,
    DIFF,
    YAML,
    LIVE
  }

  DetailPane(EnvironmentModel model, Words words) {
    this.model = model;
    this.words = words;
    fields = new FieldsTab(model, words);
    for (var tab : Tab.values()) {
      tabs.put(tab, button(tab));
    }
    group.selectToggle(tabs.get(Tab.FIELDS));
    group
        .selectedToggleProperty()
        .addListener((p, old, now) -> {
          if (now == null) {
            group.selectToggle(old);
          } else {
            draw();
          }
        });
    before.setAlignment(Pos.CENTER_LEFT);
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

  /// What stands before the title: the button that shows the tree where there is no room for it.
  void before(Node... nodes) {
    before.getChildren().setAll(nodes);
    before.setVisible(nodes.length > 0);
    before.setManaged(nodes.length > 0);
    draw();
  }

  /// Ends the search; false when there was none.
  boolean closeFind() {
    return code().map(CodeView::closeFind).orElse(false);
  }

  /// Goes to the next or previous difference, within the text or field by field.
  void step(int by) {
    if (on() == Tab.DIFF && diff.map(d -> d.step(by)).orElse(false)) {
      return;
    }
    model.difference(by);
  }

  private Optional<CodeView> code() {
    return switch (on()) {
      case FIELDS, DIFF -> Optional.empty();
      case YAML -> yaml.map(YamlTab::code);
      case LIVE -> live.map(LiveTab::code);
    };
  }

  private Tab on() {
    for (var tab : Tab.values()) {
      var button = tabs.get(tab);
      if (button != null && button.isSelected()) {
        return shown(tab) ? tab : tab == Tab.FIELDS ? Tab.LIVE : Tab.FIELDS;
      }
    }
    return Tab.FIELDS;
  }

  /// What Git does not declare has neither a text in Git nor a difference to it.
  private boolean shown(Tab tab) {
    boolean declared = model.selected().get().flatMap(Subject::drift).isPresent();
    return switch (tab) {
      case FIELDS, LIVE -> true;
      case DIFF, YAML -> declared;
    };
  }

  private ToggleButton button(Tab of) {
    var tab =
        new ToggleButton(
            words.get(
                switch (of) {
                  case FIELDS -> "environment.tab.fields";
                  case DIFF -> "environment.tab.diff";
                  case YAML -> "environment.tab.yaml";
                  case LIVE -> "environment.tab.live";
                }));
    tab.setId("environment-tab-" + of.name().toLowerCase(java.util.Locale.ROOT));
    tab.setAccessibleRole(AccessibleRole.TAB_ITEM);
    tab.setAccessibleText(tab.getText());
    tab.getStyleClass().add("tab-verb");
    tab.setMinWidth(Region.USE_PREF_SIZE);
    tab.setToggleGroup(group);
    return tab;
  }

  private void draw() {
    var selected = model.selected().get();
    if (selected.isEmpty()) {
      head.getChildren().setAll(before);
      boolean button = !before.getChildren().isEmpty();
      head.setVisible(button);
      head.setManaged(button);
      body.getChildren().setAll(nothing());
      return;
    }
    head.setVisible(true);
    head.setManaged(true);
    drawHead(selected.get());
    var content =
        switch (on()) {
          case FIELDS -> fields.root();
          case DIFF -> diff().root();
          case YAML -> yaml().root();
          case LIVE -> live().root();
        };
    if (body.getChildren().size() != 1 || !body.getChildren().getFirst().equals(content)) {
      body.getChildren().setAll(content);
    }
  }

  private DiffTab diff() {
    diff = diff.or(() -> Optional.of(new DiffTab(model, words)));
    return diff.get();
  }

  private YamlTab yaml() {
    yaml = yaml.or(() -> Optional.of(new YamlTab(model.detail(), words, "environment-yaml")));
    return yaml.get();
  }

  private LiveTab live() {
    live = live.or(() -> Optional.of(new LiveTab(model.live(), words)));
    return live.get();
  }

  private Node nothing() {
    return model.view().get().phase() == EnvironmentView.Phase.COMPARING
        ? new Skeleton(6)
        : new Region();
  }

  private void drawHead(Subject subject) {
    var ref = subject.ref();
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
    count(subject.drift().map(Standing::counting).orElse(0));
    head.getChildren().setAll(before, Icons.of(KindIcons.of(ref.kind())), title, facts);
    subject.health().ifPresent(h -> head.getChildren().add(health(h)));
    head.getChildren().add(Texts.spacer());
    tabs.forEach((tab, button) -> {
      if (shown(tab)) {
        head.getChildren().add(button);
      }
    });
    var separator = new Region();
    separator.getStyleClass().add("v-separator");
    head.getChildren()
        .addAll(
            separator,
            arrow("environment-previous", "mdi2a-arrow-up", Keys.PREVIOUS_DIFFERENCE, -1),
            arrow("environment-next", "mdi2a-arrow-down", Keys.NEXT_DIFFERENCE, 1));
  }

  private StateChip health(dev.plumbline.model.Health health) {
    var chip = HealthMark.of(health.state()).chip(words);
    chip.setId("environment-health");
    if (!health.message().isEmpty()) {
      chip.setTooltip(new Tooltip(health.message()));
      chip.setAccessibleText(chip.getText() + ": " + health.message());
    }
    return chip;
  }

  private void count(int differing) {
    var tab = tabs.get(Tab.FIELDS);
    if (tab == null) {
      return;
    }
    tab.setGraphic(differing > 0 ? Texts.count(differing) : null);
    tab.setContentDisplay(ContentDisplay.RIGHT);
    tab.setAccessibleText(
        words.get("environment.tab.fields") + (differing > 0 ? ", " + differing : ""));
  }

  private Node arrow(String id, String icon, Keys key, int by) {
    var button = Buttons.icon(id, icon, words.get(key.word()), () -> step(by));
    button.setTooltip(new Tooltip(words.get(key.word()) + "  " + key.label()));
    return button;
  }
}

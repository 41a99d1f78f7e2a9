package dev.plumbline.ui.environment;

import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.Icons;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What happened to the selected object and how it stands: events, conditions, Pods, logs, and who
/// manages its fields. Below the object, at its right where there is room, or one of the two where
/// there is little.
final class BottomPanel {

  private static final PseudoClass SIDE = PseudoClass.getPseudoClass("side");

  private final EnvironmentModel model;
  private final PanelModel panel;
  private final Words words;
  private final VBox root = new VBox();
  private final StackPane body = new StackPane();
  private final Label note = Texts.cut(Texts.second(""));
  private final Button fold;
  private final Map<PanelModel.Tab, ToggleButton> tabs = new EnumMap<>(PanelModel.Tab.class);
  private final Map<PanelModel.Tab, Side> sides = new EnumMap<>(PanelModel.Tab.class);
  private final ToggleGroup group = new ToggleGroup();

  /// One side of the panel.
  interface Side {
    Node root();

    /// What the rows are, in a few words.
    String note();
  }

  BottomPanel(EnvironmentModel model, PanelModel panel, Words words) {
    this.model = model;
    this.panel = panel;
    this.words = words;
    for (var tab : PanelModel.Tab.values()) {
      tabs.put(tab, button(tab));
    }
    fold =
        Buttons.icon(
            "environment-panel-fold",
            "mdi2c-chevron-down",
            "",
            () -> panel.open().set(!panel.open().get()));
    var strip = new HBox(4);
    strip.getChildren().addAll(tabs.values());
    strip.getChildren().addAll(Texts.spacer(), note, fold);
    strip.setAlignment(Pos.CENTER_LEFT);
    strip.getStyleClass().add("panel-strip");
    root.setId("environment-panel");
    root.getStyleClass().add("bottom-panel");
    root.setMinHeight(Region.USE_PREF_SIZE);
    VBox.setVgrow(body, Priority.ALWAYS);
    root.getChildren().addAll(strip, body);
    group.selectToggle(tabs.get(panel.tab().get()));
    panel.tab().subscribe(t -> draw());
    panel.open().subscribe(o -> draw());
    model.live().live().subscribe(l -> draw());
    model.live().events().subscribe(l -> draw());
    model.selected().subscribe(l -> draw());
    model.living().subscribe(l -> draw());
  }

  Region root() {
    return root;
  }

  /// Whether it stands at the right of the object instead of below it.
  void side(boolean now) {
    root.pseudoClassStateChanged(SIDE, now);
  }

  boolean closeFind() {
    return log().map(l -> l.closeFind()).orElse(false);
  }

  private Optional<LogSide> log() {
    return panel.open().get() && panel.tab().get() == PanelModel.Tab.LOGS
        ? Optional.ofNullable(sides.get(PanelModel.Tab.LOGS)).map(LogSide.class::cast)
        : Optional.empty();
  }

  private ToggleButton button(PanelModel.Tab of) {
    var name = of.name().toLowerCase(Locale.ROOT);
    var tab = new ToggleButton(words.get("environment.panel." + name));
    tab.setId("environment-panel-" + name);
    tab.setAccessibleRole(AccessibleRole.TAB_ITEM);
    tab.setAccessibleText(tab.getText());
    tab.getStyleClass().add("tab-verb");
    tab.setMinWidth(Region.USE_PREF_SIZE);
    tab.setContentDisplay(ContentDisplay.RIGHT);
    tab.setToggleGroup(group);
    tab.setOnAction(e -> {
      boolean again = panel.tab().get() == of && panel.open().get();
      tab.setSelected(true);
      panel.tab().set(of);
      panel.open().set(!again);
    });
    return tab;
  }

  private void draw() {
    boolean open = panel.open().get();
    boolean any = model.selected().get().isPresent();
    root.setVisible(any);
    root.setManaged(any);
    var tab = panel.tab().get();
    tabs.forEach((t, b) -> count(b, t));
    body.setVisible(open);
    body.setManaged(open);
    fold.setGraphic(Icons.of(open ? "mdi2c-chevron-down" : "mdi2c-chevron-up"));
    var name = words.get(open ? "environment.panel.fold" : "environment.panel.unfold");
    fold.setText(name);
    fold.setAccessibleText(name);
    fold.setTooltip(new Tooltip(name));
    if (any && open) {
      var side = side(tab);
      if (body.getChildren().size() != 1 || !body.getChildren().getFirst().equals(side.root())) {
        body.getChildren().setAll(side.root());
      }
      note.setText(side.note());
    } else {
      body.getChildren().clear();
      note.setText("");
    }
  }

  private void count(ToggleButton button, PanelModel.Tab tab) {
    var count = counted(tab);
    button.setGraphic(count.map(n -> (Node) Texts.count(n)).orElse(null));
    button.setAccessibleText(button.getText() + count.map(n -> ", " + n).orElse(""));
  }

  private Optional<Integer> counted(PanelModel.Tab tab) {
    return switch (tab) {
      case EVENTS ->
          model.live().events().get() instanceof LiveModel.Happened.Known k && !k.events().isEmpty()
              ? Optional.of(k.events().size())
              : Optional.empty();
      case CONDITIONS -> some(there().map(t -> StatusCondition.of(t.whole()).size()).orElse(0));
      case PODS -> some(panel.pods().size());
      case LOGS -> Optional.empty();
      case OWNERS -> some(there().map(t -> FieldManager.of(t.whole()).size()).orElse(0));
    };
  }

  private static Optional<Integer> some(int n) {
    return n == 0 ? Optional.empty() : Optional.of(n);
  }

  private Optional<LiveModel.Live.There> there() {
    return model.live().live().get() instanceof LiveModel.Live.There t
        ? Optional.of(t)
        : Optional.empty();
  }

  private Side side(PanelModel.Tab tab) {
    return sides.computeIfAbsent(
        tab,
        t ->
            switch (t) {
              case EVENTS -> new EventSide(model, panel, words);
              case CONDITIONS -> new ConditionSide(model, words);
              case PODS -> new PodSide(model, panel, words);
              case LOGS -> new LogSide(panel.logs(), words);
              case OWNERS -> new OwnerSide(model, words);
            });
  }
}

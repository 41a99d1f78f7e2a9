package dev.plumbline.ui.shell;

import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.Icons;
import dev.plumbline.ui.kit.Keys;
import dev.plumbline.ui.kit.Logo;
import dev.plumbline.ui.kit.Nav;
import dev.plumbline.ui.kit.Place;
import dev.plumbline.ui.kit.Refocus;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// Back, forward, where one is, the palette, what runs, what was told.
final class TopBar extends Pane {

  private static final double GAP = 8;
  private static final double CRUMB = 28;
  private static final double TAG = 96;
  private static final double PALETTE = 150;

  private final Words words;
  private final Button back;
  private final Button forward;
  private final HBox crumbs = new HBox(6);
  private final MenuButton repository = new MenuButton();
  private final Button notices;
  private final Nav nav;
  private final Label production = Texts.label("", "production-tag");
  private final Button running;
  private List<Crumb> shown = List.of();
  private final StackPane logo = new StackPane(new Logo());
  private final HBox left;
  private final Button palette;
  private final Label paletteKey = Texts.label("", "key-cap");

  /// What the buttons do that lead to no place.
  record Verbs(Runnable palette, Runnable drawer, Runnable notices) {}

  /// What it shows.
  ///
  /// @param unseen how many notices nobody looked at
  record Content(Frame frame, boolean canBack, boolean canForward, int unseen) {}

  TopBar(Words words, Nav nav, Verbs verbs) {
    this.words = words;
    this.nav = nav;
    setId("top-bar");
    getStyleClass().add("top-bar");
    logo.getStyleClass().add("logo");
    back = Buttons.icon("back", "mdi2a-arrow-left", words.get("kit.key.back"), nav::back);
    forward =
        Buttons.icon("forward", "mdi2a-arrow-right", words.get("kit.key.forward"), nav::forward);
    crumbs.setAlignment(Pos.CENTER_LEFT);
    production.setGraphic(Icons.of("mdi2a-alert-outline", 12));
    Texts.cut(production);
    running = Buttons.flat("running", "", verbs.drawer());
    running.setGraphic(Icons.small("mdi2p-progress-clock"));
    notices =
        Buttons.icon(
            "notices-open", "mdi2b-bell-outline", words.get("shell.notices"), verbs.notices());
    repository.setId("repository-switch");
    repository.getStyleClass().addAll("small", "quiet-menu");
    left = new HBox(GAP, back, forward, crumbs, repository, production);
    left.setAlignment(Pos.CENTER_LEFT);
    palette = palette(verbs.palette());
    getChildren().addAll(logo, left, palette, running, notices);
    keys();
  }

  private Button palette(Runnable open) {
    var text = Texts.second(words.get("kit.key.palette"));
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMaxWidth(Double.MAX_VALUE);
    text.setMinWidth(0);
    var key = paletteKey;
    key.setMinWidth(Region.USE_PREF_SIZE);
    var inside = new HBox(8, Icons.small("mdi2m-magnify"), text, key);
    inside.setAlignment(Pos.CENTER_LEFT);
    var button = Buttons.plain("palette-open", words.get("kit.key.palette"), open);
    button.setText("");
    button.setGraphic(inside);
    button.getStyleClass().add("palette-box");
    inside.prefWidthProperty().bind(button.widthProperty().subtract(18));
    return button;
  }

  /// Shows the keys as they are now.
  void keys() {
    paletteKey.setText(Keys.PALETTE.label());
    paletteKey.setVisible(!paletteKey.getText().isEmpty());
    keyed(back, "kit.key.back", Keys.BACK);
    keyed(forward, "kit.key.forward", Keys.FORWARD);
  }

  private void keyed(Button button, String word, Keys key) {
    button.setTooltip(new Tooltip((words.get(word) + "  " + key.label()).strip()));
  }

  void show(Content content) {
    var frame = content.frame();
    back.setDisable(!content.canBack());
    forward.setDisable(!content.canForward());
    if (!frame.crumbs().equals(shown)) {
      shown = frame.crumbs();
      Refocus.around(crumbs, () -> crumbs(frame.crumbs()));
    }
    show(production, frame.production().isPresent());
    production.setMinWidth(frame.production().isPresent() ? TAG : 0);
    production.setText(frame.production().map(c -> words.get("shell.production", c)).orElse(""));
    running.setText(
        frame.running() == 0 && frame.comparing() > 0
            ? words.get("shell.comparing", frame.comparing())
            : words.count("shell.running", frame.running()));
    running.setAccessibleText(running.getText());
    Buttons.keyed(running, Keys.DRAWER);
    notices.setGraphic(
        Icons.of(content.unseen() > 0 ? "mdi2b-bell-badge-outline" : "mdi2b-bell-outline"));
    var said = words.count("shell.notices.unseen", content.unseen());
    notices.setAccessibleText(said);
    notices.setTooltip(new Tooltip(said));
  }

  /// Offers the repositories beside the crumbs, where the open one can be exchanged.
  void repositories(Optional<String> open, List<Path> all, Consumer<Path> choose) {
    show(repository, open.isPresent());
    repository.setText(open.orElse(""));
    repository.setAccessibleText(words.get("shell.repository", open.orElse("")));
    repository.getItems().clear();
    for (int i = 0; i < all.size(); i++) {
      var folder = all.get(i);
      var item = new MenuItem(folder.toString());
      item.setId("repository-to-" + i);
      item.setMnemonicParsing(false);
      item.setOnAction(e -> choose.accept(folder));
      repository.getItems().add(item);
    }
    var other = new MenuItem(words.get("shell.repository.other"));
    other.setId("repository-other");
    other.setOnAction(e -> nav.own().orElse(() -> nav.go(new Place.Settings())).run());
    repository.getItems().addAll(new SeparatorMenuItem(), other);
  }

  private static void show(Control control, boolean visible) {
    control.setVisible(visible);
    control.setManaged(visible);
  }

  private void crumbs(List<Crumb> path) {
    crumbs.getChildren().clear();
    for (int i = 0; i < path.size(); i++) {
      var crumb = path.get(i);
      if (i > 0) {
        crumbs.getChildren().add(Icons.small("mdi2c-chevron-right"));
      }
      crumbs
          .getChildren()
          .add(crumb.to().isPresent() ? way(i, crumb, crumb.to().get()) : here(crumb));
    }
  }

  private Button way(int i, Crumb crumb, Place to) {
    var button = Buttons.flat("crumb-" + i, crumb.text(), () -> nav.go(to));
    button.getStyleClass().add("crumb");
    button.setMinWidth(CRUMB);
    return button;
  }

  private static Label here(Crumb crumb) {
    var label = Texts.cut(Texts.label(crumb.text(), "head"));
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  /// The palette stands in the middle as long as the crumbs leave it there; then it moves to the
  /// right, then it shrinks, and last the crumbs before the last one do.
  @Override
  protected void layoutChildren() {
    double top = snappedTopInset();
    double height = getHeight() - top - snappedBottomInset();
    double from = snappedLeftInset() + logo.prefWidth(-1);
    double bell = Math.ceil(notices.prefWidth(-1));
    double runs = Math.ceil(running.prefWidth(-1));
    double end = getWidth() - snappedRightInset() - bell - GAP - runs;
    place(logo, snappedLeftInset(), top, logo.prefWidth(-1), height);
    place(running, end, top, runs, height);
    place(notices, end + runs + GAP, top, bell, height);
    double free = end - GAP - from - GAP;
    double crumbsWide =
        Math.clamp(Math.ceil(left.prefWidth(-1)), 0, Math.max(0, free - GAP - PALETTE));
    double paletteWide = Math.min(palette.prefWidth(-1), Math.max(0, free - GAP - crumbsWide));
    double at =
        Math.clamp(
            (getWidth() - paletteWide) / 2,
            from + GAP + crumbsWide + GAP,
            Math.max(from + GAP + crumbsWide + GAP, end - GAP - paletteWide));
    place(left, from + GAP, top, crumbsWide, height);
    place(palette, Math.floor(at), top, paletteWide, height);
  }

  private void place(Region child, double x, double y, double width, double height) {
    layoutInArea(child, x, y, width, height, 0, HPos.LEFT, VPos.CENTER);
  }
}

package dev.plumbline.ui.shell;

import dev.plumbline.engine.Session;
import dev.plumbline.model.Problem;
import dev.plumbline.ui.kit.Banner;
import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.Fx;
import dev.plumbline.ui.kit.Keys;
import dev.plumbline.ui.kit.Nav;
import dev.plumbline.ui.kit.Owned;
import dev.plumbline.ui.kit.Place;
import dev.plumbline.ui.kit.Screen;
import dev.plumbline.ui.kit.Theme;
import dev.plumbline.ui.kit.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The window's content: rail, top bar, the screen of the present place, status bar, drawer,
/// palette. It owns the session and closes it. For the FX thread only.
public final class Shell implements Nav, AutoCloseable {

  private static final PseudoClass PRODUCTION = PseudoClass.getPseudoClass("production");
  private static final double USUAL = 13;

  private final Session session;
  private final Words words;
  private final Screens screens;
  private final Trail trail = new Trail(new Place.Home());
  private final Owned owned = new Owned();
  private final Rail rail;
  private final TopBar top;
  private final StatusBar status = new StatusBar();
  private final Drawer drawer;
  private final Overlay overlay = new Overlay();
  private final StackPane middle = new StackPane();
  private final StackPane root = new StackPane();
  private final Scene scene;
  private final Theme theme;
  private final Optional<Runnable> demo;
  private final VBox told = new VBox();
  private @Nullable Screen screen;
  private Optional<String> lastEnvironment = Optional.empty();
  private double size = USUAL;

  Shell(Session session, Fx fx, Words words, Screens screens, double width, double height) {
    this(session, fx, words, screens, Optional.empty(), width, height);
  }

  /// @param demo opens the demo; empty where none is offered
  Shell(
      Session session,
      Fx fx,
      Words words,
      Screens screens,
      Optional<Runnable> demo,
      double width,
      double height) {
    this.demo = demo;
    this.session = session;
    this.words = words;
    this.screens = screens;
    rail = new Rail(words, this::act);
    top = new TopBar(words, this, this::palette, () -> drawer(!drawerOpen()));
    drawer = new Drawer(session, fx, words, () -> drawer(false));
    var frame = new BorderPane(middle, new VBox(top, told), null, status, rail);
    frame.setId("frame");
    frame.setMinSize(0, 0);
    middle.setMinSize(0, 0);
    middle.setId("middle");
    told.setId("told");
    middle.setAlignment(Pos.TOP_RIGHT);
    root.setId("window");
    root.getStyleClass().add("window");
    root.getChildren().addAll(frame, overlay);
    scene = new Scene(root, width, height);
    theme = new Theme(scene, session.preferences().get().theme());
    owned.onClose(theme::close);
    owned.add(fx.show(session.preferences(), p -> theme.choose(p.theme())));
    owned.add(fx.show(session.overview(), o -> draw()));
    owned.add(fx.show(session.works(), w -> draw()));
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    show();
  }

  /// What the window shows.
  public Scene scene() {
    return scene;
  }

  @Override
  public void go(Place place) {
    var before = trail.now();
    if (trail.go(place)) {
      move(before);
    }
  }

  @Override
  public void here(Place place) {
    trail.here(place);
    draw();
  }

  @Override
  public void back() {
    var before = trail.now();
    if (trail.back()) {
      move(before);
    }
  }

  @Override
  public void forward() {
    var before = trail.now();
    if (trail.forward()) {
      move(before);
    }
  }

  @Override
  public void drawer(boolean open) {
    drawer.show(open, false);
  }

  @Override
  public Optional<Runnable> demo() {
    return demo;
  }

  /// Where one is.
  Place place() {
    return trail.now();
  }

  /// Lays words and a Cancel over the window.
  void wait(String title, String what, Runnable cancel) {
    var sheet =
        new WaitSheet(
            words,
            title,
            what,
            () -> {
              waitNoMore();
              cancel.run();
            });
    overlay.show(sheet.root(), sheet.focus(), sheet.cancel());
  }

  void waitNoMore() {
    overlay.hide();
  }

  /// Shows a problem below the top bar until it is closed.
  void tell(Problem problem) {
    told.getChildren().clear();
    told.getChildren()
        .add(
            new Banner(
                "window-problem",
                problem,
                words,
                Optional.of(
                    Buttons.flat(
                        "window-problem-close",
                        words.get("shell.close"),
                        told.getChildren()::clear))));
  }

  private boolean drawerOpen() {
    return drawer.open();
  }

  private void move(Place before) {
    var now = trail.now();
    var present = screen;
    if (present != null
        && before.getClass() == now.getClass()
        && before.subject().equals(now.subject())
        && present.shows(now)) {
      draw();
    } else {
      show();
    }
  }

  private void show() {
    var old = screen;
    if (old != null) {
      old.close();
    }
    var next = screens.open(trail.now(), this);
    screen = next;
    trail.now().subject().ifPresent(s -> lastEnvironment = Optional.of(s));
    next.root().setMinSize(0, 0);
    middle.getChildren().setAll(next.root(), drawer.root());
    draw();
    next.firstFocus().requestFocus();
  }

  private void draw() {
    var frame = Frame.of(trail.now(), session.overview().get(), session.works().get(), words);
    rail.at(trail.now());
    rail.count(frame.needsYou(), frame.running());
    top.show(
        frame.crumbs(), frame.production(), frame.running(), trail.canBack(), trail.canForward());
    status.show(frame.status(), frame.statusRight());
    root.pseudoClassStateChanged(PRODUCTION, frame.production().isPresent());
  }

  private void pressed(KeyEvent event) {
    boolean inText = scene.getFocusOwner() instanceof TextInputControl;
    Keys.of(event, inText).filter(this::perform).ifPresent(k -> event.consume());
  }

  /// Does what a key does: the overlay first, then the screen, then the window.
  ///
  /// @return whether it did something
  boolean perform(Keys key) {
    if (overlay.open()) {
      boolean ends = key == Keys.CLOSE || key == Keys.PALETTE;
      if (ends) {
        overlay.dismiss();
      }
      return ends;
    }
    var present = screen;
    return (present != null && present.act(key)) || act(key);
  }

  /// Wears a theme without keeping it.
  void wear(Session.Theme other) {
    theme.choose(other);
  }

  /// @return whether the key did something
  private boolean act(Keys key) {
    switch (key) {
      case PALETTE -> palette();
      case HELP -> help();
      case HOME -> go(new Place.Home());
      case ENVIRONMENTS -> environment();
      case HISTORY -> go(new Place.History(Optional.empty()));
      case ACTIVITY -> go(new Place.Activity());
      case SETTINGS -> go(new Place.Settings());
      case DRAWER -> drawer(!drawerOpen());
      case BACK -> back();
      case FORWARD -> forward();
      case LARGER -> size(size + 1);
      case SMALLER -> size(size - 1);
      case USUAL_SIZE -> size(USUAL);
      case NEXT_PANE -> pane(1);
      case PREVIOUS_PANE -> pane(-1);
      case CLOSE -> {
        if (!drawerOpen()) {
          return false;
        }
        drawer(false);
      }
      case FILTER, COMPARE, NEXT_DIFFERENCE, PREVIOUS_DIFFERENCE, REVIEW_SYNC, COPY, PRIMARY -> {
        return false;
      }
    }
    return true;
  }

  /// The environment where one was last, else the first.
  private void environment() {
    var all =
        session.overview().get().environments().stream().map(e -> e.environment().name()).toList();
    lastEnvironment
        .filter(all::contains)
        .or(() -> all.stream().findFirst())
        .ifPresentOrElse(name -> go(new Place.Environment(name)), () -> go(new Place.Home()));
  }

  private void size(double px) {
    size = Math.clamp(px, 10, 26);
    root.setStyle("-fx-font-size: " + size + "px");
  }

  private void pane(int by) {
    Node focused = scene.getFocusOwner() == null ? root : scene.getFocusOwner();
    var present = screen;
    if (present != null) {
      Panes.step(List.of(top, rail, present.root(), drawer.root()), focused, by);
    }
  }

  private void help() {
    var sheet = new KeysSheet(words, overlay::hide);
    overlay.show(sheet.root(), sheet.focus(), overlay::hide);
  }

  private void palette() {
    var sheet = new Palette(words, entries(), overlay::hide);
    overlay.show(sheet.root(), sheet.focus(), overlay::hide);
  }

  private List<PaletteEntry> entries() {
    var entries = new ArrayList<PaletteEntry>();
    for (var key : List.of(Keys.HOME, Keys.HISTORY, Keys.ACTIVITY, Keys.SETTINGS)) {
      entries.add(
          new PaletteEntry(
              "mdi2a-arrow-right", words.get(key.word()), key.label(), () -> act(key)));
    }
    for (var e : session.overview().get().environments()) {
      var name = e.environment().name();
      var condition = dev.plumbline.ui.kit.Condition.of(e, words);
      entries.add(
          new PaletteEntry(
              condition.mark().icon(),
              name,
              condition.word(),
              () -> go(new Place.Environment(name))));
    }
    for (var e : session.overview().get().environments()) {
      var name = e.environment().name();
      entries.add(
          new PaletteEntry(
              "mdi2s-source-branch",
              words.get("shell.palette.history", name),
              "",
              () -> go(new Place.History(Optional.of(name)))));
    }
    for (var key : List.of(Keys.DRAWER, Keys.HELP, Keys.LARGER, Keys.SMALLER, Keys.USUAL_SIZE)) {
      entries.add(
          new PaletteEntry(
              "mdi2k-keyboard-outline", words.get(key.word()), key.label(), () -> act(key)));
    }
    return entries;
  }

  @Override
  public void close() {
    leave().close();
  }

  /// Lets go of everything but the session.
  ///
  /// @return the session, to be closed by the caller
  Session leave() {
    var last = screen;
    screen = null;
    if (last != null) {
      last.close();
    }
    drawer.close();
    owned.close();
    return session;
  }
}

package dev.plumbline.ui.shell;

import dev.plumbline.engine.Session;
import dev.plumbline.model.Problem;
import dev.plumbline.ui.kit.Banner;
import dev.plumbline.ui.kit.Bindings;
import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.Fx;
import dev.plumbline.ui.kit.Keys;
import dev.plumbline.ui.kit.Look;
import dev.plumbline.ui.kit.Nav;
import dev.plumbline.ui.kit.Owned;
import dev.plumbline.ui.kit.Place;
import dev.plumbline.ui.kit.Screen;
import dev.plumbline.ui.kit.Theme;
import dev.plumbline.ui.kit.Words;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The window's content: rail, top bar, the screen of the present place, status bar, drawer,
/// palette. It owns the session and closes it. For the FX thread only.
public final class Shell implements Nav, AutoCloseable {

  private static final PseudoClass PRODUCTION = PseudoClass.getPseudoClass("production");
  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

  /// Up to this width, in em of the root, the rail shows icons alone.
  private static final double NARROW_EM = 77;

  private final Session session;
  private final Words words;
  private final Screens screens;
  private final Trail trail = new Trail(new Place.Home());
  private final Owned owned = new Owned();
  private final Rail rail;
  private final TopBar top;
  private final StatusBar status = new StatusBar();
  private final Drawer drawer;
  private final Sheets sheets;
  private final Middle middle;
  private final Notices notices = new Notices();
  private final StackPane root = new StackPane();
  private final Scene scene;
  private final Theme theme;
  private final Optional<Runnable> demo;
  private final Optional<Runnable> own;
  private final VBox told = new VBox();
  private Look look;
  private Map<String, List<String>> keys = Map.of();
  private final Resuming resuming = new Resuming();
  private @Nullable Screen screen;
  private boolean swallow;

  Shell(Session session, Fx fx, Words words, Screens screens, double width, double height) {
    this(session, fx, words, screens, Optional.empty(), Optional.empty(), width, height);
  }

  /// @param demo opens the demo; empty where none is offered
  /// @param own leaves the demo for the person's own repositories; empty where this is not the demo
  Shell(
      Session session,
      Fx fx,
      Words words,
      Screens screens,
      Optional<Runnable> demo,
      Optional<Runnable> own,
      double width,
      double height) {
    this.demo = demo;
    this.own = own;
    this.session = session;
    this.words = words;
    this.screens = screens;
    look = Look.of(session.preferences().get());
    rail = new Rail(words, this::act);
    top =
        new TopBar(
            words, this, new TopBar.Verbs(this::palette, this::toggleDrawer, this::showNotices));
    drawer = new Drawer(session, fx, words, () -> drawer(false));
    middle = new Middle(drawer.root(), () -> look.size());
    sheets = new Sheets(session, fx, words, this, new Offers(session, words, this, this::perform));
    told.setId("told");
    // no BorderPane: the focus goes through the children in their order
    var body = new HBox(rail, middle);
    var frame = new VBox(top, told, body, status);
    HBox.setHgrow(middle, Priority.ALWAYS);
    VBox.setVgrow(body, Priority.ALWAYS);
    body.setMinSize(0, 0);
    frame.setId("frame");
    frame.setMinSize(0, 0);
    root.setId("window");
    root.getStyleClass().add("window");
    root.getChildren().addAll(frame, sheets.overlay());
    scene = new Scene(root, width, height);
    theme = new Theme(scene, session.preferences().get().theme());
    owned.onClose(theme::close);
    owned.add(fx.show(session.preferences(), this::prefer));
    owned.add(fx.show(session.overview(), o -> heard()));
    owned.add(fx.show(session.works(), w -> heard()));
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    scene.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    scene.addEventFilter(KeyEvent.KEY_RELEASED, e -> swallow = false);
    scene.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
    scene.widthProperty().subscribe(w -> fit());
    wear(session.preferences().get());
    show();
  }

  /// What the window shows.
  public Scene scene() {
    return scene;
  }

  @Override
  public void go(Place place) {
    resuming.forget();
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
    if (open != drawer.open()) {
      drawer.show(open, look.still());
      session.prefer(p -> Remembered.drawer(p, open));
    }
  }

  @Override
  public Optional<Runnable> demo() {
    return demo;
  }

  @Override
  public Optional<Runnable> own() {
    return own;
  }

  /// Goes where a link leads, else where a person was when the window was last closed: at once
  /// where that asks nothing of a repository, else when the environment is there, unless the person
  /// went elsewhere first.
  void arrive(Arrival arrival) {
    var last = Remembered.of(session.preferences().get());
    drawer.show(last.drawer(), true);
    arrival.problem().ifPresent(this::tell);
    resuming.want(
        arrival.place().or(last::place).filter(p -> !p.equals(trail.now())),
        arrival.place().isPresent());
    resuming.look(session.overview().get(), this::go, this::tell);
  }

  /// Lays words and a Cancel over the window.
  WaitSheet wait(String title, String what, Runnable cancel) {
    return sheets.wait(title, what, cancel);
  }

  void waitNoMore() {
    sheets.overlay().hide();
  }

  /// Shows a problem below the top bar until it is closed.
  void tell(Problem problem) {
    var close =
        Buttons.flat("window-problem-close", words.get("shell.close"), told.getChildren()::clear);
    told.getChildren().setAll(new Banner("window-problem", problem, words, Optional.of(close)));
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
      session.prefer(p -> Remembered.at(p, now));
    }
  }

  private void show() {
    var old = screen;
    if (old != null) {
      old.close();
    }
    var next = screens.open(trail.now(), this);
    screen = next;
    middle.show(next.root());
    draw();
    next.firstFocus().requestFocus();
  }

  private void draw() {
    var frame = Frame.of(trail.now(), session.overview().get(), session.works().get(), words);
    rail.at(trail.now());
    rail.count(frame.needsYou(), frame.running());
    top.show(new TopBar.Content(frame, trail.canBack(), trail.canForward(), notices.unseen()));
    top.repositories(frame.repository(), session.preferences().get().repositories(), session::open);
    status.show(frame.status(), frame.statusRight());
    root.pseudoClassStateChanged(PRODUCTION, frame.production().isPresent());
  }

  private void heard() {
    var fresh = notices.hear(session.overview().get(), session.works().get(), Instant.now());
    draw();
    if (!fresh.isEmpty()) {
      top.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }
    resuming.look(session.overview().get(), this::go, this::tell);
  }

  private void prefer(Session.Preferences preferences) {
    theme.choose(preferences.theme());
    wear(preferences);
    draw();
  }

  /// Wears a theme without keeping it.
  void wear(Session.Theme other) {
    theme.choose(other);
  }

  private void wear(Session.Preferences preferences) {
    look = Look.of(preferences);
    look.apply(scene);
    fit();
    if (!preferences.keys().equals(keys)) {
      keys = preferences.keys();
      Keys.use(Bindings.of(keys));
      rail.keys();
      top.keys();
    }
  }

  private void fit() {
    boolean narrow = scene.getWidth() <= Math.rint(NARROW_EM * look.size());
    root.pseudoClassStateChanged(NARROW, narrow);
    rail.narrow(narrow);
    middle.requestLayout();
  }

  private void pressed(KeyEvent event) {
    var present = screen;
    if (present != null && !sheets.overlay().open() && present.typed(event)) {
      event.consume();
      return;
    }
    boolean inText = scene.getFocusOwner() instanceof TextInputControl;
    swallow = false;
    Keys.of(event, inText)
        .filter(this::perform)
        .ifPresent(k -> {
          event.consume();
          swallow = true;
        });
  }

  /// The letter of a key that did something is not typed into the field that it moved to.
  private void typed(KeyEvent event) {
    if (swallow) {
      swallow = false;
      event.consume();
    }
  }

  private void pressed(MouseEvent event) {
    boolean went =
        event.getButton() == MouseButton.BACK
            ? perform(Keys.BACK)
            : event.getButton() == MouseButton.FORWARD && perform(Keys.FORWARD);
    if (went) {
      event.consume();
    }
  }

  /// Does what a key does: the overlay first, then the screen, then the window.
  ///
  /// @return whether it did something
  boolean perform(Keys key) {
    if (sheets.overlay().open()) {
      boolean ends = key == Keys.CLOSE || key == Keys.PALETTE;
      if (ends) {
        sheets.overlay().dismiss();
      }
      return ends;
    }
    var present = screen;
    return (present != null && present.act(key)) || act(key);
  }

  private boolean act(Keys key) {
    switch (key) {
      case PALETTE -> palette();
      case HELP -> sheets.help(look);
      case HOME -> go(new Place.Home());
      case ENVIRONMENTS -> environment();
      case HISTORY -> go(new Place.History(Optional.empty()));
      case ACTIVITY -> go(new Place.Activity());
      case SETTINGS -> go(new Place.Settings());
      case DRAWER -> toggleDrawer();
      case BACK -> back();
      case FORWARD -> forward();
      case LARGER -> size(look.size() + 1);
      case SMALLER -> size(look.size() - 1);
      case USUAL_SIZE -> size(Look.USUAL);
      case NEXT_PANE -> pane(1);
      case PREVIOUS_PANE -> pane(-1);
      case CLOSE -> {
        if (!drawer.open()) {
          return false;
        }
        drawer(false);
      }
      case FILTER,
          COMPARE,
          NEXT_DIFFERENCE,
          PREVIOUS_DIFFERENCE,
          NEXT_MATCH,
          PREVIOUS_MATCH,
          REVIEW_SYNC,
          COPY,
          PRIMARY -> {
        return false;
      }
    }
    return true;
  }

  private void toggleDrawer() {
    drawer(!drawer.open());
  }

  private void palette() {
    var present = screen;
    sheets.palette(present == null ? List.of() : present.verbs(), look);
  }

  private void showNotices() {
    notices.seen();
    sheets.notices(notices.all(), look);
    draw();
  }

  /// The environment where one was last, else the first.
  private void environment() {
    var first =
        session.overview().get().environments().stream()
            .map(e -> e.environment().name())
            .findFirst();
    Remembered.of(session.preferences().get())
        .environment()
        .filter(name -> Resuming.known(session.overview().get(), name))
        .or(() -> first)
        .ifPresentOrElse(name -> go(new Place.Environment(name)), () -> go(new Place.Home()));
  }

  private void size(double px) {
    session.prefer(p -> Look.of(p).withSize(px).in(p));
  }

  private void pane(int by) {
    Node focused = scene.getFocusOwner() == null ? root : scene.getFocusOwner();
    var present = screen;
    if (present != null) {
      Panes.step(List.of(top, rail, present.root(), drawer.root()), focused, by);
    }
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

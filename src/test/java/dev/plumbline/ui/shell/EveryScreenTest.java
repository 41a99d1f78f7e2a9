package dev.plumbline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Session;
import dev.plumbline.ui.FakeSession;
import dev.plumbline.ui.kit.Fx;
import dev.plumbline.ui.kit.Look;
import dev.plumbline.ui.kit.Place;
import dev.plumbline.ui.kit.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// Walks every screen in every state, half in each theme, under `-Plong` all in both: each control
/// has a role, a name, an id and room to be hit; each text and icon stands out from its ground; and
/// the focus goes from the header to the left, the middle, the right, the bottom.
class EveryScreenTest {

  /// A screen in a state.
  record View(
      String name,
      Supplier<FakeSession> session,
      Place place,
      double width,
      double height,
      BiConsumer<Shell, FakeSession> then) {}

  private static final Quiet QUIET = new Quiet();
  private static final Fx FX = QUIET.fx();
  private static final FxTurn TURN = new FxTurn(FX);
  private static final Words WORDS = Words.load();

  /// A window with a view in it.
  private record Open(Shell shell, Stage stage, FakeSession session) {
    void close() {
      stage.close();
      shell.close();
    }
  }

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
    Platform.setImplicitExit(false);
    // what other tests left under the pointer would be drawn as hovered
    TURN.get(() -> {
      new Robot().mouseMove(999, 999);
      return true;
    });
  }

  /// @param first the theme that it opens with: a change of the theme is what takes longest
  private static Open open(View view, Session.Theme first) {
    var open =
        TURN.get(() -> {
          var session = view.session().get();
          session.prefer(p -> Look.of(p).withMotion(Look.Motion.REDUCED).in(p).withTheme(first));
          var screens = Screens.of(session, FX, WORDS, (o, t, s) -> Optional.empty());
          var shell = new Shell(session, FX, WORDS, screens, view.width(), view.height());
          var stage = new Stage();
          stage.setScene(shell.scene());
          stage.show();
          shell.go(view.place());
          return new Open(shell, stage, session);
        });
    settle();
    TURN.get(() -> {
      view.then().accept(open.shell(), open.session());
      return true;
    });
    settle();
    return open;
  }

  /// Until no work is left, and what it brought was laid out.
  private static void settle() {
    for (int still = 0; still < 2; still++) {
      TURN.pulses(2);
      if (!QUIET.now()) {
        QUIET.await();
        still = -1;
      }
    }
  }

  @Test
  void everyControlCanBeNamedAndHitAndEveryTextCanBeRead() {
    walk(Session.Theme.LIGHT, Session.Theme.DARK);
  }

  /// Each view in the theme that the other test leaves out.
  @Test
  @Tag("long")
  void theSameInTheOtherTheme() {
    walk(Session.Theme.DARK, Session.Theme.LIGHT);
  }

  /// Half of the views in one theme, then half in the other: a change of the theme styles every
  /// node anew, so there is one.
  private static void walk(Session.Theme even, Session.Theme odd) {
    var found = new TreeSet<String>();
    var views = Stream.concat(Snapshots.views(), StateSnapshots.views()).toList();
    assertThat(views).hasSizeGreaterThan(30);
    int controls = 0;
    int texts = 0;
    for (int half = 0; half < 2; half++) {
      for (int i = half; i < views.size(); i += 2) {
        var view = views.get(i);
        var theme = half == 0 ? even : odd;
        var where = view.name() + " " + theme + ": ";
        var open = open(view, theme);
        texts += TURN.get(() -> Contrast.check(top(open), where, found));
        controls += TURN.get(() -> Controls.check(top(open), where, found));
        TURN.get(() -> {
          open.close();
          return true;
        });
      }
    }
    assertThat(controls).isGreaterThan(500);
    assertThat(texts).isGreaterThan(1500);
    assertThat(found).isEmpty();
  }

  /// What lies over the window hides the rest from who reads.
  private static Node top(Open open) {
    var overlay = (Overlay) open.shell().scene().lookup("#overlay");
    return overlay.open() ? overlay.getChildren().getFirst() : open.shell().scene().getRoot();
  }

  @Test
  void theFocusGoesFromTheHeaderToTheLeftTheMiddleTheRightAndTheBottom() {
    for (var place :
        List.of(
            new Place.Home(),
            new Place.Environment("checkout/prod-eu"),
            new Place.Plan("checkout/staging"),
            new Place.History(Optional.empty()),
            new Place.Activity(),
            new Place.Settings())) {
      var open =
          open(
              new View(
                  "order", FakeSession::busy, place, 1440, 900, (shell, s) -> shell.drawer(true)),
              Session.Theme.LIGHT);
      var zones = TURN.get(() -> zones(open));
      TURN.get(() -> {
        open.close();
        return true;
      });
      assertThat(zones).as("%s", place).isSorted().contains(0, 1, 2, 3);
    }
  }

  /// Tab from the first control of the window on: the part of the window of each that had the
  /// focus, until one comes again.
  private static List<Integer> zones(Open open) {
    var scene = open.shell().scene();
    var zones = new ArrayList<Integer>();
    var seen = new ArrayList<Node>();
    Panes.first((javafx.scene.Parent) scene.lookup("#top-bar")).orElseThrow().requestFocus();
    var now = scene.getFocusOwner();
    while (now != null && !seen.contains(now) && seen.size() < 600) {
      seen.add(now);
      zones.add(zone(now));
      now.requestFocusTraversal(TraversalDirection.NEXT);
      now = scene.getFocusOwner();
    }
    return zones;
  }

  private static int zone(Node node) {
    for (Node n = node; n != null; n = n.getParent()) {
      var id = n.getId() == null ? "" : n.getId();
      switch (id) {
        case "top-bar" -> {
          return 0;
        }
        case "rail" -> {
          return 1;
        }
        case "drawer" -> {
          return 3;
        }
        case "status-bar" -> {
          return 4;
        }
        case "middle" -> {
          return 2;
        }
        default -> {}
      }
    }
    return 9;
  }
}

package dev.plumbline.ui.shell;

import dev.plumbline.model.Problem;
import dev.plumbline.ui.FakeSession;
import dev.plumbline.ui.kit.Nav;
import dev.plumbline.ui.kit.Place;
import java.nio.file.Path;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.util.Duration;

/// What the welcome looks like while a clone runs, and after it failed.
final class Clones {
  private Clones() {}

  private static final String URL = "https://git.acme.io/platform/shop-config.git";

  static FakeSession running() {
    var session = FakeSession.empty();
    session
        .cloneFrom(URL, Path.of("/home/noor/plumbline/shop-config.git"))
        .progress("receiving objects", 12_048, 33_790);
    return session;
  }

  /// Begins a clone that fails at once, as soon as its folder was looked at.
  static void fail(FakeSession session, Shell shell) {
    if (shell.scene().lookup("#clone-url") instanceof TextField field
        && shell.scene().lookup("#clone-go") instanceof Button go) {
      field.setText(URL);
      begin(session, go);
    }
  }

  private static void begin(FakeSession session, Button go) {
    var pause = new PauseTransition(Duration.millis(60));
    pause.setOnFinished(e -> {
      go.fire();
      if (session.started.isEmpty()) {
        begin(session, go);
        return;
      }
      session
          .started
          .getLast()
          .end(
              Optional.of(
                  new Problem.Auth(
                      "git.acme.io asks who you are",
                      URL,
                      "Log in with your Git credential helper, then try again",
                      "authentication is required, no credentials for https://git.acme.io")));
    });
    pause.play();
  }

  /// A place from which the demo can be opened.
  static Nav withDemo(Nav nav) {
    return new Nav() {
      @Override
      public void go(Place place) {
        nav.go(place);
      }

      @Override
      public void here(Place place) {
        nav.here(place);
      }

      @Override
      public void back() {
        nav.back();
      }

      @Override
      public void forward() {
        nav.forward();
      }

      @Override
      public void drawer(boolean open) {
        nav.drawer(open);
      }

      @Override
      public Optional<Runnable> demo() {
        return Optional.of(() -> {});
      }
    };
  }
}

package dev.plumbline.ui.shell;

import dev.plumbline.engine.Session;
import dev.plumbline.ui.activity.WorksPane;
import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.Fx;
import dev.plumbline.ui.kit.Words;
import javafx.animation.Interpolator;
import javafx.animation.TranslateTransition;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/// Running work at the right of any place.
final class Drawer implements AutoCloseable {

  private static final double WIDTH = 372;

  private final WorksPane works;
  private final TranslateTransition slide;

  Drawer(Session session, Fx fx, Words words, Runnable hide) {
    works =
        new WorksPane(
            "drawer",
            session,
            fx,
            words,
            Buttons.icon("drawer-close", "mdi2c-close", words.get("shell.close"), hide));
    var root = works.root();
    root.getStyleClass().add("drawer");
    root.setVisible(false);
    slide = new TranslateTransition(Duration.millis(160), root);
    slide.setInterpolator(Interpolator.EASE_OUT);
  }

  Region root() {
    return works.root();
  }

  boolean open() {
    return root().isVisible();
  }

  /// @param still whether it appears at once
  void show(boolean open, boolean still) {
    if (open == open()) {
      return;
    }
    root().setVisible(open);
    slide.stop();
    root().setTranslateX(0);
    if (open && !still) {
      slide.setFromX(WIDTH);
      slide.setToX(0);
      slide.playFromStart();
    }
  }

  @Override
  public void close() {
    works.close();
  }
}

package dev.plumbline.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.plumbline.engine.Session;
import java.util.List;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/// Light, dark, or as the system says, switched while the window is open. Colours come from
/// AtlantaFX's looked-up names; our own few are in `plumbline.css`. For the FX thread only.
public final class Theme implements AutoCloseable {

  private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
  private static final String ROOT = "/dev/plumbline/ui/";
  private static final List<String> SHEETS =
      List.of(
          "plumbline.css",
          "code.css",
          "home.css",
          "environment.css",
          "plan.css",
          "history.css",
          "targets.css");
  private static final List<String> FONTS =
      List.of(
          "Inter-Regular",
          "InterMedium-Regular",
          "Inter-Bold",
          "DejaVuSansMono",
          "DejaVuSansMono-Bold");

  private final Scene scene;
  private final ChangeListener<ColorScheme> system = (p, old, now) -> draw();
  private final ListChangeListener<Window> windows = c -> popups();
  private Session.Theme chosen = Session.Theme.SYSTEM;

  /// Dresses a scene: fonts, stylesheets, and the theme until another is chosen.
  public Theme(Scene scene, Session.Theme first) {
    this.scene = scene;
    for (var font : FONTS) {
      Font.loadFont(Theme.class.getResourceAsStream(ROOT + "fonts/" + font + ".ttf"), 13);
    }
    choose(first);
    for (var sheet : SHEETS) {
      var url = Theme.class.getResource(ROOT + sheet);
      if (url != null) {
        scene.getStylesheets().add(url.toExternalForm());
      }
    }
    Platform.getPreferences().colorSchemeProperty().addListener(system);
    Window.getWindows().addListener(windows);
  }

  /// Changes to another theme at once.
  public void choose(Session.Theme theme) {
    chosen = theme;
    draw();
  }

  /// Whether it is dark now.
  public boolean dark() {
    return switch (chosen) {
      case LIGHT -> false;
      case DARK -> true;
      case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
    };
  }

  private void draw() {
    Application.setUserAgentStylesheet(
        dark()
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    scene.getRoot().pseudoClassStateChanged(DARK, dark());
    popups();
  }

  /// Popups have a root of their own, which would look our colours up as if it were light.
  private void popups() {
    for (var window : Window.getWindows()) {
      if (window instanceof PopupWindow && window.getScene() != null) {
        window.getScene().getRoot().pseudoClassStateChanged(DARK, dark());
      }
    }
  }

  @Override
  public void close() {
    Platform.getPreferences().colorSchemeProperty().removeListener(system);
    Window.getWindows().removeListener(windows);
  }
}

package dev.plumbline.ui.kit;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/// One screen in the window. The shell makes it when a person goes to its place and closes it when
/// they leave.
public interface Screen extends AutoCloseable {

  /// What is shown below the top bar: place header (56 px) and body.
  Region root();

  /// Where the focus goes when the screen appears.
  default Node firstFocus() {
    return root();
  }

  /// Acts on a key. Asked before the shell acts; single letters come only when no text has the
  /// focus.
  ///
  /// @return whether it did something
  default boolean act(Keys key) {
    return false;
  }

  /// Hears every key before anyone gives it a meaning; for a screen that asks a person to press
  /// one.
  ///
  /// @return whether it was taken
  default boolean typed(KeyEvent event) {
    return false;
  }

  /// The verbs on which [#act] acts, for the palette; the primary one first.
  default List<Keys> verbs() {
    return List.of();
  }

  /// The place changed but the screen stays: another resource of the same environment.
  ///
  /// @return whether this screen can show that place; otherwise the shell makes another
  default boolean shows(Place place) {
    return false;
  }

  /// Lets go of subscriptions and work.
  @Override
  void close();
}

package dev.plumbline.ui.kit;

import javafx.scene.Node;
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

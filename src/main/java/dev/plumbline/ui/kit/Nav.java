package dev.plumbline.ui.kit;

import java.util.Optional;

/// How a screen sends a person somewhere else.
public interface Nav {

  /// Goes to a place. Going where one is already does nothing.
  void go(Place place);

  /// Replaces the present place in the history without leaving the screen: the selection moved.
  void here(Place place);

  /// Goes one place back; does nothing at the first.
  void back();

  /// Goes one place forward; does nothing at the last.
  void forward();

  /// Shows or hides the activity drawer.
  void drawer(boolean open);

  /// Opens the demo: its repository and the sandbox cluster. Returns at once; empty where no demo
  /// can be had.
  default Optional<Runnable> demo() {
    return Optional.empty();
  }

  /// Leaves the demo for the person's own repositories. Returns at once; empty where this is not
  /// the demo.
  default Optional<Runnable> own() {
    return Optional.empty();
  }
}

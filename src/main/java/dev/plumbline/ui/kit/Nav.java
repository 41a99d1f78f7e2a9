package dev.plumbline.ui.kit;

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
}

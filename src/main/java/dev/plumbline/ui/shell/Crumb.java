package dev.plumbline.ui.shell;

import dev.plumbline.ui.kit.Place;
import java.util.Optional;

/// One part of where one is.
///
/// @param to where it leads; empty for the last one
record Crumb(String text, Optional<Place> to) {

  static Crumb here(String text) {
    return new Crumb(text, Optional.empty());
  }

  static Crumb to(String text, Place place) {
    return new Crumb(text, Optional.of(place));
  }
}

package dev.plumbline.ui.shell;

import dev.plumbline.ui.kit.Place;
import java.util.ArrayList;
import java.util.List;

/// Where a person was: back and forward as in a browser.
final class Trail {

  private static final int KEPT = 200;

  private final List<Place> places = new ArrayList<>();
  private int at;

  Trail(Place first) {
    places.add(first);
  }

  Place now() {
    return places.get(at);
  }

  /// Goes somewhere new; what was forward is forgotten.
  ///
  /// @return whether that is elsewhere
  boolean go(Place place) {
    if (place.equals(now())) {
      return false;
    }
    places.subList(at + 1, places.size()).clear();
    places.add(place);
    if (places.size() > KEPT) {
      places.removeFirst();
    }
    at = places.size() - 1;
    return true;
  }

  /// The present place changed in a detail that is no step of its own.
  void here(Place place) {
    places.set(at, place);
  }

  boolean canBack() {
    return at > 0;
  }

  boolean canForward() {
    return at < places.size() - 1;
  }

  boolean back() {
    if (!canBack()) {
      return false;
    }
    at--;
    return true;
  }

  boolean forward() {
    if (!canForward()) {
      return false;
    }
    at++;
    return true;
  }
}

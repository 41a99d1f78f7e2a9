package dev.plumbline.ui.shell;

import dev.plumbline.engine.Session.Preferences;
import dev.plumbline.ui.kit.Place;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;

/// What the window was like when it was last used, among the words that the preferences keep. What
/// cannot be understood there is as if it had not been kept.
///
/// @param bounds of the window when it was not maximised
/// @param place where one was
/// @param environment the last one that was looked at
/// @param palette what was used in the palette, the last first
record Remembered(
    Optional<Rectangle2D> bounds,
    boolean maximised,
    boolean drawer,
    Optional<Place> place,
    Optional<String> environment,
    List<String> palette) {

  private static final String BOUNDS = "bounds";
  private static final String MAXIMISED = "maximised";
  private static final String DRAWER = "drawer";
  private static final String PLACE = "place";
  private static final String ENVIRONMENT = "environment";
  private static final String PALETTE = "palette";
  private static final double GRIP = 96;

  Remembered {
    palette = List.copyOf(palette);
  }

  static Remembered of(Preferences preferences) {
    Function<String, Optional<String>> word =
        name -> Optional.ofNullable(preferences.window().get(name)).filter(w -> !w.isBlank());
    return new Remembered(
        word.apply(BOUNDS).flatMap(Remembered::bounds),
        word.apply(MAXIMISED).equals(Optional.of("true")),
        word.apply(DRAWER).equals(Optional.of("open")),
        word.apply(PLACE).flatMap(Remembered::place),
        word.apply(ENVIRONMENT),
        word.apply(PALETTE).map(w -> w.lines().toList()).orElse(List.of()));
  }

  static Preferences bounds(Preferences p, Rectangle2D bounds, boolean maximised) {
    var kept = p.with(MAXIMISED, Boolean.toString(maximised));
    return maximised
        ? kept
        : kept.with(
            BOUNDS,
            Math.round(bounds.getMinX())
                + " "
                + Math.round(bounds.getMinY())
                + " "
                + Math.round(bounds.getWidth())
                + " "
                + Math.round(bounds.getHeight()));
  }

  static Preferences drawer(Preferences p, boolean open) {
    return p.with(DRAWER, open ? "open" : "closed");
  }

  /// The place, and its environment; a review is remembered as its environment.
  static Preferences at(Preferences p, Place place) {
    var at = p.with(PLACE, word(place));
    return place.subject().map(s -> at.with(ENVIRONMENT, s)).orElse(at);
  }

  static Preferences palette(Preferences p, List<String> used) {
    return p.with(PALETTE, String.join("\n", used));
  }

  private static Optional<Rectangle2D> bounds(String word) {
    try {
      var numbers = Stream.of(word.split(" ")).map(Integer::valueOf).toList();
      return numbers.size() == 4 && numbers.get(2) > GRIP && numbers.get(3) > GRIP
          ? Optional.of(
              new Rectangle2D(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3)))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /// The bounds, if enough of the window's upper edge would be on one of these screens to be
  /// gripped.
  Optional<Rectangle2D> boundsOn(List<Rectangle2D> screens) {
    return bounds.filter(b ->
        screens.stream()
            .anyMatch(s ->
                Math.min(b.getMaxX(), s.getMaxX()) - Math.max(b.getMinX(), s.getMinX()) >= GRIP
                    && b.getMinY() >= s.getMinY() - 1
                    && b.getMinY() <= s.getMaxY() - GRIP));
  }

  private static String word(Place place) {
    return switch (place) {
      case Place.Home p -> "home";
      case Place.Environment p -> "environment " + p.name();
      case Place.Plan p -> "environment " + p.environment();
      case Place.History p -> "history " + p.environment().orElse("");
      case Place.Activity p -> "activity";
      case Place.Settings p -> "settings";
    };
  }

  private static Optional<Place> place(String word) {
    int space = word.indexOf(' ');
    var kind = space < 0 ? word : word.substring(0, space);
    var subject =
        Optional.of(space < 0 ? "" : word.substring(space + 1).strip()).filter(s -> !s.isEmpty());
    return switch (kind) {
      case "home" -> Optional.of(new Place.Home());
      case "environment" -> subject.map(Place.Environment::new);
      case "history" -> Optional.of(new Place.History(subject));
      case "activity" -> Optional.of(new Place.Activity());
      case "settings" -> Optional.of(new Place.Settings());
      default -> Optional.empty();
    };
  }
}

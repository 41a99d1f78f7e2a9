package dev.plumbline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Session;
import dev.plumbline.ui.kit.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class RememberedTest {

  private static final Rectangle2D SCREEN = new Rectangle2D(0, 0, 1920, 1080);

  private static Session.Preferences words(Map<String, String> words) {
    return new Session.Preferences(Session.Theme.LIGHT, List.of(), Map.of(), words, Map.of());
  }

  @Test
  void placesAreFoundAgainAndAReviewAsItsEnvironment() {
    for (var place :
        List.of(
            new Place.Home(),
            new Place.Environment("checkout/prod-eu"),
            new Place.History(Optional.empty()),
            new Place.History(Optional.of("checkout/prod-eu")),
            new Place.Activity(),
            new Place.Settings())) {
      assertThat(Remembered.of(Remembered.at(words(Map.of()), place)).place()).contains(place);
    }
    var review = Remembered.of(Remembered.at(words(Map.of()), new Place.Plan("web/dev")));
    assertThat(review.place()).contains(new Place.Environment("web/dev"));
    assertThat(review.environment()).contains("web/dev");
  }

  @Test
  void maximisedKeepsTheBoundsFromBefore() {
    var normal = Remembered.bounds(words(Map.of()), new Rectangle2D(40, 30, 1200, 800), false);
    var large = Remembered.of(Remembered.bounds(normal, SCREEN, true));
    assertThat(large.maximised()).isTrue();
    assertThat(large.bounds()).contains(new Rectangle2D(40, 30, 1200, 800));
  }

  @Test
  void boundsThatNoScreenShowsAreNotTaken() {
    assertThat(on("40 30 1200 800")).isPresent();
    assertThat(on("1900 30 1200 800")).as("20 px are too little to grip").isEmpty();
    assertThat(on("-1100 30 1200 800")).as("100 px can be gripped").isPresent();
    assertThat(on("40 -500 1200 800")).as("no title bar").isEmpty();
    assertThat(on("2000 2000 1200 800")).isEmpty();
  }

  private static Optional<Rectangle2D> on(String bounds) {
    return Remembered.of(words(Map.of("bounds", bounds))).boundsOn(List.of(SCREEN));
  }

  @Test
  void nonsenseIsAsIfNothingHadBeenKept() {
    var read =
        Remembered.of(
            words(
                Map.of(
                    "bounds", "1 2 x 4",
                    "maximised", "perhaps",
                    "drawer", "",
                    "place", "moon base",
                    "palette", " ")));
    assertThat(read)
        .isEqualTo(
            new Remembered(
                Optional.empty(), false, false, Optional.empty(), Optional.empty(), List.of()));
    assertThat(Remembered.of(words(Map.of("place", "environment"))).place()).isEmpty();
  }
}

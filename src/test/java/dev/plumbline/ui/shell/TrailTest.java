package dev.plumbline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ui.kit.Place;
import org.junit.jupiter.api.Test;

class TrailTest {

  private static final Place HOME = new Place.Home();
  private static final Place WEB = new Place.Environment("web/dev");
  private static final Place SETTINGS = new Place.Settings();

  @Test
  void backAndForwardAsInABrowser() {
    var trail = new Trail(HOME);
    assertThat(trail.back()).isFalse();
    assertThat(trail.go(WEB)).isTrue();
    assertThat(trail.go(WEB)).isFalse();
    trail.go(SETTINGS);
    assertThat(trail.back()).isTrue();
    assertThat(trail.now()).isEqualTo(WEB);
    assertThat(trail.forward()).isTrue();
    assertThat(trail.now()).isEqualTo(SETTINGS);
    assertThat(trail.forward()).isFalse();
    trail.back();
    trail.back();
    assertThat(trail.now()).isEqualTo(HOME);
    trail.go(SETTINGS);
    assertThat(trail.canForward()).isFalse();
  }

  @Test
  void aDetailReplacesThePlaceAndOldPlacesAreForgotten() {
    var trail = new Trail(HOME);
    trail.go(WEB);
    trail.here(
        new Place.Environment(
            "web/dev",
            java.util.Optional.of(
                dev.plumbline.model.ResourceRef.of(dev.plumbline.model.Tree.obj()))));
    trail.back();
    assertThat(trail.now()).isEqualTo(HOME);
    for (int i = 0; i < 500; i++) {
      trail.go(new Place.Environment("e" + i));
    }
    int steps = 0;
    while (trail.back()) {
      steps++;
    }
    assertThat(steps).isEqualTo(199);
    assertThat(trail.now()).isEqualTo(new Place.Environment("e300"));
  }
}

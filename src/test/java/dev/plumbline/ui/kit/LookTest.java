package dev.plumbline.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Session;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LookTest {

  private static Session.Preferences remembering(Map<String, String> words) {
    return new Session.Preferences(Session.Theme.LIGHT, List.of(), Map.of(), words, Map.of());
  }

  @Test
  void whatIsKeptIsReadBack() {
    var look = new Look(true, 19, Look.Motion.REDUCED);
    assertThat(Look.of(look.in(remembering(Map.of("place", "home"))))).isEqualTo(look);
    assertThat(look.in(remembering(Map.of("place", "home"))).window())
        .containsEntry("place", "home");
  }

  @Test
  void nonsenseIsAsIfNobodyHadChosen() {
    var usual = new Look(false, Look.USUAL, Look.Motion.SYSTEM);
    assertThat(Look.of(remembering(Map.of()))).isEqualTo(usual);
    assertThat(Look.of(remembering(Map.of("density", "x", "text-size", "big", "motion", "maybe"))))
        .isEqualTo(usual);
    assertThat(Look.of(remembering(Map.of("text-size", "4000"))).size()).isEqualTo(Look.LARGEST);
    assertThat(Look.of(remembering(Map.of("text-size", "NaN"))).size()).isEqualTo(Look.USUAL);
  }
}

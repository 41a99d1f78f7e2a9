package dev.plumbline.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ui.FakeSession;
import dev.plumbline.ui.kit.Words;
import org.junit.jupiter.api.Test;

class MarkerTest {

  @Test
  void aMarkerNamesTheWorstWithItsStateAndSaysWhatItMeansThatItStandsHere() {
    var environments = FakeSession.demonstrated().overview().get().environments();
    var markers =
        Marker.byCommit(environments, Words.load()).values().stream()
            .flatMap(m -> m.stream())
            .toList();
    var dev = markers.stream().filter(m -> m.text().startsWith("dev: ")).findFirst().orElseThrow();
    assertThat(dev.text()).startsWith("dev: mailer, unknown +");
    assertThat(dev.whole())
        .startsWith("dev is compared with this commit:\n")
        .contains("mailer / dev: Unknown, needs helm");
  }
}

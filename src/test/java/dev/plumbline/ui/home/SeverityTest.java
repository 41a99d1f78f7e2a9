package dev.plumbline.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ui.FakeSession;
import dev.plumbline.ui.kit.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeverityTest {

  @Test
  void whatIsNotKnownThenProductionThenRemovalsThenTheMost() {
    var order =
        List.of(
            new Severity(0, false, 0, 0),
            new Severity(1, true, 0, 0),
            new Severity(1, false, 0, 9),
            new Severity(2, true, 0, 0),
            new Severity(3, true, 1, 8),
            new Severity(3, true, 1, 1),
            new Severity(3, true, 0, 9),
            new Severity(3, true, 0, 1),
            new Severity(3, false, 2, 2),
            new Severity(3, false, 1, 2),
            new Severity(3, false, 0, 40));
    var random = new Random(7);
    for (int i = 0; i < 50; i++) {
      var mixed = new ArrayList<>(order);
      Collections.shuffle(mixed, random);
      Collections.sort(mixed);
      assertThat(mixed).isEqualTo(order);
    }
  }

  @Test
  void anObjectOnlyInProductionsClusterStandsBeforeOtherDriftAndIsNotHiddenInANumber() {
    var lines =
        InboxLine.of(FakeSession.demonstrated().overview().get().environments(), Words.load());
    var drifted = lines.stream().filter(l -> l.severity().rank() == 3).toList();
    assertThat(drifted.getFirst().severity().production()).isTrue();
    assertThat(drifted.getFirst().severity().removals()).isEqualTo(1);
    assertThat(drifted)
        .isSortedAccordingTo((a, b) -> a.severity().compareTo(b.severity()))
        .extracting(InboxLine::environment)
        .contains("search/prod-eu");
    assertThat(lines).extracting(l -> l.severity().rank()).isSorted();
  }
}

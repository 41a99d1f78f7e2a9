package dev.plumbline.ui.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ui.FakeSession;
import dev.plumbline.ui.kit.Tone;
import dev.plumbline.ui.kit.Words;
import org.junit.jupiter.api.Test;

class RecordLineTest {

  private static final Words WORDS = Words.load();
  private final FakeSession session = FakeSession.busy();

  private RecordLine line(String environment, String outcome) {
    return session.activity().get().stream()
        .filter(r -> r.environment().equals(environment) && r.outcome().equals(outcome))
        .findFirst()
        .map(r -> RecordLine.of(r, WORDS))
        .orElseThrow();
  }

  @Test
  void aDoneRecordIsQuietAndAPartialOneSaysHowFarItCame() {
    assertThat(line("web/dev", "done").loud()).isFalse();
    assertThat(line("web/dev", "done").what()).isEqualTo("3 steps");
    var partial = line("api/staging", "partial");
    assertThat(partial.loud()).isTrue();
    assertThat(partial.tone()).isEqualTo(Tone.DANGER);
    assertThat(partial.what()).isEqualTo("3 of 5 steps done");
    assertThat(partial.who()).isEqualTo("Iben Koch");
    assertThat(partial.sentence())
        .isEqualTo("Sync, api / staging, Partly done, 3 of 5 steps done, Iben Koch, a1be07d");
  }

  @Test
  void aDryRunIsNeverCalledASync() {
    assertThat(line("checkout/prod-eu", "done").verb()).isEqualTo("Dry-run");
  }
}

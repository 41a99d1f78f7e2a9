package dev.plumbline.ui.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.plan.StepResult;
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
  void partlyDoneWithoutAFailedStepIsNoFailure() {
    var api =
        session.activity().get().stream()
            .filter(r -> r.outcome().equals("partial"))
            .findFirst()
            .orElseThrow();
    var done = api.steps().stream().filter(s -> s.outcome() == StepResult.Outcome.DONE).toList();
    var leftOut = api.ended(api.ended(), api.outcome(), done, api.message());
    assertThat(RecordLine.of(leftOut, WORDS).tone()).isEqualTo(Tone.WARNING);
  }

  @Test
  void aDryRunIsNeverCalledASync() {
    assertThat(line("checkout/prod-eu", "done").verb()).isEqualTo("Dry-run");
  }
}

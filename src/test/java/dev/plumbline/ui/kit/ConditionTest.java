package dev.plumbline.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.EnvironmentView;
import dev.plumbline.engine.EnvironmentView.Phase;
import dev.plumbline.ui.FakeSession;
import org.junit.jupiter.api.Test;

class ConditionTest {

  private static final Words WORDS = Words.load();
  private final FakeSession session = FakeSession.busy();

  private Condition of(String environment) {
    return Condition.of(session.environment(environment).get(), WORDS);
  }

  @Test
  void onlyWhatWasComparedIsInSync() {
    assertThat(of("web/dev").mark()).isEqualTo(Mark.IN_SYNC);
    assertThat(of("web/dev").asOf()).isPresent();
    assertThat(of("ingress/dev"))
        .isEqualTo(
            new Condition(Mark.NOT_COMPARED, "Not compared", java.util.Optional.empty(), false));
    assertThat(of("api/dev").mark()).isEqualTo(Mark.COMPARING);
  }

  @Test
  void aComparedEnvironmentWhoseDriftIsGoneIsNotInSync() {
    var v = session.environment("web/dev").get();
    var without =
        new EnvironmentView(
            v.environment(),
            Phase.COMPARED,
            "",
            v.cluster(),
            v.revision(),
            java.util.Optional.empty(),
            v.staleSince(),
            v.problems(),
            0);
    assertThat(Condition.of(without, WORDS).mark()).isEqualTo(Mark.NOT_COMPARED);
  }

  @Test
  void theWorstIsSaid() {
    assertThat(of("checkout/prod-eu").word()).isEqualTo("1 unknown");
    assertThat(of("search/prod-eu").word()).isEqualTo("1 field");
    assertThat(of("mailer/staging").word()).isEqualTo("2 only in Git");
    assertThat(of("api/staging").mark()).isEqualTo(Mark.FAILED);
    assertThat(of("web/prod-us").mark()).isEqualTo(Mark.UNMAPPED);
  }

  @Test
  void aDriftThatCannotBeRenewedIsStaleAndSaysSinceWhen() {
    var stale = of("ingress/prod-eu");
    assertThat(stale.mark()).isEqualTo(Mark.STALE);
    assertThat(stale.word()).matches("As of \\d\\d:\\d\\d");
    assertThat(stale.needsYou()).isTrue();
  }
}

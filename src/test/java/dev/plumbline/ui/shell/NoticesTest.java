package dev.plumbline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.EnvironmentView;
import dev.plumbline.engine.Work;
import dev.plumbline.model.Problem;
import dev.plumbline.ui.FakeSession;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoticesTest {

  private final FakeSession session = FakeSession.busy();
  private final Notices notices = new Notices();

  private List<String> hear(List<Work.View> works) {
    return notices.hear(session.overview().get(), works, Instant.now()).stream()
        .map(Notices.Notice::subject)
        .toList();
  }

  @Test
  void aProblemIsToldOnceAndAgainOnlyWhenItCameBack() {
    assertThat(hear(List.of())).containsExactlyInAnyOrder("api/staging", "ingress/prod-eu");
    assertThat(hear(List.of())).isEmpty();
    var failed = session.environment("api/staging").get();
    session.set(EnvironmentView.idle(failed.environment()));
    assertThat(hear(List.of())).isEmpty();
    session.set(failed);
    assertThat(hear(List.of())).containsExactly("api/staging");
    assertThat(notices.unseen()).isEqualTo(3);
    notices.seen();
    assertThat(notices.unseen()).isZero();
    assertThat(notices.all()).hasSize(3).first().extracting("subject").isEqualTo("api/staging");
  }

  @Test
  void workThatFailedIsToldAndCancelledWorkIsNot() {
    hear(List.of());
    var failed = new Work("Fetch", "repository");
    failed.end(Optional.of(new Problem.Network("No answer", "", "", "")));
    var cancelled = new Work("Clone", "repository");
    cancelled.end(Optional.of(new Problem.Cancelled("Cancelled", "", "", "")));
    assertThat(hear(List.of(failed.state().get(), cancelled.state().get())))
        .containsExactly("Fetch");
  }
}

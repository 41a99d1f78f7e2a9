package dev.plumbline.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Session.Theme;
import dev.plumbline.model.Problem;
import dev.plumbline.ui.FakeSession;
import dev.plumbline.ui.kit.Fx;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsModelTest {

  private final FakeSession session = FakeSession.busy();
  private final SettingsModel model = new SettingsModel(session, Fx.direct());

  @Test
  void contextsAreReadAsDataAndNothingIsAsked() {
    assertThat(model.content().get().contexts()).hasSize(5);
    assertThat(model.content().get().unmapped()).containsExactly("prod-us");
    assertThat(session.asked).isEmpty();
  }

  @Test
  void aContextIsGivenToAClusterAndTakenAway() {
    model.map("prod-us", "us-1");
    var content = model.content().get();
    var us =
        content.contexts().stream().filter(c -> c.name().equals("us-1")).findFirst().orElseThrow();
    assertThat(content.standsFor(us)).containsExactly("prod-us");
    assertThat(content.unmapped()).isEmpty();
    model.unmap("prod-us");
    assertThat(model.content().get().unmapped()).containsExactly("prod-us");
    assertThat(session.preferences().get().clusters())
        .containsOnlyKeys("dev", "staging", "prod-eu");
  }

  @Test
  void aFailedMappingIsShownAndChangesNothing() {
    session.failure = Optional.of(new Problem.Auth("The login expired", "us-1", "Log in", ""));
    model.map("prod-us", "us-1");
    assertThat(model.content().get().problem()).isEqualTo(session.failure);
    assertThat(model.content().get().reading()).isEmpty();
    assertThat(model.content().get().unmapped()).containsExactly("prod-us");
  }

  @Test
  void themeAndRepositoriesKeepTheRest() {
    var clusters = session.preferences().get().clusters();
    model.theme(Theme.DARK);
    model.forget(Path.of("/home/noor/src/platform-config"));
    var now = session.preferences().get();
    assertThat(now.theme()).isEqualTo(Theme.DARK);
    assertThat(now.repositories()).hasSize(2);
    assertThat(now.clusters()).isEqualTo(clusters);
    assertThat(model.content().get().preferences()).isEqualTo(now);
  }
}

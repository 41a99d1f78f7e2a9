package dev.plumbline.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.process.Programs;
import dev.plumbline.testing.ControlPlane;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/// The real helm, for tests: the one on the PATH, else that of the built parts.
final class HelmProgram {

  private static final String BUILD = "src/test/control-plane/parts.sh build";
  private static final Optional<Path> HELM =
      Programs.system().find("helm").or(() -> ControlPlane.part("helm"));

  private HelmProgram() {}

  /// Skips a test where there is none, and fails it on CI.
  static void isThere() {
    assertThat(HELM.isPresent() || !"true".equals(System.getenv("CI"))).as(BUILD).isTrue();
    if (HELM.isEmpty()) {
      System.err.println("SKIPPED: helm is not there (" + BUILD + ")");
    }
    Assumptions.assumeTrue(HELM.isPresent());
  }

  static Path path() {
    return HELM.orElseThrow();
  }

  /// The system's programs with that helm.
  static FakePrograms programs() {
    return new FakePrograms(Map.of("helm", path()));
  }
}

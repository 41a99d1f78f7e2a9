package dev.plumbline.cluster;

import static dev.plumbline.cluster.Real.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.Problem;
import dev.plumbline.testing.ControlPlane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whom we trust, against a real server.
class RealTlsTest {

  private static ControlPlane plane;

  @TempDir Path folder;

  private final Cancel cancel = Cancel.never();

  @BeforeAll
  static void start() {
    plane = ControlPlane.shared();
  }

  /// The token user's kubeconfig, with one more line in its cluster and without its authority.
  private Cluster with(String line, boolean authority) throws IOException {
    var file = folder.resolve("k");
    var text = Files.readString(plane.kubeconfig("token"));
    if (!authority) {
      text = text.replaceAll("(?m)^ *certificate-authority(-data)?: .*\\R", "");
    }
    var server = "server: " + plane.server();
    assertThat(text).contains(server);
    Files.writeString(file, text.replace(server, server + "\n    " + line));
    return Real.current(file);
  }

  @Test
  void anUnknownAuthorityIsNotTrusted() throws IOException {
    try (var cluster = with("", false)) {
      var problem = problem(() -> cluster.version(cancel));
      assertThat(problem).isInstanceOf(Problem.Network.class);
      assertThat(problem.what()).endsWith("is not trusted");
    }
  }

  @Test
  void insecureSkipsTheCheck() throws IOException {
    try (var cluster = with("insecure-skip-tls-verify: true", false)) {
      assertThat(cluster.whoAmI(cancel)).contains("token-user");
    }
  }

  @Test
  void theNameGivenIsTheOneThatCounts() throws IOException {
    try (var cluster = with("tls-server-name: localhost", true)) {
      assertThat(cluster.whoAmI(cancel)).contains("token-user");
    }
    try (var cluster = with("tls-server-name: other.example", true)) {
      var problem = problem(() -> cluster.version(cancel));
      assertThat(problem.what()).endsWith("is not trusted");
      assertThat(problem.detail()).isEqualTo("The certificate is not for other.example");
    }
    try (var cluster = with("tls-server-name: localhost", false)) {
      assertThat(problem(() -> cluster.version(cancel)).what()).endsWith("is not trusted");
    }
  }
}

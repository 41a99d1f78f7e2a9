package dev.plumbline.cluster;

import static dev.plumbline.cluster.Real.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.Problem;
import dev.plumbline.process.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is shown to the server, and when a credential plugin runs.
class LoginTest {

  @TempDir Path folder;

  private final Cancel cancel = Cancel.never();
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private volatile Set<String> accepted = Set.of();

  private ApiDouble server() {
    return new ApiDouble(this::answer);
  }

  private void answer(HttpExchange exchange) throws IOException {
    var authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    seen.add(authorization);
    if (accepted.isEmpty() || accepted.contains(authorization)) {
      ApiDouble.json(exchange, 200, "{\"gitVersion\":\"v1\"}");
    } else {
      ApiDouble.status(exchange, 401, "Unauthorized", "Unauthorized");
    }
  }

  /// A plugin that answers `token-N` on its Nth run and keeps what it was told in files.
  private String plugin(String more, String expiry) throws IOException {
    var script = folder.resolve("login");
    Files.writeString(
        script,
        """
        #!/bin/sh
        cd "$(dirname "$0")"
        echo run >> runs
        printf '%%s' "$KUBERNETES_EXEC_INFO" > info
        printf '%%s' "$COLOUR $1" > told
        n=$(wc -l < runs | tr -d ' ')
        echo '{"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1",
          "status":{"token":"token-'$n'"%s}}'
        """
            .formatted(expiry));
    assertThat(script.toFile().setExecutable(true)).isTrue();
    return """
    {exec: {apiVersion: client.authentication.k8s.io/v1, command: ./login, args: [now],
      env: [{name: COLOUR, value: blue}]%s}}\
    """
        .formatted(more)
        .replace("\n", " ");
  }

  private long runs() throws IOException {
    var runs = folder.resolve("runs");
    return Files.exists(runs) ? Files.readAllLines(runs).size() : 0;
  }

  @Test
  void tokenBasicAndNoLogin() {
    try (var server = server()) {
      server.open(folder, "{token: abc}", new NoPrograms()).version(cancel);
      server.open(folder, "{username: u, password: p}", new NoPrograms()).version(cancel);
      server.open(folder, "{}", new NoPrograms()).version(cancel);
      assertThat(seen).containsExactly("Bearer abc", "Basic dTpw", "null");
    }
  }

  @Test
  void aTokenFileIsReadAtEachRequest() throws IOException {
    try (var server = server()) {
      Files.writeString(folder.resolve("t"), "one\n");
      var cluster = server.open(folder, "{tokenFile: t, token: old}", new NoPrograms());
      cluster.version(cancel);
      Files.writeString(folder.resolve("t"), "two\n");
      cluster.version(cancel);
      assertThat(seen).containsExactly("Bearer one", "Bearer two");
    }
  }

  @Test
  void aPluginRunsOnceWithItsArgumentsAndEnvironment() throws IOException {
    try (var server = server()) {
      var user = plugin(", provideClusterInfo: true", "");
      var cluster = server.open(folder, user, Programs.system());
      assertThat(runs()).isZero();
      cluster.version(cancel);
      cluster.version(cancel);
      assertThat(runs()).isEqualTo(1);
      assertThat(seen).containsExactly("Bearer token-1", "Bearer token-1");
      assertThat(folder.resolve("told")).hasContent("blue now");
      var info = Real.object(Files.readString(folder.resolve("info")));
      assertThat(info.text("kind")).contains("ExecCredential");
      assertThat(info.text("spec", "cluster", "server")).contains(server.url());
    }
  }

  @Test
  void aRefusedTokenIsRenewedOnceAndThenTheLoginHasExpired() throws IOException {
    try (var server = server()) {
      var cluster = server.open(folder, plugin("", ""), Programs.system());
      accepted = Set.of("Bearer token-2");
      cluster.version(cancel);
      assertThat(seen).containsExactly("Bearer token-1", "Bearer token-2");
      accepted = Set.of("Bearer none");
      var problem = problem(() -> cluster.version(cancel));
      assertThat(problem).isInstanceOf(Problem.Auth.class);
      assertThat(problem.what()).isEqualTo("The login to test was refused or has expired");
      assertThat(seen).hasSize(4);
      assertThat(runs()).isEqualTo(3);
    }
  }

  @Test
  void anExpiredCredentialIsRenewedBeforeItIsUsed() throws IOException {
    try (var server = server()) {
      var expired = ",\"expirationTimestamp\":\"2020-01-01T00:00:00Z\"";
      var cluster = server.open(folder, plugin("", expired), Programs.system());
      cluster.version(cancel);
      cluster.version(cancel);
      assertThat(seen).containsExactly("Bearer token-1", "Bearer token-2");
    }
  }

  @Test
  void aMissingPluginIsNamedWithThePath() {
    try (var server = server()) {
      var user =
          "{exec: {apiVersion: client.authentication.k8s.io/v1beta1, command: aws,"
              + " installHint: Install it with the cloud tools.}}";
      var problem = problem(() -> server.open(folder, user, new NoPrograms()).version(cancel));
      assertThat(problem.what())
          .isEqualTo(
              "The kubeconfig context test needs `aws`, which is not on the PATH (/nowhere)");
      assertThat(problem.whatToDo()).isEqualTo("Install it with the cloud tools.");
      assertThat(server.requests).isEmpty();
    }
  }

  @Test
  void whatCannotWorkIsRefusedInWords() throws IOException {
    try (var server = server()) {
      var terminal = plugin(", interactiveMode: Always", "");
      assertThat(problem(() -> server.open(folder, terminal, Programs.system()).version(cancel)))
          .extracting(Problem::what)
          .isEqualTo("The credential plugin ./login wants a terminal, and there is none here");
      var old = terminal.replace("io/v1,", "io/v1alpha1,").replace(", interactiveMode: Always", "");
      assertThat(problem(() -> server.open(folder, old, Programs.system()).version(cancel)))
          .extracting(Problem::what)
          .asString()
          .contains("v1alpha1, which is not known here");
      var provider = "{auth-provider: {name: gcp}}";
      assertThat(problem(() -> server.open(folder, provider, Programs.system()).version(cancel)))
          .isInstanceOf(Problem.Auth.class)
          .extracting(Problem::what)
          .asString()
          .contains("auth-provider gcp");
      assertThat(server.requests).isEmpty();
      assertThat(runs()).isZero();
    }
  }

  @Test
  void aPluginThatFailsIsQuoted() throws IOException {
    try (var server = server()) {
      var user = plugin("", "");
      Files.writeString(folder.resolve("login"), "#!/bin/sh\necho 'session expired' >&2\nexit 3\n");
      var problem = problem(() -> server.open(folder, user, Programs.system()).version(cancel));
      assertThat(problem.what()).isEqualTo("The credential plugin ./login ended with exit code 3");
      assertThat(problem.detail()).isEqualTo("session expired");
    }
  }

  @Test
  void impersonationIsAskedFor() {
    var impersonated = new CopyOnWriteArrayList<String>();
    try (var server =
        new ApiDouble(exchange -> {
          impersonated.addAll(exchange.getRequestHeaders().get("Impersonate-User"));
          impersonated.addAll(exchange.getRequestHeaders().get("Impersonate-Group"));
          ApiDouble.json(exchange, 200, "{}");
        })) {
      server
          .open(folder, "{token: t, as: jane, as-groups: [a, b]}", new NoPrograms())
          .version(cancel);
      assertThat(impersonated).containsExactly("jane", "a", "b");
    }
  }
}

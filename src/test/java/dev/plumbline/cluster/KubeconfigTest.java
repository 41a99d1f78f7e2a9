package dev.plumbline.cluster;

import static dev.plumbline.cluster.Real.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.KubeContext;
import dev.plumbline.model.Problem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubeconfigTest {

  @TempDir Path folder;

  private Path write(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static Kubeconfig load(Path... files) {
    return Kubeconfig.load(List.of(files), new NoPrograms());
  }

  @Test
  void theFlagWinsThenTheVariableThenHome() {
    var two = Map.of("KUBECONFIG", "/a" + File.pathSeparator + File.pathSeparator + "/b");
    assertThat(Kubeconfig.files(Optional.of(Path.of("/f")), two)).containsExactly(Path.of("/f"));
    assertThat(Kubeconfig.files(Optional.empty(), two))
        .containsExactly(Path.of("/a"), Path.of("/b"));
    assertThat(Kubeconfig.files(Optional.empty(), Map.of("HOME", "/h", "KUBECONFIG", "")))
        .containsExactly(Path.of("/h/.kube/config"));
  }

  @Test
  void ofSeveralFilesTheFirstEntryOfANameWins() throws IOException {
    var first =
        write(
            "one",
            """
            clusters: [{name: eu, cluster: {server: "https://first"}}]
            contexts:
            - {name: a, context: {cluster: eu, user: u, namespace: shop}}
            """);
    var second =
        write(
            "two",
            """
            current-context: b
            clusters:
            - {name: eu, cluster: {server: "https://second"}}
            - {name: us, cluster: {server: "https://us"}}
            users: [{name: u, user: {token: x}}]
            contexts:
            - {name: a, context: {cluster: us, user: other}}
            - {name: b, context: {cluster: us, user: u}}
            """);
    var third = write("three", "current-context: a\n");
    var config = load(first, second, third);
    assertThat(config.problems()).isEmpty();
    assertThat(config.contexts())
        .containsExactly(
            new KubeContext(
                "a", "eu", "https://first", "u", Optional.of("shop"), "token", first + "", false),
            new KubeContext(
                "b", "us", "https://us", "u", Optional.empty(), "token", second + "", true));
    assertThat(config.current()).map(KubeContext::name).contains("b");
  }

  @Test
  void saysHowEachContextLogsIn() throws IOException {
    var file =
        write(
            "all",
            """
            users:
            - {name: t, user: {tokenFile: t}}
            - {name: c, user: {client-certificate: c, client-key: k}}
            - {name: e, user: {exec: {command: /opt/bin/aws, apiVersion: x}}}
            - {name: b, user: {username: u, password: p}}
            - {name: p, user: {auth-provider: {name: oidc}}}
            - {name: nobody, user: {}}
            contexts:
            - {name: t, context: {user: t}}
            - {name: c, context: {user: c}}
            - {name: e, context: {user: e}}
            - {name: b, context: {user: b}}
            - {name: p, context: {user: p}}
            - {name: nobody, context: {user: nobody}}
            - {name: missing, context: {user: missing}}
            """);
    assertThat(load(file).contexts())
        .extracting(KubeContext::auth)
        .containsExactly(
            "token",
            "client certificate",
            "exec aws",
            "basic",
            "auth-provider oidc",
            "none",
            "none");
  }

  @Test
  void aBrokenOrMissingFileIsNamedAndTheOthersAreRead() throws IOException {
    var broken = write("broken", "contexts: [\n");
    var list = write("list", "[1, 2]\n");
    var empty = write("empty", "");
    var good = write("good", "contexts: [{name: a, context: {cluster: c}}]\n");
    var config = load(broken, folder.resolve("absent"), list, empty, good);
    assertThat(config.contexts()).extracting(KubeContext::name).containsExactly("a");
    assertThat(config.problems()).hasSize(3);
    assertThat(config.problems().get(0).where()).startsWith(broken.toString());
    assertThat(config.problems().get(1)).isInstanceOf(Problem.NotFound.class);
    assertThat(config.problems().get(2).where()).startsWith(list.toString());
  }

  @Test
  void openingSaysWhatIsMissing() throws IOException {
    var file =
        write(
            "k",
            """
            clusters: [{name: c, cluster: {server: "https://c"}}]
            contexts:
            - {name: a, context: {cluster: gone}}
            - {name: b, context: {cluster: c, user: gone}}
            """);
    var config = load(file);
    assertThat(problem(() -> config.open("x")).whatToDo()).isEqualTo("Choose one of: a, b.");
    assertThat(problem(() -> config.open("a"))).isInstanceOf(Problem.NotFound.class);
    assertThat(problem(() -> config.open("b"))).isInstanceOf(Problem.Auth.class);
  }

  @Test
  void openingReadsAndRunsNothing() throws IOException {
    var file =
        write(
            "k",
            """
            clusters: [{name: c, cluster: {server: "https://c", certificate-authority: absent}}]
            users: [{name: u, user: {exec: {command: absent}, client-certificate: absent}}]
            contexts: [{name: a, context: {cluster: c, user: u}}]
            """);
    try (var cluster = load(file).open("a")) {
      assertThat(cluster.server()).isEqualTo("https://c");
      assertThat(cluster.context()).isEqualTo("a");
    }
  }

  @Test
  void pathsAreRelativeToTheirOwnFile() throws IOException {
    var file =
        write(
            "sub/k",
            """
            clusters: [{name: c, cluster: {server: "http://127.0.0.1:1"}}]
            users: [{name: u, user: {tokenFile: my-token}}]
            contexts: [{name: a, context: {cluster: c, user: u}}]
            """);
    try (var cluster = load(file).open("a")) {
      var problem = problem(() -> cluster.version(dev.plumbline.model.Cancel.never()));
      assertThat(problem).isInstanceOf(Problem.Auth.class);
      assertThat(problem.what())
          .isEqualTo("The file " + folder.resolve("sub/my-token") + " cannot be read");
    }
  }
}

package dev.plumbline.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Secrets;
import dev.plumbline.model.Tree;
import dev.plumbline.testing.ControlPlane;
import dev.plumbline.yaml.Json;
import dev.plumbline.yaml.Yaml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The verdict beside that of `kubectl diff --server-side` on a real API server: whether anything
/// differs, and which fields we name.
class ComparisonAgainstKubectlTest {

  private final ControlPlane server = ControlPlane.shared();
  private final String namespace = server.namespace("drift");

  @TestFactory
  Stream<DynamicTest> agreesOnAnyDifference() throws IOException {
    List<Tree> cases;
    try (var in =
        Objects.requireNonNull(getClass().getResourceAsStream("/drift/against-kubectl.yaml"))) {
      var file = Yaml.read(in.readAllBytes(), "against-kubectl.yaml");
      assertThat(file.problems()).isEmpty();
      cases = file.documents().getFirst().body().items("cases");
    }
    assertThat(cases).hasSizeGreaterThan(10);
    return cases.stream()
        .map(c -> DynamicTest.dynamicTest(c.text("case").orElseThrow(), () -> check(c)));
  }

  private void check(Tree given) throws IOException, InterruptedException {
    apply(Json.compact(given.at("applied").orElseThrow()));
    var desired = (Tree.Obj) given.at("desired").or(() -> given.at("applied")).orElseThrow();
    var git = Json.compact(desired);
    var name =
        desired.text("kind").orElseThrow() + "/" + desired.text("metadata", "name").orElseThrow();
    for (var edit : given.items("edits")) {
      var words = new ArrayList<String>();
      edit.items("kubectl").forEach(w -> words.add(((Tree.Str) w).value()));
      words.addAll(List.of("-n", namespace));
      server.kubectl("", words.toArray(String[]::new));
    }

    var drift = compare(git, name);

    agrees(drift, given.items("paths"), git);
    given
        .text("owner")
        .ifPresent(owner ->
            assertThat(drift.fields().getFirst().owner().map(Owner::manager)).contains(owner));

    apply(git);
    agrees(compare(git, name), given.items("afterSync"), git);
  }

  private void agrees(ResourceDrift drift, List<Tree> paths, String git)
      throws IOException, InterruptedException {
    assertThat(drift.fields().stream().map(c -> (Tree) Tree.str(c.path().toString())))
        .containsExactlyInAnyOrderElementsOf(paths);
    assertThat(kubectlDiff(git)).isEqualTo(paths.isEmpty() ? 0 : 1);
    assertThat(drift.word()).isEqualTo(paths.isEmpty() ? "in-sync" : "changed");
  }

  private void apply(String json) {
    server.kubectl(
        json,
        "apply",
        "--server-side",
        "--force-conflicts",
        "--field-manager=plumbline",
        "-n",
        namespace,
        "-f",
        "-");
  }

  /// Controllers write the status meanwhile: both sides must be of one resourceVersion.
  private ResourceDrift compare(String git, String name) {
    while (true) {
      var live =
          object(
              server.kubectl(
                  "", "get", name, "-n", namespace, "-o", "json", "--show-managed-fields"));
      var predicted =
          object(
              server.kubectl(
                  git,
                  "apply",
                  "--server-side",
                  "--force-conflicts",
                  "--field-manager=plumbline",
                  "--dry-run=server",
                  "-o",
                  "json",
                  "--show-managed-fields",
                  "-n",
                  namespace,
                  "-f",
                  "-"));
      var version = live.text("metadata", "resourceVersion");
      if (version.equals(predicted.text("metadata", "resourceVersion"))) {
        return Comparison.of(ComparisonTest.manifest(predicted), live, predicted, "plumbline");
      }
    }
  }

  private static Tree.Obj object(String json) {
    return Secrets.hide((Tree.Obj) Json.parse(json, "kubectl"));
  }

  private int kubectlDiff(String git) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(
                server.kubectl().toString(),
                "--kubeconfig",
                server.kubeconfig().toString(),
                "diff",
                "--server-side",
                "--force-conflicts",
                "--field-manager=plumbline",
                "-n",
                namespace,
                "-f",
                "-")
            .redirectErrorStream(true)
            .start();
    try (var in = process.getOutputStream()) {
      in.write(git.getBytes(StandardCharsets.UTF_8));
    }
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.waitFor();
    assertThat(exit).as(said).isLessThan(2);
    return exit;
  }
}

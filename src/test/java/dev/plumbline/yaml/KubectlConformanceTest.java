package dev.plumbline.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.model.Tree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whether the records still are what the kubectl of this machine says, so that a new version that
/// reads differently is noticed.
class KubectlConformanceTest {

  @TempDir Path folder;

  @BeforeEach
  void kubectlIsThere() {
    boolean there = false;
    for (var place : System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator)) {
      there |= Files.isExecutable(Path.of(place, "kubectl"));
    }
    if (!there && !"true".equals(System.getenv("CI"))) {
      System.err.println("SKIPPED KubectlConformanceTest: there is no kubectl on the PATH");
    }
    assumeTrue(there || "true".equals(System.getenv("CI")));
  }

  @Test
  void readsTheRecordedFilesAsRecorded() throws Exception {
    var command = new ArrayList<String>();
    var expected = new ArrayList<Tree>();
    for (var c : Records.all()) {
      if (c.read().isPresent()) {
        command.addAll(List.of("-f", c.input().toString()));
        expected.addAll(c.read().get());
      }
    }
    var output = kubectl(command);
    assertThat(Records.objects(output)).isEqualTo(expected);
  }

  @Test
  void refusesTheRecordedFiles() throws Exception {
    for (var c : Records.all()) {
      if (c.read().isEmpty()) {
        assertThat(kubectl(List.of("-f", c.input().toString()))).as(c.name()).isEmpty();
      }
    }
  }

  @Test
  void readsWhatWeWrite() throws Exception {
    var expected = new ArrayList<Tree>();
    var text = new StringBuilder();
    var random = new RandomTrees(20261124);
    for (int i = 0; i < 300; i++) {
      var tree =
          Tree.obj(
              "apiVersion", Tree.str("example.com/v1"),
              "kind", Tree.str("Thing"),
              "metadata", Tree.obj("name", Tree.str("thing-" + i)),
              "spec", random.object(4));
      expected.add(tree);
      text.append("---\n").append(Yaml.write(tree));
    }
    var file = Files.writeString(folder.resolve("written.yaml"), text);
    assertThat(Records.objects(kubectl(List.of("-f", file.toString())))).isEqualTo(expected);
  }

  private String kubectl(List<String> files) throws Exception {
    var command = new ArrayList<>(List.of("kubectl", "patch", "--local", "-o", "json"));
    command.addAll(List.of("--type=merge", "-p", "{}"));
    command.addAll(files);
    var out = Files.createTempFile(folder, "out", ".json");
    var err = Files.createTempFile(folder, "err", ".txt");
    var process =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    process.environment().put("KUBECONFIG", folder.resolve("none").toString());
    assertThat(process.start().waitFor(60, TimeUnit.SECONDS)).isTrue();
    return Files.readString(out);
  }
}

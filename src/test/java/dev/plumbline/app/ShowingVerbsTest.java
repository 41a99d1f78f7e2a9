package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.testing.ControlPlane;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The verbs `sandbox`, `demo` and `tour` as processes of their own, because they live until
/// somebody ends them or start a toolkit.
class ShowingVerbsTest {

  @TempDir private Path folder;

  @Test
  void theSandboxServesUntilItIsEnded() throws IOException, InterruptedException {
    var kubeconfig = folder.resolve("sandbox.kubeconfig");
    var sandbox = plumbline("sandbox", "--kubeconfig", kubeconfig.toString()).start();
    try {
      var until = Instant.now().plus(Duration.ofSeconds(60));
      while (!Files.exists(kubeconfig) && Instant.now().isBefore(until) && sandbox.isAlive()) {
        sandbox.waitFor(100, TimeUnit.MILLISECONDS);
      }
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kubeconfig)))
          .isEqualTo("rw-------");

      var kubectl =
          new ProcessBuilder(
                  ControlPlane.shared().kubectl().toString(),
                  "--kubeconfig",
                  kubeconfig.toString(),
                  "get",
                  "namespaces",
                  "--output=name")
              .redirectErrorStream(true)
              .start();
      assertThat(text(kubectl)).contains("namespace/default", "namespace/kube-system");
    } finally {
      sandbox.toHandle().destroy();
    }
    assertThat(text(sandbox)).contains("https://127.0.0.1:", "simulation", "Ctrl C");
    assertThat(sandbox.waitFor()).isZero();
    assertThat(kubeconfig).doesNotExist();
  }

  @Test
  void theSandboxOverwritesNobodysFile() throws IOException, InterruptedException {
    var mine = Files.writeString(folder.resolve("config"), "apiVersion: v1\n");

    var sandbox = plumbline("sandbox", "--kubeconfig", mine.toString()).start();

    assertThat(text(sandbox)).contains("is no sandbox's kubeconfig", mine.toString());
    assertThat(sandbox.waitFor()).isEqualTo(3);
    assertThat(mine).hasContent("apiVersion: v1");
  }

  @Test
  @Tag("long")
  void withoutADisplayTheDemoTakesTheTour() throws IOException, InterruptedException {
    var tour = folder.resolve("tour");
    var builder = plumbline("demo", "--tour", tour.toString());
    builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY"));

    var demo = builder.start();

    var said = text(demo);
    assertThat(demo.waitFor()).as(said).isZero();
    assertThat(said)
        .contains(
            "There is no display for a window (neither DISPLAY nor WAYLAND_DISPLAY is set), so this takes the tour instead");
    try (var files = Files.list(tour)) {
      var pictures = files.filter(f -> f.toString().endsWith(".png")).toList();
      assertThat(pictures).hasSizeGreaterThanOrEqualTo(24);
      for (var picture : pictures) {
        var read = ImageIO.read(picture.toFile());
        assertThat(List.of(read.getWidth(), read.getHeight())).containsExactly(1440, 900);
      }
    }
    assertThat(tour.resolve("summary.txt"))
        .content()
        .contains("checkout/prod-eu: drifted, 15 resources, 5 changed in 7 fields", "09 apply")
        .doesNotContain("DID NOT COME");
  }

  @Test
  void aTourThatCannotBeWrittenIsRefusedBeforeTheDemoIsMade()
      throws IOException, InterruptedException {
    var file = Files.writeString(folder.resolve("file"), "");

    var tour = plumbline("tour", file.resolve("pictures").toString()).start();

    assertThat(text(tour))
        .contains("The tour's pictures cannot be written", "Choose another folder")
        .doesNotContain("Preparing", "\tat ");
    assertThat(tour.waitFor()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Preparing", "03 "})
  @Tag("long")
  void aTourThatIsEndedLeavesNothing(String line) throws IOException, InterruptedException {
    ended(line, Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 1500, 4000})
  @Tag("long")
  void aTourThatIsEndedWhileTheDemoIsMadeLeavesNothing(int millis)
      throws IOException, InterruptedException {
    ended("Preparing", Duration.ofMillis(millis));
  }

  /// Ends a tour some time after it has said a line.
  private void ended(String line, Duration after) throws IOException, InterruptedException {
    var temporary = Files.createDirectories(folder.resolve("tmp"));
    var builder = plumbline("tour", folder.resolve("tour").toString());
    builder.command().add(1, "-Djava.io.tmpdir=" + temporary);
    var tour = builder.start();
    var said = new StringBuilder();
    try (var lines = tour.inputReader(StandardCharsets.UTF_8)) {
      for (var l = lines.readLine(); l != null; l = lines.readLine()) {
        said.append(l).append('\n');
        if (l.startsWith(line)) {
          tour.waitFor(after.toMillis(), TimeUnit.MILLISECONDS);
          tour.toHandle().destroy();
        }
      }
    }
    assertThat(tour.waitFor()).as(said.toString()).isEqualTo(143);
    assertThat(said.toString()).contains(line).doesNotContain("\tat ", "Exception");
    try (var left = Files.list(temporary)) {
      assertThat(left.map(f -> f.getFileName().toString()))
          .noneMatch(f -> f.startsWith("plumbline-demo-"));
    }
  }

  private ProcessBuilder plumbline(String... words) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add("dev.plumbline.Main");
    command.addAll(List.of(words));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PLUMBLINE_HOME", folder.resolve("home").toString());
    return builder;
  }

  private static String text(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}

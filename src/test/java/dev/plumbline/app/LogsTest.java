package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// In a process of its own, because a process configures its logging once.
class LogsTest {

  @TempDir private Path folder;

  /// What that process does.
  static final class Speaker {
    static void main(String[] args) {
      Logs.start(Path.of(args[0]));
      for (int i = 1; i < args.length; i++) {
        var log = LoggerFactory.getLogger("speaker");
        log.debug("debug {}", args[i]);
        log.info("info {}", args[i]);
        log.warn("warn {}", args[i]);
      }
    }
  }

  private record Said(String out, String err) {}

  private Said speak(Path state, String... words) throws IOException, InterruptedException {
    var err = folder.resolve("err").toFile();
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Speaker.class.getName(),
            state.toString());
    builder.command().addAll(java.util.List.of(words));
    var process = builder.redirectError(err).start();
    var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return new Said(out, Files.readString(err.toPath()));
  }

  @Test
  void warningsGoToTheErrorStreamAndEverythingOfInterestToAFile() throws Exception {
    var state = folder.resolve("state");

    var said = speak(state, "one", "two");

    assertThat(said.out()).isEmpty();
    assertThat(said.err()).contains("WARNING speaker: warn one", "warn two").doesNotContain("info");
    assertThat(Files.readString(state.resolve("plumbline.0.log")))
        .contains("INFO speaker: info one", "WARNING speaker: warn two")
        .doesNotContain("debug");
  }

  @Test
  void whoLogsNothingLeavesNothing() throws Exception {
    assertThat(speak(folder.resolve("state"))).isEqualTo(new Said("", ""));
    assertThat(folder.resolve("state")).doesNotExist();
  }

  @Test
  void aFolderThatCannotBeMadeCostsTheFileOnly() throws Exception {
    var state = Files.writeString(folder.resolve("state"), "a file");

    var said = speak(state, "one", "two");

    assertThat(said.err()).contains("warn one", "warn two").containsOnlyOnce("No log file in");
  }
}

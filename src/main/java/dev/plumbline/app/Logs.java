package dev.plumbline.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.logging.LogManager;
import org.jspecify.annotations.Nullable;

/// Where logs go: warnings to the error stream, everything of interest to a [LogFile]. Never to
/// standard output. The JDK makes this class when the first logger is asked for: a verb that logs
/// nothing pays nothing.
public final class Logs {

  private static final String CONFIGURATION =
      """
      handlers=java.util.logging.ConsoleHandler dev.plumbline.app.LogFile
      .level=INFO
      java.util.logging.ConsoleHandler.level=WARNING
      java.util.logging.SimpleFormatter.format=%1$tFT%1$tT.%1$tL%1$tz %4$s %3$s: %5$s%6$s%n
      """;

  private static volatile @Nullable Path state;

  /// For [LogManager] only.
  public Logs() throws IOException {
    LogManager.getLogManager()
        .readConfiguration(
            new ByteArrayInputStream(CONFIGURATION.getBytes(StandardCharsets.ISO_8859_1)));
  }

  /// Says where logs go; to be called before the first logger is asked for.
  static void start(Path folder) {
    state = folder;
    System.setProperty("java.util.logging.config.class", Logs.class.getName());
  }

  /// The folder of log files; null when there shall be none.
  static @Nullable Path folder() {
    return state;
  }
}

package dev.plumbline.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.ConsoleHandler;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// Where logs go: warnings to the error stream, everything of interest to a rotating file. Never to
/// standard output.
final class Logs {

  private static final int BYTES = 1 << 20;
  private static final int FILES = 5;

  private Logs() {}

  /// Begins logging; a folder that cannot be written costs the file, not the program.
  static void start(Path state) {
    System.setProperty(
        "java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL%1$tz %4$s %3$s: %5$s%6$s%n");
    LogManager.getLogManager().reset();
    var root = Logger.getLogger("");
    root.setLevel(Level.INFO);
    var console = new ConsoleHandler();
    console.setLevel(Level.WARNING);
    root.addHandler(console);
    try {
      Files.createDirectories(state);
      Handler file =
          new FileHandler(state.resolve("plumbline.%g.log").toString(), BYTES, FILES, true);
      file.setFormatter(new SimpleFormatter());
      root.addHandler(file);
    } catch (IOException e) {
      root.warning("No log file in " + state + ": " + e.getMessage());
    }
  }
}

package dev.plumbline.app;

import java.io.IOException;
import java.nio.file.Files;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/// A rotating file, opened when there is something to write. A folder that cannot be written costs
/// the file, not the program.
public final class LogFile extends Handler {

  private static final int BYTES = 1 << 20;
  private static final int FILES = 5;

  private @Nullable Handler file;
  private boolean tried;

  /// For [java.util.logging.LogManager] only.
  public LogFile() {
    setLevel(Level.INFO);
  }

  @Override
  public synchronized void publish(LogRecord record) {
    if (!isLoggable(record)) {
      return;
    }
    if (!tried) {
      tried = true;
      open();
    }
    var opened = file;
    if (opened != null) {
      opened.publish(record);
    }
  }

  private void open() {
    var folder = Logs.folder();
    if (folder == null) {
      return;
    }
    try {
      Files.createDirectories(folder);
      var opened =
          new FileHandler(folder.resolve("plumbline.%g.log").toString(), BYTES, FILES, true);
      opened.setFormatter(new SimpleFormatter());
      file = opened;
    } catch (IOException e) {
      System.err.println("plumbline: No log file in " + folder + ": " + e);
    }
  }

  @Override
  public synchronized void flush() {
    if (file != null) {
      file.flush();
    }
  }

  @Override
  public synchronized void close() {
    if (file != null) {
      file.close();
      file = null;
    }
  }
}

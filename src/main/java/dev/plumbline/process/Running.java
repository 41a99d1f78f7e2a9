package dev.plumbline.process;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A program that runs. One thread, the caller's, reads both outputs and watches limits and cancel:
/// it reads only what is there and never blocks in a read, so that a descendant that keeps a pipe
/// open after its parent has ended cannot hold it. (Closing a pipe does not wake its reader, and
/// nobody here interrupts threads.)
final class Running {

  private static final Logger LOG = LoggerFactory.getLogger(Running.class);

  private static final long GRACE_MILLIS = 1000;

  private final String name;
  private final Programs.Command command;
  private final Process process;
  private final Family family;
  private final long started = System.nanoTime();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Lines err = new Lines();
  private final byte[] buffer = new byte[64 * 1024];

  private Running(String name, Programs.Command command, Process process) {
    this.name = name;
    this.command = command;
    this.process = process;
    this.family = new Family(process.toHandle());
  }

  /// Starts a program with exactly this environment and writes its input. Throws [ProblemException]
  /// (`NotFound`) when the system would not start it.
  static Running start(
      String name, List<String> argv, Programs.Command command, Map<String, String> environment) {
    var builder = new ProcessBuilder(argv).directory(command.folder().toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      var running = new Running(name, command, builder.start());
      running.feed();
      return running;
    } catch (IOException e) {
      throw SystemPrograms.notStarted(name, e);
    }
  }

  private void feed() throws IOException {
    if (command.stdin().isEmpty()) {
      process.getOutputStream().close();
      return;
    }
    Thread.ofVirtual()
        .name("stdin of " + name)
        .start(() -> {
          try (var in = process.getOutputStream()) {
            in.write(command.stdin().getBytes(StandardCharsets.UTF_8));
          } catch (IOException e) {
            LOG.debug("{} did not read all of its input: {}", name, e.getMessage());
          }
        });
  }

  /// Waits for the end, a limit or a cancel. Throws [ProblemException] for the latter two, after
  /// everything that belongs to the program was killed.
  Programs.Result toItsEnd(Consumer<String> errors, Cancel cancel) {
    err.tell(errors);
    try {
      boolean running = true;
      while (running) {
        running = process.isAlive();
        int before = out.size() + err.size();
        drain(process.getInputStream(), out);
        drain(process.getErrorStream(), err);
        if (cancel.isCancelled()) {
          endByItself();
          throw stopped(Problem.Cancelled::new, "Cancelled");
        }
        if (running && took().compareTo(command.limit()) > 0) {
          throw stopped(
              Problem.Unexpected::new, name + " ran longer than " + words(command.limit()));
        }
        if (out.size() + (long) err.size() > command.maxOutput()) {
          throw stopped(
              Problem.Unexpected::new, name + " wrote more than " + size(command.maxOutput()));
        }
        if (running) {
          family.look();
          process.waitFor(before < out.size() + err.size() ? 1 : 8, TimeUnit.MILLISECONDS);
        }
      }
      err.end();
      return new Programs.Result(process.exitValue(), text(out), text(err), took());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw stopped(Problem.Cancelled::new, "Cancelled");
    } finally {
      close(process.getInputStream());
      close(process.getErrorStream());
    }
  }

  /// Reads what is there. Once the program has ended, what it wrote last is there too: the JDK
  /// keeps it, under the stream's own monitor.
  private void drain(InputStream stream, ByteArrayOutputStream to) {
    try {
      synchronized (stream) {
        while (stream.available() > 0 && to.size() <= command.maxOutput()) {
          to.write(buffer, 0, Math.max(0, stream.read(buffer)));
        }
      }
    } catch (IOException e) {
      throw new ProblemException(
          new Problem.Unexpected(
              "The output of " + name + " could not be read",
              "",
              "",
              String.valueOf(e.getMessage())),
          e);
    }
  }

  /// Asks the program to end: Git takes away its locks then.
  private void endByItself() throws InterruptedException {
    family.note();
    process.destroy();
    for (int waited = 0; waited < GRACE_MILLIS && process.isAlive(); waited += 10) {
      family.note();
      process.waitFor(10, TimeUnit.MILLISECONDS);
    }
  }

  private ProblemException stopped(Kind kind, String what) {
    family.kill();
    return new ProblemException(kind.problem(what, "", "", text(err).strip()));
  }

  private Duration took() {
    return Duration.ofNanos(System.nanoTime() - started);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static String words(Duration limit) {
    return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
  }

  private static String size(long bytes) {
    return bytes % (1024 * 1024) == 0 ? bytes / (1024 * 1024) + " MB" : bytes + " bytes";
  }

  private static void close(InputStream stream) {
    try {
      stream.close();
    } catch (IOException e) {
      LOG.debug("A pipe could not be closed: {}", e.getMessage());
    }
  }

  private interface Kind {
    Problem problem(String what, String where, String whatToDo, String detail);
  }
}

package dev.plumbline.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FxWatchdogTest {

  private static StackTraceElement[] stack(String... frames) {
    var stack = new StackTraceElement[frames.length];
    for (int i = 0; i < frames.length; i++) {
      int dot = frames[i].lastIndexOf('.');
      stack[i] =
          new StackTraceElement(frames[i].substring(0, dot), frames[i].substring(dot + 1), "", 1);
    }
    return stack;
  }

  private static Optional<String> wrong(String... frames) {
    return FxWatchdog.wrong(stack(frames), Optional.empty());
  }

  @Test
  void whatOurCodeReadsIsFound() {
    assertThat(
            wrong(
                "sun.nio.ch.FileChannelImpl.read",
                "java.nio.file.Files.readAllBytes",
                "dev.plumbline.ui.home.HomeModel.read",
                "javafx.event.Event.fireEvent"))
        .isPresent();
    assertThat(wrong("org.eclipse.jgit.lib.Repository.resolve", "javafx.event.Event.fireEvent"))
        .isPresent();
    assertThat(wrong("java.net.Socket.connect", "dev.plumbline.cluster.Connection.open"))
        .isPresent();
  }

  @Test
  void whatTheToolkitReadsAndTheLoadingOfClassesIsNot() {
    assertThat(
            wrong(
                "java.io.FileInputStream.read",
                "com.sun.javafx.css.parser.CssLexer.nextToken",
                "dev.plumbline.ui.kit.Theme.draw"))
        .isEmpty();
    assertThat(
            wrong(
                "java.io.RandomAccessFile.readBytes",
                "jdk.internal.loader.URLClassPath.getResource",
                "java.lang.ClassLoader.loadClass",
                "dev.plumbline.ui.home.HomeScreen.<init>"))
        .isEmpty();
    assertThat(wrong("com.sun.glass.ui.headless.HeadlessApplication.loop")).isEmpty();
  }

  @Test
  void aLockThatOurCodeWaitsForIsFoundAndTheToolkitsOwnAreNot() {
    var ours =
        stack("jdk.internal.misc.Unsafe.park", "dev.plumbline.engine.Turns.ask", "javafx.x.Y.z");
    assertThat(FxWatchdog.wrong(ours, Optional.of("java.util.concurrent.locks.ReentrantLock")))
        .hasValueSatisfying(w -> assertThat(w).contains("ReentrantLock", "Turns.ask"));
    var toolkit =
        stack(
            "jdk.internal.misc.Unsafe.park",
            "com.sun.javafx.tk.quantum.Q.wait",
            "dev.plumbline.X.y");
    assertThat(FxWatchdog.wrong(toolkit, Optional.of("java.util.concurrent.CountDownLatch")))
        .isEmpty();
  }

  @Test
  void aRealThreadThatReadsIsFound(@TempDir Path folder) throws IOException, InterruptedException {
    var file = Files.write(folder.resolve("large"), new byte[1 << 22]);
    var found = new AtomicReference<Optional<String>>(Optional.empty());
    var reader =
        Thread.ofPlatform()
            .start(() -> {
              while (found.get().isEmpty() && !Thread.currentThread().isInterrupted()) {
                assertThat(read(file)).isEqualTo(1 << 22);
              }
            });
    for (int i = 0; i < 2000 && found.get().isEmpty(); i++) {
      found.set(FxWatchdog.wrong(reader.getStackTrace(), Optional.empty()));
      Thread.onSpinWait();
    }
    reader.interrupt();
    reader.join();
    assertThat(found.get()).isPresent();
  }

  private static int read(Path file) {
    try {
      return Files.readAllBytes(file).length;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.plumbline.testing;

import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Looks at the FX thread ten times a second while tests run, and fails the test in which that
/// thread was in a file, a socket, JGit, SQLite or HTTP, waited for a lock of ours, or was held for
/// longer than any drawing takes. Registered for every test (`META-INF/services`): a test without a
/// toolkit costs nothing.
///
/// What the toolkit itself reads (stylesheets, fonts) and the loading of classes is not ours.
public final class FxWatchdog implements BeforeEachCallback, AfterEachCallback {

  private static final Duration LOOK = Duration.ofMillis(100);

  /// A machine with a load of 14 on two cores took up to 8 s to make and draw a whole screen; what
  /// is held longer than this hangs.
  private static final Duration HELD = Duration.ofSeconds(30);

  private static final List<String> ALWAYS =
      List.of("org.eclipse.jgit.", "org.sqlite.", "java.sql.", "jdk.internal.net.http.");
  private static final List<String> IO =
      List.of(
          "java.io.FileInputStream",
          "java.io.FileOutputStream",
          "java.io.RandomAccessFile",
          "java.io.UnixFileSystem",
          "java.nio.file.Files",
          "sun.nio.fs.UnixNativeDispatcher",
          "sun.nio.fs.UnixFileSystemProvider",
          "sun.nio.fs.WindowsNativeDispatcher",
          "sun.nio.ch.",
          "java.net.Socket",
          "java.net.InetAddress",
          "java.lang.ProcessImpl");
  private static final List<String> PLATFORM = List.of("java.", "jdk.", "sun.", "javax.");
  private static final List<String> CLASS_PATH =
      List.of(
          "jdk.internal.loader.",
          "java.lang.ClassLoader",
          "java.lang.Class.getResource",
          "java.util.ServiceLoader",
          "java.util.ResourceBundle",
          // resources too: tests read them where they are, the application before it has a window
          "dev.plumbline.ui.kit.Words.load");

  private static final AtomicBoolean STARTED = new AtomicBoolean();
  private static final ConcurrentLinkedQueue<String> FOUND = new ConcurrentLinkedQueue<>();

  @Override
  public void beforeEach(ExtensionContext context) {
    if (STARTED.compareAndSet(false, true)) {
      Thread.ofPlatform().daemon().name("fx-watchdog").start(FxWatchdog::watch);
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    var found = FOUND.poll();
    if (found != null) {
      FOUND.clear();
      throw new AssertionError(found);
    }
  }

  private static void watch() {
    Optional<Thread> fx = Optional.empty();
    Optional<String> before = Optional.empty();
    String held = "";
    long since = System.nanoTime();
    while (true) {
      LockSupport.parkNanos(fx.isPresent() ? LOOK.toNanos() : LOOK.toNanos() * 5);
      if (fx.filter(Thread::isAlive).isEmpty()) {
        fx = thread();
        continue;
      }
      var info = ManagementFactory.getThreadMXBean().getThreadInfo(fx.get().threadId(), 300);
      if (info == null) {
        continue;
      }
      var stack = info.getStackTrace();
      var lock =
          info.getThreadState() == Thread.State.RUNNABLE
              ? Optional.<String>empty()
              : Optional.ofNullable(info.getLockInfo()).map(LockInfo::getClassName);
      // a lock that is free within a look was no wait that anyone sees
      wrong(stack, lock.equals(before) ? lock : Optional.empty()).ifPresent(FOUND::add);
      before = lock;
      var ours = Stream.of(stack).map(Object::toString).filter(FxWatchdog::ours).toList();
      var now = ours.isEmpty() ? "" : String.join("\n", ours.subList(ours.size() - 1, ours.size()));
      if (now.isEmpty() || !now.equals(held)) {
        held = now;
        since = System.nanoTime();
      } else if (System.nanoTime() - since > HELD.toNanos()) {
        FOUND.add(said("The FX thread was held for " + HELD.toSeconds() + " s", stack));
        since = System.nanoTime();
      }
    }
  }

  private static Optional<Thread> thread() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(t -> t.getName().equals("JavaFX Application Thread"))
        .findFirst();
  }

  /// What is wrong with where the FX thread is.
  ///
  /// @param stack the innermost frame first
  /// @param lock the class of the lock it waits for
  static Optional<String> wrong(StackTraceElement[] stack, Optional<String> lock) {
    if (Stream.of(stack).anyMatch(f -> starts(f, CLASS_PATH))) {
      return Optional.empty();
    }
    if (Stream.of(stack).anyMatch(f -> starts(f, ALWAYS))) {
      return Optional.of(said("The FX thread is in a library that reads and waits", stack));
    }
    var caller = Stream.of(stack).filter(f -> !starts(f, PLATFORM)).findFirst();
    boolean byUs = caller.filter(f -> ours(f.getClassName())).isPresent();
    if (byUs && Stream.of(stack).limit(12).anyMatch(f -> starts(f, IO))) {
      return Optional.of(said("The FX thread reads or writes", stack));
    }
    if (byUs && lock.isPresent()) {
      return Optional.of(said("The FX thread waits for a " + lock.get(), stack));
    }
    return Optional.empty();
  }

  private static boolean ours(String name) {
    return name.startsWith("dev.plumbline.");
  }

  private static boolean starts(StackTraceElement frame, List<String> prefixes) {
    var name = frame.getClassName() + "." + frame.getMethodName();
    return prefixes.stream().anyMatch(name::startsWith);
  }

  private static String said(String what, StackTraceElement[] stack) {
    return what
        + "\n  at "
        + String.join("\n  at ", Stream.of(stack).limit(40).map(Object::toString).toList());
  }
}

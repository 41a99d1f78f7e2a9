package dev.plumbline.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// Runs something while no other thread and no other process does. The system takes the lock back
/// when a process dies.
final class Exclusive {

  /// File locks belong to the process: between its threads they give no exclusion but an exception.
  private static final ConcurrentHashMap<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

  private Exclusive() {}

  /// What runs; it may read and write the locked file.
  interface Action<T> {
    T run(FileChannel file) throws IOException;
  }

  /// Locks a file (made with 0600 when absent), waiting as long as it takes.
  static <T> T run(Path file, Action<T> action) throws IOException {
    var lock = THREADS.computeIfAbsent(file.toAbsolutePath().normalize(), p -> new ReentrantLock());
    lock.lock();
    try (var channel =
            FileChannel.open(
                file,
                EnumSet.of(
                    StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                PrivateFiles.owned(file, "rw-------"));
        var _ = channel.lock()) {
      return action.run(channel);
    } finally {
      lock.unlock();
    }
  }
}

package dev.plumbline.store;

import java.nio.file.Path;
import java.util.Optional;

/// Bytes by key, on disk, bounded, for what can be computed again. A cache that cannot be read or
/// written never fails its caller: it misses.
public interface Cache {

  /// The bytes kept under a key.
  Optional<byte[]> get(String key);

  /// Keeps bytes under a key.
  void put(String key, byte[] bytes);

  /// A cache in a folder, up to about 256 MiB.
  static Cache onDisk(Path folder) {
    return onDisk(folder, 256L << 20);
  }

  /// A cache in a folder, up to about so many bytes: what was used least recently goes first.
  static Cache onDisk(Path folder, long maxBytes) {
    return new DiskCache(folder, maxBytes);
  }

  /// A cache that keeps nothing.
  static Cache none() {
    return new Cache() {
      @Override
      public Optional<byte[]> get(String key) {
        return Optional.empty();
      }

      @Override
      public void put(String key, byte[] bytes) {}
    };
  }
}

package dev.plumbline.render;

import dev.plumbline.store.Cache;
import java.util.Optional;

/// What programs have made of files: on disk, but in memory alone when a Secret is in it.
final class Outputs {

  private final Cache disk;
  private final InMemory withSecrets;

  /// @param most bytes that are kept in memory
  Outputs(Cache disk, long most) {
    this.disk = disk;
    this.withSecrets = new InMemory(most);
  }

  Optional<byte[]> get(Optional<String> key) {
    return key.flatMap(k -> disk.get(k).or(() -> withSecrets.get(k)));
  }

  void keep(Optional<String> key, byte[] output, boolean secret) {
    key.ifPresent(k -> {
      if (secret) {
        withSecrets.put(k, output);
      } else {
        disk.put(k, output);
      }
    });
  }
}

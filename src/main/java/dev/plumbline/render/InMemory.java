package dev.plumbline.render;

import java.util.LinkedHashMap;
import java.util.Optional;

/// Keeps output that may not be written to disk, because a Secret is in it, for as long as this
/// process lives. Bounded: what was not asked for longest goes first.
final class InMemory {

  private final long most;
  private final LinkedHashMap<String, byte[]> kept = new LinkedHashMap<>(16, 0.75f, true);
  private long size;

  /// @param most bytes that are kept in all
  InMemory(long most) {
    this.most = most;
  }

  synchronized Optional<byte[]> get(String key) {
    return Optional.ofNullable(kept.get(key));
  }

  synchronized void put(String key, byte[] bytes) {
    var earlier = kept.put(key, bytes);
    size += bytes.length - (earlier == null ? 0 : earlier.length);
    var oldest = kept.values().iterator();
    while (size > most) {
      size -= oldest.next().length;
      oldest.remove();
    }
  }
}

package dev.plumbline.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One file for each key, named by its hash; a checksum over key and bytes stands before the bytes.
/// When the folder has grown over its limit, what was used least recently goes, down to four
/// fifths. Processes share the folder without a lock: files are replaced whole, and each process
/// counts for itself, so that two of them may keep up to twice the limit.
final class DiskCache implements Cache {

  private static final Logger LOG = LoggerFactory.getLogger(DiskCache.class);
  private static final int CHECKSUM = 32;
  private static final String UNFINISHED = ".tmp";

  private final Path folder;
  private final long limit;
  private final ReentrantLock sweeping = new ReentrantLock();

  /// About how many bytes are kept; negative until they were counted.
  private final AtomicLong kept = new AtomicLong(-1);

  DiskCache(Path folder, long limit) {
    this.folder = folder;
    this.limit = limit;
  }

  @Override
  public Optional<byte[]> get(String key) {
    var file = file(key);
    try {
      var stored = Files.readAllBytes(file);
      var bytes = Arrays.copyOfRange(stored, Math.min(CHECKSUM, stored.length), stored.length);
      if (!Arrays.equals(checksum(key, bytes), Arrays.copyOf(stored, CHECKSUM))) {
        LOG.debug("{} is damaged", file);
        Files.deleteIfExists(file);
        return Optional.empty();
      }
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
      return Optional.of(bytes);
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException e) {
      LOG.debug("{} cannot be read", file, e);
      return Optional.empty();
    }
  }

  @Override
  public void put(String key, byte[] bytes) {
    if (bytes.length + CHECKSUM > limit) {
      return;
    }
    var file = file(key);
    try {
      PrivateFiles.folder(folder);
      PrivateFiles.folder(folder.resolve(folder.relativize(file).getName(0)));
      var stored = Arrays.copyOf(checksum(key, bytes), CHECKSUM + bytes.length);
      System.arraycopy(bytes, 0, stored, CHECKSUM, bytes.length);
      PrivateFiles.replace(file, stored);
      if (kept.get() < 0 || kept.addAndGet(stored.length) > limit) {
        sweep();
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.debug("{} cannot be kept", file, e);
    }
  }

  private record Kept(Path file, long size, Instant used) {}

  private void sweep() throws IOException {
    if (!sweeping.tryLock()) {
      return;
    }
    try {
      var files = files();
      long total = files.stream().mapToLong(Kept::size).sum();
      if (total > limit) {
        files.sort(Comparator.comparing(Kept::used));
        for (var old : files) {
          if (total <= limit / 5 * 4) {
            break;
          }
          Files.deleteIfExists(old.file());
          total -= old.size();
        }
      }
      kept.set(total);
    } finally {
      sweeping.unlock();
    }
  }

  /// The files of the cache; on the way, what a process that died left unfinished goes.
  private List<Kept> files() throws IOException {
    var found = new ArrayList<Kept>();
    var unfinishedSince = Instant.now().minus(Duration.ofHours(1));
    try (var walk = Files.walk(folder)) {
      for (var file : (Iterable<Path>) walk::iterator) {
        var attributes = attributes(file);
        if (attributes.isEmpty() || !attributes.get().isRegularFile()) {
          continue;
        }
        var used = attributes.get().lastModifiedTime().toInstant();
        if (!file.toString().endsWith(UNFINISHED)) {
          found.add(new Kept(file, attributes.get().size(), used));
        } else if (used.isBefore(unfinishedSince)) {
          Files.deleteIfExists(file);
        }
      }
    }
    return found;
  }

  private static Optional<BasicFileAttributes> attributes(Path file) throws IOException {
    try {
      return Optional.of(Files.readAttributes(file, BasicFileAttributes.class));
    } catch (NoSuchFileException goneMeanwhile) {
      return Optional.empty();
    }
  }

  private Path file(String key) {
    var name = HexFormat.of().formatHex(sha256().digest(key.getBytes(StandardCharsets.UTF_8)));
    return folder.resolve(name.substring(0, 2)).resolve(name.substring(2));
  }

  private static byte[] checksum(String key, byte[] bytes) {
    var digest = sha256();
    digest.update(key.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    return digest.digest(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every Java platform", e);
    }
  }
}

package dev.plumbline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskCacheTest {

  @TempDir private Path temp;

  @Test
  void keepsBytesByKey() throws IOException {
    var cache = Cache.onDisk(temp.resolve("a/cache"));
    cache.put("one", bytes("1"));
    cache.put("two", new byte[0]);
    cache.put("../../three", bytes("3"));

    var again = Cache.onDisk(temp.resolve("a/cache"));

    assertThat(again.get("one")).hasValueSatisfying(b -> assertThat(b).isEqualTo(bytes("1")));
    assertThat(again.get("two")).hasValueSatisfying(b -> assertThat(b).isEmpty());
    assertThat(again.get("../../three")).isPresent();
    assertThat(again.get("four")).isEmpty();
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(temp.resolve("a/cache"))))
        .isEqualTo("rwx------");
  }

  @Test
  void aSecondPutWins() {
    var cache = Cache.onDisk(temp);
    cache.put("k", bytes("old"));
    cache.put("k", bytes("new"));

    assertThat(cache.get("k")).hasValueSatisfying(b -> assertThat(b).isEqualTo(bytes("new")));
  }

  @Test
  void damagedCutAndSwappedEntriesMiss() throws IOException {
    var cache = Cache.onDisk(temp);
    for (var key : List.of("a", "b", "c", "d")) {
      cache.put(key, bytes("the bytes of " + key));
    }
    var files = entries();
    assertThat(files).hasSize(4);
    var swapped = Files.readAllBytes(files.get(0));
    flip(files.get(0));
    Files.write(files.get(1), java.util.Arrays.copyOf(Files.readAllBytes(files.get(1)), 10));
    Files.write(files.get(2), new byte[0]);
    Files.write(files.get(3), swapped);

    for (var key : List.of("a", "b", "c", "d")) {
      assertThat(cache.get(key)).as(key).isEmpty();
    }
    cache.put("a", bytes("again"));
    assertThat(cache.get("a")).isPresent();
  }

  @Test
  void whatWasUsedLeastRecentlyGoesFirst() throws IOException {
    var cache = Cache.onDisk(temp, 10_000);
    var old = Instant.now().minus(Duration.ofDays(1));
    for (int i = 0; i < 9; i++) {
      cache.put("k" + i, new byte[1_000]);
    }
    for (var file : entries()) {
      Files.setLastModifiedTime(file, FileTime.from(old));
    }
    assertThat(cache.get("k3")).isPresent();

    cache.put("new", new byte[1_000]);

    assertThat(cache.get("k3")).isPresent();
    assertThat(cache.get("new")).isPresent();
    long size = 0;
    for (var file : entries()) {
      size += Files.size(file);
    }
    assertThat(size).isBetween(6_000L, 8_000L);
  }

  @Test
  void whatIsLargerThanTheCacheIsNotKept() throws IOException {
    var cache = Cache.onDisk(temp, 1_000);
    cache.put("small", new byte[100]);
    cache.put("large", new byte[5_000]);

    assertThat(cache.get("large")).isEmpty();
    assertThat(cache.get("small")).isPresent();
  }

  @Test
  void whatAProcessLeftUnfinishedGoes() throws IOException {
    Files.createDirectories(temp.resolve("ab"));
    var stale = Files.writeString(temp.resolve("ab/x.1.tmp"), "half");
    var fresh = Files.writeString(temp.resolve("ab/y.1.tmp"), "half");
    Files.setLastModifiedTime(stale, FileTime.from(Instant.now().minus(Duration.ofHours(2))));

    Cache.onDisk(temp).put("k", bytes("v"));

    assertThat(stale).doesNotExist();
    assertThat(fresh).exists();
  }

  @Test
  void aFolderThatCannotBeMadeMisses() throws IOException {
    var blocked = Files.writeString(temp.resolve("file"), "");
    var cache = Cache.onDisk(blocked);

    cache.put("k", bytes("v"));

    assertThat(cache.get("k")).isEmpty();
  }

  private List<Path> entries() throws IOException {
    try (var walk = Files.walk(temp)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void flip(Path file) throws IOException {
    var bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1] ^= 1;
    Files.write(file, bytes);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

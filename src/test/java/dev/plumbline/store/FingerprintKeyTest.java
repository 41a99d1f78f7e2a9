package dev.plumbline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.model.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintKeyTest {

  @TempDir private Path temp;

  @Test
  void isMadeOnceAndOnlyForItsOwner() throws Exception {
    var folder = temp.resolve("state");

    var key = FingerprintKey.in(folder);

    assertThat(key).hasSize(32);
    assertThat(FingerprintKey.in(folder)).isEqualTo(key);
    assertThat(FingerprintKey.in(temp.resolve("other"))).isNotEqualTo(key);
    var file = folder.resolve("fingerprint.key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void processesThatAskAtOnceGetTheSame() throws Exception {
    var one = OtherProcess.start("key", temp.toString());
    var two = OtherProcess.start("key", temp.toString());

    var first = OtherProcess.said(one);

    assertThat(first).hasSize(64).isEqualTo(OtherProcess.said(two));
    assertThat(HexFormat.of().formatHex(FingerprintKey.in(temp))).isEqualTo(first);
  }

  @Test
  void threadsThatAskAtOnceGetTheSame() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<String> ask = () -> HexFormat.of().formatHex(FingerprintKey.in(temp));
      var keys = new HashSet<String>();
      for (var asked : threads.invokeAll(IntStream.range(0, 20).mapToObj(i -> ask).toList())) {
        keys.add(asked.get());
      }
      assertThat(keys).hasSize(1);
    }
  }

  @Test
  void aDamagedKeyIsReplaced() throws Exception {
    var file = temp.resolve("fingerprint.key");
    Files.writeString(file, "short");

    var key = FingerprintKey.in(temp);

    assertThat(key).hasSize(32);
    assertThat(Files.readAllBytes(file)).isEqualTo(key);
  }

  @Test
  void aFolderThatCannotBeMadeIsTold() throws Exception {
    var blocked = Files.writeString(temp.resolve("file"), "");

    assertThatThrownBy(() -> FingerprintKey.in(blocked))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("The key of the fingerprints cannot be read or made");
  }
}

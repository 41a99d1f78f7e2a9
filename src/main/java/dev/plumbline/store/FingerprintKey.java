package dev.plumbline.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.SecureRandom;

/// The secret with which fingerprints on this machine are keyed: whoever reads a plan or a cache
/// cannot try guesses of a Secret's value against it.
public final class FingerprintKey {

  private static final int LENGTH = 32;

  private FingerprintKey() {}

  /// The 32 bytes in the state folder, made by whoever asks first; every process gets the same. A
  /// damaged key is replaced: plans made before are then out of date. Throws
  /// [dev.plumbline.model.ProblemException] when it can neither be read nor made.
  public static byte[] in(Path stateFolder) {
    var file = stateFolder.resolve("fingerprint.key");
    try {
      PrivateFiles.folder(stateFolder);
      return Exclusive.run(file, FingerprintKey::readOrMake);
    } catch (IOException e) {
      throw Trouble.of("The key of the fingerprints cannot be read or made", file, e);
    }
  }

  private static byte[] readOrMake(FileChannel file) throws IOException {
    var key = new byte[LENGTH];
    if (file.size() == LENGTH) {
      var buffer = ByteBuffer.wrap(key);
      while (buffer.hasRemaining() && file.read(buffer) >= 0) {}
      if (!buffer.hasRemaining()) {
        return key;
      }
    }
    new SecureRandom().nextBytes(key);
    file.truncate(0).position(0);
    var buffer = ByteBuffer.wrap(key);
    while (buffer.hasRemaining()) {
      file.write(buffer);
    }
    file.force(true);
    return key;
  }
}

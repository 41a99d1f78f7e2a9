package dev.plumbline.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.UUID;

/// Files and folders that only their owner may read. On a file system without POSIX permissions
/// they have what the folder above gives them.
public final class PrivateFiles {

  private PrivateFiles() {}

  /// Makes a folder (0700) and what is missing above it.
  static void folder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, owned(folder, "rwx------"));
    }
  }

  /// Makes an empty file (0600) where there is none.
  static void file(Path file) throws IOException {
    try {
      Files.createFile(file, owned(file, "rw-------"));
    } catch (FileAlreadyExistsException there) {
      return;
    }
  }

  static FileAttribute<?>[] owned(Path path, String permissions) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  /// Writes a text as a file (0600), whole, over one that is there. Throws [ProblemException] when
  /// it cannot be written.
  public static void write(Path file, String text) {
    try {
      replace(file.toAbsolutePath(), text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw Trouble.of("The file cannot be written", file, e);
    }
  }

  /// Replaces a file as a whole: whoever reads it sees the old bytes or the new ones, after a crash
  /// too.
  static void replace(Path file, byte[] bytes) throws IOException {
    var temporary = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      try (var channel =
          FileChannel.open(
              temporary,
              EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              owned(temporary, "rw-------"))) {
        var buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        channel.force(true);
      }
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}

package dev.plumbline.render;

import dev.plumbline.model.FileTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// The key of what a program makes of files.
final class InputsKey {

  /// A smaller file is a script or a shim that starts some other program, which may change without
  /// it; what that renders is not kept.
  private static final long SMALLEST_BINARY = 1024L * 1024;

  private InputsKey() {}

  /// A hash over the program's file, what it is told, and the path, kind and Git id of each file.
  /// Empty when the program cannot be told apart from another version of itself.
  ///
  /// @param kind stands before the hash
  /// @param told everything else that makes a difference
  static Optional<String> of(
      String kind, Path program, List<String> told, Collection<FileTree.Entry> files) {
    try {
      var real = program.toRealPath();
      if (Files.size(real) < SMALLEST_BINARY) {
        return Optional.empty();
      }
      var parts = new ArrayList<>(told);
      parts.add(real.toString());
      parts.add(Long.toString(Files.size(real)));
      parts.add(Files.getLastModifiedTime(real).toString());
      for (var file : files) {
        parts.addAll(List.of(file.path(), file.kind().name(), file.id()));
      }
      return Optional.of(kind + "/" + hash(parts));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String hash(List<String> parts) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var part : parts) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}

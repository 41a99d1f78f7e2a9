package dev.plumbline.render;

import dev.plumbline.process.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// The program that renders kustomizations: `kustomize`, else `kubectl`, which has one inside.
record KustomizeTool(Path program, String verb) {

  /// A smaller file is a script or a shim that starts some other program, which may change without
  /// it; what that renders is not kept.
  private static final long SMALLEST_BINARY = 1024L * 1024;

  /// Changes when the shape of what is cached changes.
  private static final String FORMAT = "kustomize 1";

  static Optional<KustomizeTool> find(Programs programs) {
    return programs
        .find("kustomize")
        .map(program -> new KustomizeTool(program, "build"))
        .or(() -> programs.find("kubectl").map(program -> new KustomizeTool(program, "kustomize")));
  }

  List<String> argv(String folder) {
    return List.of(program.toString(), verb, folder);
  }

  /// The key of what this program makes of these inputs: a hash over the program's file, the folder
  /// and the path, kind and Git id of each input. Empty when the program cannot be told apart from
  /// another version of itself.
  Optional<String> key(String folder, Inputs inputs) {
    try {
      var real = program.toRealPath();
      if (Files.size(real) < SMALLEST_BINARY) {
        return Optional.empty();
      }
      var parts =
          new ArrayList<>(
              List.of(
                  FORMAT,
                  verb,
                  real.toString(),
                  Long.toString(Files.size(real)),
                  Files.getLastModifiedTime(real).toString(),
                  folder));
      for (var file : inputs.files().values()) {
        parts.addAll(List.of(file.path(), file.kind().name(), file.id()));
      }
      return Optional.of("kustomize/" + hash(parts));
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

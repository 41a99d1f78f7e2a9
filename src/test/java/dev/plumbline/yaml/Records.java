package dev.plumbline.yaml;

import dev.plumbline.model.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What kubectl 1.32.4 made of the files in `src/test/resources/yaml`: beside each input stands
/// either `.read` (its output) or `.refused` (its error). Recorded with `kubectl patch --local -f
/// FILE --type=merge -p {} -o json`, which reads a file and prints the objects without a server.
final class Records {

  private static final Path FOLDER = Path.of("src/test/resources/yaml");

  private Records() {}

  /// One input with what kubectl said to it.
  ///
  /// @param read the objects, empty when kubectl refused the file
  record Case(Path input, Optional<List<Tree>> read, String refusal) {
    String name() {
      return input.getFileName().toString();
    }
  }

  static List<Case> all() {
    try (var files = Files.list(FOLDER)) {
      return files
          .filter(f -> f.toString().endsWith(".yaml") || f.toString().endsWith(".json"))
          .sorted()
          .map(Records::load)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Case load(Path input) {
    var base = input.toString().replaceFirst("\\.(yaml|json)$", "");
    var read = Path.of(base + ".read");
    try {
      return Files.exists(read)
          ? new Case(input, Optional.of(objects(Files.readString(read))), "")
          : new Case(input, Optional.empty(), Files.readString(Path.of(base + ".refused")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The objects that kubectl printed one after the other.
  static List<Tree> objects(String output) {
    return Arrays.stream(output.split("(?m)(?<=^})\n"))
        .filter(text -> !text.isBlank())
        .map(text -> Json.parse(text, "kubectl's output"))
        .toList();
  }
}

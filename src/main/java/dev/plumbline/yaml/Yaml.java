package dev.plumbline.yaml;

import dev.plumbline.model.ManifestSet;
import dev.plumbline.model.Origin;
import dev.plumbline.model.Origins;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Tree;
import java.util.List;
import java.util.Optional;

/// Manifests as text: read exactly as kubectl reads them (YAML 1.1 in go-yaml's own dialect, and
/// JSON), and written so that kubectl reads back the same.
public final class Yaml {

  private Yaml() {}

  /// What a file holds.
  ///
  /// @param documents the documents that could be read, in their order
  /// @param problems one for each document that could not; nothing is skipped in silence but
  ///   documents that hold nothing (comments, null)
  /// @param warnings what was read, but perhaps not as it was meant: a duplicate key, lost digits
  public record Documents(
      List<Document> documents, List<Problem> problems, List<ManifestSet.Warning> warnings) {
    public Documents {
      documents = List.copyOf(documents);
      problems = List.copyOf(problems);
      warnings = List.copyOf(warnings);
    }
  }

  /// One document: always a mapping.
  ///
  /// @param origin where its first key stands
  /// @param origins where each of its values stands
  public record Document(Tree body, Origin origin, Origins origins) {}

  /// Reads a file of YAML or JSON documents as kubectl does. Never throws for what stands in it: a
  /// document that cannot be read becomes a [Problem.Invalid] with file, line and column, and the
  /// others are read all the same.
  ///
  /// @param file the path to name in origins and problems
  public static Documents read(byte[] utf8, String file) {
    return new Reading(file).read(utf8);
  }

  /// The key that a warning says stands twice; empty for another warning.
  public static Optional<String> twice(ManifestSet.Warning warning) {
    var around = Conversion.TWICE.split("%s", -1);
    var text = warning.text();
    return text.startsWith(around[0]) && text.endsWith(around[1])
        ? Optional.of(text.substring(around[0].length(), text.length() - around[1].length()))
        : Optional.empty();
  }

  /// Writes one document in block style, without `---`, keys in their order, long texts as literal
  /// blocks. Strings are quoted whenever kubectl (or a stricter or laxer reader) would take them
  /// for something else, so reading gives the same tree, but for numbers that kubectl cannot hold
  /// and for half surrogate pairs (U+FFFD). Hidden values are redacted.
  public static String write(Tree tree) {
    return YamlWriter.write(tree);
  }
}

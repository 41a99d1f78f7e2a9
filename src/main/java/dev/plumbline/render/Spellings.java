package dev.plumbline.render;

import dev.plumbline.model.FileTree;
import dev.plumbline.model.Path;
import dev.plumbline.model.Tree;
import dev.plumbline.yaml.Yaml;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Warns of words that kubectl and kustomize read differently: kustomize makes `yes` the string
/// "yes" and `2024-01-02` a time, kubectl makes them `true` and the string (DRIFT.md, Y31). Such a
/// file means one thing as plain manifest and another in a kustomization.
final class Spellings {

  private static final Pattern WORD = Pattern.compile("(?i)(y|n|yes|no|on|off)(?![\\w./-]).*");

  /// Whether a file can hold such a word at all: most do not, and are not read again.
  private static final Pattern PERHAPS =
      Pattern.compile(
          "(?im)[:,\\[{-][ \\t]+(y|n|yes|no|on|off|\\d{4}-\\d\\d-\\d\\d)[ \\t]*([,\\]}]|#.*)?\\r?$"
              + "|[\\[{,:] *(y|n|yes|no|on|off|\\d{4}-\\d\\d-\\d\\d) *[,\\]}]");

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d(?![\\w./-]).*");

  private final Yaml.Document document;
  private final List<String> lines;
  private final Collected found;

  private Spellings(Yaml.Document document, List<String> lines, Collected found) {
    this.document = document;
    this.lines = lines;
    this.found = found;
  }

  /// Looks at every input that is YAML.
  static void warn(FileTree tree, Inputs inputs, Collected found) {
    for (var file : inputs.files().values()) {
      var name = file.path().toLowerCase(Locale.ROOT);
      if (file.kind() != FileTree.Kind.LINK && (name.endsWith(".yaml") || name.endsWith(".yml"))) {
        var bytes = tree.bytes(file);
        var text = new String(bytes, StandardCharsets.UTF_8);
        if (PERHAPS.matcher(text).find()) {
          var lines = text.lines().toList();
          for (var document : Yaml.read(bytes, file.path()).documents()) {
            new Spellings(document, lines, found).look(document.body(), Path.ROOT);
          }
        }
      }
    }
  }

  private void look(Tree value, Path path) {
    switch (value) {
      case Tree.Obj(Map<String, Tree> fields) ->
          fields.forEach((key, field) -> look(field, path.field(key)));
      case Tree.Arr(List<Tree> items) -> {
        for (int i = 0; i < items.size(); i++) {
          look(items.get(i), path.then(new Path.Step.Index(i)));
        }
      }
      case Tree.Bool(boolean read) -> word(path, WORD, Boolean.toString(read));
      case Tree.Str(String text) -> {
        if (DATE.matcher(text).matches()) {
          word(path, DATE, "a string");
        }
      }
      case Tree.Num _, Tree.Null _, Tree.Hidden _ -> {}
    }
  }

  private void word(Path path, Pattern pattern, String kubectl) {
    document
        .origins()
        .at(path)
        .ifPresent(origin -> {
          if (origin.line() < 1 || origin.line() > lines.size()) {
            return;
          }
          var line = lines.get(origin.line() - 1);
          var word = line.substring(Math.min(line.length(), Math.max(0, origin.column() - 1)));
          if (pattern.matcher(word).matches()) {
            found.warn(
                origin,
                "kustomize reads "
                    + path
                    + " otherwise than kubectl, for which it is "
                    + kubectl
                    + ". Quote it, or write true or false.");
          }
        });
  }
}

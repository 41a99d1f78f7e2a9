package dev.plumbline.yaml;

import dev.plumbline.yaml.Node.Spot;
import java.util.ArrayList;
import java.util.List;

/// Cuts a stream into documents as kubectl does before it parses: at every line that starts with
/// `---`. So one broken document does not lose the others. Line ends become `\n` (so does U+0085,
/// which YAML 1.1 takes for one), and the last line gets one too. Source: YAMLReader and LineReader
/// of k8s.io/apimachinery/pkg/util/yaml.
final class Chunks {

  private Chunks() {}

  /// The text between two separators.
  ///
  /// @param firstLine the line of the file where it starts, from 1
  /// @param error what is wrong with the separator above it; empty when nothing is
  record Chunk(String text, int firstLine, String error) {
    Spot spot(int line, int column) {
      return new Spot(firstLine + line, column + 1);
    }
  }

  static List<Chunk> of(String stream, int firstLine) {
    var chunks = new ArrayList<Chunk>();
    var text = new StringBuilder();
    int start = firstLine;
    int line = firstLine;
    var error = "";
    int from = 0;
    while (from < stream.length()) {
      int end = stream.indexOf('\n', from);
      end = end < 0 ? stream.length() : end;
      boolean crlf = end < stream.length() && end > from && stream.charAt(end - 1) == '\r';
      var content = stream.substring(from, crlf ? end - 1 : end);
      if (content.startsWith("---")) {
        chunks.add(new Chunk(text.toString(), start, error));
        text.setLength(0);
        start = line + 1;
        var rest = Text.strip(content.substring(3));
        error = rest.isEmpty() || rest.startsWith("#") ? "" : content.strip();
      } else {
        text.append(content.replace('\u0085', '\n')).append('\n');
      }
      from = end + 1;
      line++;
    }
    chunks.add(new Chunk(text.toString(), start, error));
    return chunks;
  }
}

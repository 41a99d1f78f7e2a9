package dev.plumbline.yaml;

import dev.plumbline.model.ManifestSet;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Tree;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.ObjectReadContext;

/// Reads one file. A stream that begins with `{` is JSON for as long as it can be (one value after
/// the other); where it can be no more, it is YAML, as in kubectl's YAMLOrJSONDecoder.
final class Reading {

  private final String file;
  private final List<Yaml.Document> documents = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<ManifestSet.Warning> warnings = new ArrayList<>();

  Reading(String file) {
    this.file = file;
  }

  Yaml.Documents read(byte[] bytes) {
    var text = decode(bytes);
    if (text != null) {
      if (Text.strip(text).startsWith("{")) {
        json(text);
      } else {
        yaml(text, 1);
      }
    }
    return new Yaml.Documents(documents, problems, warnings);
  }

  private @Nullable String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      problems.add(NotUtf8.problem(bytes, file));
      return null;
    }
  }

  private void json(String text) {
    int values = 0;
    int end = 0;
    try (var parser = Json.FACTORY.createParser(ObjectReadContext.empty(), text)) {
      for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
        var node = JsonNodes.read(parser, token);
        end = (int) parser.currentLocation().getCharOffset();
        values++;
        document(node);
      }
    } catch (JacksonException e) {
      if (values > 1 || file.endsWith(".json")) {
        problems.add(JsonNodes.problem(e, file));
      } else {
        var before = text.substring(0, end);
        yaml(text.substring(end), 1 + (int) before.chars().filter(c -> c == '\n').count());
      }
    }
  }

  private void yaml(String text, int firstLine) {
    for (var chunk : Chunks.of(text, firstLine)) {
      try {
        if (!chunk.error().isEmpty()) {
          throw new Unreadable(
              chunk.spot(-1, 0),
              "\"" + chunk.error() + "\" is no document separator for kubectl",
              "Put what follows \"---\" on the next line");
        }
        YamlNodes.read(chunk).ifPresent(this::document);
      } catch (Unreadable e) {
        problems.add(e.in(file));
      }
    }
  }

  private void document(Node root) {
    var remarks = new ArrayList<ManifestSet.Warning>();
    try {
      switch (new Conversion(file, remarks).tree(root)) {
        case Tree.Obj body -> {
          documents.add(new Yaml.Document(body, root.spot().origin(file), new Places(file, root)));
          warnings.addAll(remarks);
        }
        case Tree.Null _ -> {}
        case Tree.Arr _ -> throw notAMapping(root, "a list");
        case Tree.Str _, Tree.Num _, Tree.Bool _, Tree.Hidden _ ->
            throw notAMapping(root, "a single value");
      }
    } catch (Unreadable e) {
      problems.add(e.in(file));
    }
  }

  private static Unreadable notAMapping(Node root, String what) {
    return new Unreadable(
        root.spot(),
        "The document is " + what + ", not an object with \"key: value\"",
        "Write apiVersion, kind and metadata, or remove it");
  }
}

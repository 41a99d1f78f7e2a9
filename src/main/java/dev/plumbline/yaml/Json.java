package dev.plumbline.yaml;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Tree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// JSON to [Tree] and back. Number literals are kept as they were written (`1.0`, `1e3`, beyond
/// 2^63, `-0`), the last of duplicate keys wins, and half a surrogate pair becomes U+FFFD, as in
/// Go's encoding/json, which is what the API server reads with.
public final class Json {

  /// How deep objects and lists may stand in each other; the same for YAML. Everything that walks a
  /// tree may recurse on the strength of it.
  static final int MAX_DEPTH = 500;

  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(64 << 20)
                  .maxNameLength(1 << 20)
                  .maxNumberLength(10_000)
                  .build())
          .build();

  private Json() {}

  /// Reads one JSON value. Throws a [ProblemException] with [Problem.Invalid] that names `where`
  /// with line and column when the bytes are no JSON, hold more than one value, or nest deeper than
  /// 500.
  public static Tree parse(byte[] utf8, String where) {
    try (var parser = FACTORY.createParser(ObjectReadContext.empty(), utf8)) {
      return whole(parser, where);
    } catch (JacksonException e) {
      throw new ProblemException(JsonNodes.problem(e, where), e);
    }
  }

  /// As [#parse(byte[], String)], from text.
  public static Tree parse(String text, String where) {
    try (var parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      return whole(parser, where);
    } catch (JacksonException e) {
      throw new ProblemException(JsonNodes.problem(e, where), e);
    }
  }

  /// The paths of keys that stand twice in an object, in the order in which Go's strict decoder
  /// meets them: `spec.containers[0].name`. Throws as [#parse(byte[], String)].
  public static List<String> duplicates(byte[] utf8, String where) {
    try (var parser = FACTORY.createParser(ObjectReadContext.empty(), utf8)) {
      return List.copyOf(new Duplicates(parser).of(parser.nextToken()));
    } catch (JacksonException e) {
      throw new ProblemException(JsonNodes.problem(e, where), e);
    }
  }

  private static Tree whole(JsonParser parser, String where) {
    var first = parser.nextToken();
    if (first == null) {
      throw new ProblemException(new Problem.Invalid("Not JSON: there is nothing", where, "", ""));
    }
    var tree = value(parser, first);
    if (parser.nextToken() != null) {
      var spot = JsonNodes.spot(parser.currentTokenLocation());
      throw new ProblemException(
          new Problem.Invalid(
              "Not JSON: more text after the end of the value",
              spot.in(where),
              "Remove what follows the first value",
              ""));
    }
    return tree;
  }

  private static Tree value(JsonParser parser, @Nullable JsonToken token) {
    return switch (token) {
      case START_OBJECT -> {
        var fields = new LinkedHashMap<String, Tree>();
        for (var name = parser.nextName(); name != null; name = parser.nextName()) {
          fields.put(Text.wellFormed(name), value(parser, parser.nextToken()));
        }
        yield fields.isEmpty() ? Tree.Obj.EMPTY : new Tree.Obj(fields);
      }
      case START_ARRAY -> {
        var items = new ArrayList<Tree>();
        for (var t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
          items.add(value(parser, t));
        }
        yield items.isEmpty() ? Tree.Arr.EMPTY : new Tree.Arr(items);
      }
      case VALUE_STRING -> new Tree.Str(Text.wellFormed(parser.getString()));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Tree.Num(parser.getString());
      case VALUE_TRUE -> new Tree.Bool(true);
      case VALUE_FALSE -> new Tree.Bool(false);
      case VALUE_NULL -> Tree.Null.VALUE;
      case null, default -> throw new IllegalStateException("Jackson gave " + token);
    };
  }

  /// On one line. Hidden values are redacted: the string `hidden, N characters`.
  public static String compact(Tree tree) {
    return JsonWriter.write(tree, false, false);
  }

  /// On many lines, indented by two spaces, with a line end. Hidden values are redacted.
  public static String pretty(Tree tree) {
    return JsonWriter.write(tree, true, false) + "\n";
  }

  /// On one line as UTF-8 with hidden values opened: only to be sent to a server.
  public static byte[] revealed(Tree tree) {
    return JsonWriter.write(tree, false, true).getBytes(StandardCharsets.UTF_8);
  }
}

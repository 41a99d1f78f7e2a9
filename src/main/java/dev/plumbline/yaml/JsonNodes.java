package dev.plumbline.yaml;

import dev.plumbline.model.Problem;
import dev.plumbline.model.Tree;
import dev.plumbline.yaml.Node.Spot;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;

/// JSON values as nodes with their places, for JSON files among manifests.
final class JsonNodes {

  private JsonNodes() {}

  /// The value that starts with the parser's current token.
  static Node read(JsonParser parser, @Nullable JsonToken token) {
    var spot = spot(parser.currentTokenLocation());
    return switch (token) {
      case START_OBJECT -> {
        var object = new Node.Entries(spot);
        for (var name = parser.nextName(); name != null; name = parser.nextName()) {
          var at = spot(parser.currentTokenLocation());
          var key = new Node.Literal(new Tree.Str(Text.wellFormed(name)), at);
          object.entries.add(new Node.Entry(key, read(parser, parser.nextToken())));
        }
        yield object;
      }
      case START_ARRAY -> {
        var list = new Node.Items(spot);
        for (var t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
          list.nodes.add(read(parser, t));
        }
        yield list;
      }
      case VALUE_STRING ->
          new Node.Literal(new Tree.Str(Text.wellFormed(parser.getString())), spot);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          new Node.Literal(new Tree.Num(parser.getString()), spot);
      case VALUE_TRUE -> new Node.Literal(new Tree.Bool(true), spot);
      case VALUE_FALSE -> new Node.Literal(new Tree.Bool(false), spot);
      case VALUE_NULL -> new Node.Literal(Tree.Null.VALUE, spot);
      case null, default -> throw new IllegalStateException("Jackson gave " + token);
    };
  }

  static Spot spot(@Nullable TokenStreamLocation location) {
    return location == null
        ? new Spot(0, 0)
        : new Spot(location.getLineNr(), location.getColumnNr());
  }

  static Problem problem(JacksonException e, String where) {
    // The word that it quotes may be a value of a Secret.
    var words =
        String.valueOf(e.getOriginalMessage())
            .replaceFirst("^(?s)Unrecognized token '.*?': ", "Unrecognized token: ");
    var first = words.lines().findFirst().orElse("");
    var deep = words.contains("nesting depth");
    return new Problem.Invalid(
        deep ? "Nested deeper than " + Json.MAX_DEPTH + " levels" : "Not JSON: " + first,
        spot(e.getLocation()).in(where),
        "",
        words);
  }
}

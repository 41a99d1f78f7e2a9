package dev.plumbline.yaml;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Finds keys that stand twice in a JSON object.
final class Duplicates {

  private final JsonParser parser;
  private final Set<String> found = new LinkedHashSet<>();

  Duplicates(JsonParser parser) {
    this.parser = parser;
  }

  Set<String> of(@Nullable JsonToken token) {
    value(token, "");
    return found;
  }

  private void value(@Nullable JsonToken token, String path) {
    if (token == JsonToken.START_OBJECT) {
      var seen = new HashSet<String>();
      for (var name = parser.nextName(); name != null; name = parser.nextName()) {
        var here = path.isEmpty() ? name : path + "." + name;
        if (!seen.add(name)) {
          found.add(here);
        }
        value(parser.nextToken(), here);
      }
    } else if (token == JsonToken.START_ARRAY) {
      int index = 0;
      for (var t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
        value(t, path + "[" + index++ + "]");
      }
    }
  }
}

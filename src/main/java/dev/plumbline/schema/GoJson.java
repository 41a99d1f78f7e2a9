package dev.plumbline.schema;

import dev.plumbline.model.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.stream.Collectors;

/// JSON as Go's encoder writes it, inside other texts: path elements of `FieldsV1`
/// (`k:{"name":"web"}`, `v:"x"`), messages, kubectl's last-applied annotation. Documents are read
/// by `yaml`, which this room may not import and need not.
public final class GoJson {

  private static final int DEEPEST = 200;

  private final String text;
  private int at;

  private GoJson(String text) {
    this.text = text;
  }

  /// The value, empty when the text is not JSON.
  public static Optional<Tree> read(String text) {
    var reader = new GoJson(text);
    var value = reader.value(0);
    reader.skip();
    return reader.at == text.length() ? value : Optional.empty();
  }

  /// The text of a value as the API server's JSON library writes it: no spaces, and the characters
  /// that mean something in HTML escaped.
  public static String write(Tree value) {
    return switch (value) {
      case Tree.Obj(var fields) ->
          fields.entrySet().stream()
              .map(e -> quote(e.getKey()) + ":" + write(e.getValue()))
              .collect(Collectors.joining(",", "{", "}"));
      case Tree.Arr(var items) ->
          items.stream().map(GoJson::write).collect(Collectors.joining(",", "[", "]"));
      case Tree.Str(String text) -> quote(text);
      case Tree.Num(String literal) -> literal;
      case Tree.Bool b -> b.toString();
      case Tree.Null n -> n.toString();
      case Tree.Hidden h -> write(h.reveal());
    };
  }

  private static String quote(String text) {
    var out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int known = "\"\\\n\r\t".indexOf(c);
      if (known >= 0) {
        out.append('\\').append("\"\\nrt".charAt(known));
      } else if (c < ' ' || "<>&\u2028\u2029".indexOf(c) >= 0) {
        out.append("\\u%04x".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }

  private Optional<Tree> value(int depth) {
    skip();
    if (at >= text.length() || depth > DEEPEST) {
      return Optional.empty();
    }
    return switch (text.charAt(at)) {
      case '{' -> object(depth);
      case '[' -> list(depth);
      case '"' -> string().map(Tree.Str::new);
      case 't' -> word("true", Tree.bool(true));
      case 'f' -> word("false", Tree.bool(false));
      case 'n' -> word("null", Tree.Null.VALUE);
      default -> number();
    };
  }

  private Optional<Tree> object(int depth) {
    var fields = new LinkedHashMap<String, Tree>();
    at++;
    if (take('}')) {
      return Optional.of(new Tree.Obj(fields));
    }
    do {
      skip();
      var key = string();
      if (key.isEmpty() || !take(':')) {
        return Optional.empty();
      }
      var value = value(depth + 1);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      fields.put(key.get(), value.get());
    } while (take(','));
    return take('}') ? Optional.of(new Tree.Obj(fields)) : Optional.empty();
  }

  private Optional<Tree> list(int depth) {
    var items = new ArrayList<Tree>();
    at++;
    if (take(']')) {
      return Optional.of(new Tree.Arr(items));
    }
    do {
      var value = value(depth + 1);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      items.add(value.get());
    } while (take(','));
    return take(']') ? Optional.of(new Tree.Arr(items)) : Optional.empty();
  }

  private Optional<String> string() {
    if (at >= text.length() || text.charAt(at) != '"') {
      return Optional.empty();
    }
    var out = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        return Optional.of(out.toString());
      }
      if (c != '\\') {
        out.append(c);
      } else if (!escape(out)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private boolean escape(StringBuilder out) {
    at++;
    if (at >= text.length()) {
      return false;
    }
    char c = text.charAt(at);
    int known = "\"\\/bfnrt".indexOf(c);
    if (known >= 0) {
      out.append("\"\\/\b\f\n\r\t".charAt(known));
      return true;
    }
    if (c != 'u' || at + 4 >= text.length()) {
      return false;
    }
    int code = 0;
    for (int i = 1; i <= 4; i++) {
      int digit = Character.digit(text.charAt(at + i), 16);
      if (digit < 0) {
        return false;
      }
      code = code * 16 + digit;
    }
    out.append((char) code);
    at += 4;
    return true;
  }

  private Optional<Tree> word(String word, Tree value) {
    if (!text.startsWith(word, at)) {
      return Optional.empty();
    }
    at += word.length();
    return Optional.of(value);
  }

  private Optional<Tree> number() {
    int end = at;
    while (end < text.length() && "+-.eE0123456789".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    var literal = text.substring(at, end);
    if (!literal.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d{1,9})?")) {
      return Optional.empty();
    }
    at = end;
    return Optional.of(new Tree.Num(literal));
  }

  private boolean take(char c) {
    skip();
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private void skip() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }
}

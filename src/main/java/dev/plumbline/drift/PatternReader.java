package dev.plumbline.drift;

import dev.plumbline.drift.PathPattern.Part;
import dev.plumbline.model.Path.Step;
import dev.plumbline.model.Tree;
import java.util.ArrayList;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Reads the one notation of paths.
final class PatternReader {

  private static final int LENGTH = 4096;
  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?");

  private final String text;
  private int at;

  PatternReader(String text) {
    this.text = text;
  }

  /// Thrown and caught here alone: the text is no path.
  private static final class NoPath extends Exception {
    private static final long serialVersionUID = 1L;

    NoPath() {
      super("no path", null, false, false);
    }
  }

  Optional<PathPattern> read() {
    if (text.isEmpty() || text.length() > LENGTH) {
      return Optional.empty();
    }
    try {
      var parts = new ArrayList<Part>();
      while (at < text.length()) {
        parts.add(part());
      }
      return Optional.of(new PathPattern(parts));
    } catch (NoPath e) {
      return Optional.empty();
    }
  }

  private Part part() throws NoPath {
    if (skip('.')) {
      return new Part.Is(new Step.Field(plain()));
    }
    expect('[');
    var part = bracket();
    expect(']');
    return part;
  }

  private Part bracket() throws NoPath {
    if (skip('*')) {
      return new Part.Any();
    }
    if (skip('=')) {
      return new Part.Is(new Step.Value(value()));
    }
    if (peek() == '"') {
      var quoted = quoted();
      return peek() == '=' ? keys(quoted) : new Part.Is(new Step.Field(quoted));
    }
    var word = plain();
    return peek() == '=' ? keys(word) : new Part.Is(new Step.Index(index(word)));
  }

  private static int index(String word) throws NoPath {
    try {
      int index = Integer.parseInt(word);
      if (index >= 0) {
        return index;
      }
    } catch (NumberFormatException e) {
      throw new NoPath();
    }
    throw new NoPath();
  }

  private Part keys(String first) throws NoPath {
    var keys = new TreeMap<String, Tree>();
    var name = first;
    while (true) {
      expect('=');
      keys.put(name, value());
      if (!skip(',')) {
        return new Part.Is(new Step.Key(keys));
      }
      name = peek() == '"' ? quoted() : plain();
    }
  }

  private Tree value() throws NoPath {
    if (peek() == '"') {
      return Tree.str(quoted());
    }
    int from = at;
    while (at < text.length() && ",]".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    var word = text.substring(from, at);
    return switch (word) {
      case "true" -> Tree.bool(true);
      case "false" -> Tree.bool(false);
      case "null" -> Tree.Null.VALUE;
      default -> {
        if (!NUMBER.matcher(word).matches()) {
          throw new NoPath();
        }
        yield new Tree.Num(word);
      }
    };
  }

  private String plain() throws NoPath {
    int from = at;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || "_-$".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    if (at == from) {
      throw new NoPath();
    }
    return text.substring(from, at);
  }

  private String quoted() throws NoPath {
    expect('"');
    var value = new StringBuilder();
    while (true) {
      char c = next();
      if (c == '"') {
        return value.toString();
      }
      value.append(c == '\\' ? escaped() : c);
    }
  }

  private char escaped() throws NoPath {
    return switch (next()) {
      case '\\' -> '\\';
      case '"' -> '"';
      case 'n' -> '\n';
      default -> throw new NoPath();
    };
  }

  private char next() throws NoPath {
    if (at >= text.length()) {
      throw new NoPath();
    }
    return text.charAt(at++);
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private boolean skip(char c) {
    if (peek() != c) {
      return false;
    }
    at++;
    return true;
  }

  private void expect(char c) throws NoPath {
    if (!skip(c)) {
      throw new NoPath();
    }
  }
}

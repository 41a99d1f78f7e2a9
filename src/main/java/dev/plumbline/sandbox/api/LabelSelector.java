package dev.plumbline.sandbox.api;

import dev.plumbline.sandbox.store.Entry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Reads a label selector: `a=b,c!=d,e in (f,g),h notin (i),j,!k`.
final class LabelSelector {

  private static final Map<String, String> EXPECTED =
      Map.of(",", "identifier", ")", "',', ')' or identifier");

  private final String text;
  private int at;

  LabelSelector(String text) {
    this.text = text;
  }

  List<Predicate<Entry>> read() {
    var all = new ArrayList<Predicate<Entry>>();
    all.add(requirement());
    while (at < text.length()) {
      expect(",");
      all.add(requirement());
    }
    return all;
  }

  private Predicate<Entry> requirement() {
    if (accept("!")) {
      var key = word();
      return e -> !e.labels().containsKey(key);
    }
    var key = word();
    if (key.isEmpty()) {
      throw wrong("found '" + next() + "', expected: !, identifier, or 'end of string'");
    }
    if (at == text.length() || text.charAt(at) == ',') {
      return e -> e.labels().containsKey(key);
    }
    if (accept("==") || accept("=")) {
      var value = word();
      return e -> value.equals(e.labels().get(key));
    }
    if (accept("!=")) {
      var value = word();
      return e -> !value.equals(e.labels().get(key));
    }
    if (accept(">") || accept("<")) {
      throw Failure.notPlayed("label selectors with < and >");
    }
    return switch (word()) {
      case "in" -> {
        var values = values();
        yield e -> e.labels().containsKey(key) && values.contains(e.labels().get(key));
      }
      case "notin" -> {
        var values = values();
        yield e -> !values.contains(e.labels().getOrDefault(key, "\0"));
      }
      case String other ->
          throw wrong("found '" + other + "', expected: in, notin, =, ==, !=, gt, lt");
    };
  }

  private Set<String> values() {
    expect("(");
    var values = new HashSet<String>();
    values.add(word());
    while (accept(",")) {
      values.add(word());
    }
    expect(")");
    return values;
  }

  private String word() {
    blank();
    int start = at;
    while (at < text.length() && " ,()=!<>".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    var word = text.substring(start, at);
    blank();
    return word;
  }

  private void blank() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  private boolean accept(String token) {
    blank();
    if (text.startsWith(token, at)) {
      at += token.length();
      return true;
    }
    return false;
  }

  private void expect(String token) {
    if (!accept(token)) {
      throw wrong(
          token.equals("(")
              ? "found '" + next() + "' expected: '('"
              : "found '" + next() + "', expected: " + EXPECTED.getOrDefault(token, token));
    }
  }

  private String next() {
    return at < text.length() ? text.substring(at, at + 1) : "";
  }

  private static Failure wrong(String message) {
    return Failure.badRequest("unable to parse requirement: " + message);
  }
}

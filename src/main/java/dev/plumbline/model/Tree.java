package dev.plumbline.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A JSON-like value, kept raw: what Git says and what a cluster holds are compared as trees, never
/// as typed models, because typed models lose intent (DRIFT.md fact 2). Immutable; equality is
/// deep, key order does not count, list order does, and numbers are equal when their values are
/// (structured-merge-diff: `1 == 1.0`, an int never equals a string, null equals only null).
public sealed interface Tree {

  /// A map with its keys in the order in which they were read.
  record Obj(Map<String, Tree> fields) implements Tree {
    public static final Obj EMPTY = new Obj(Map.of());

    public Obj {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /// The value of a key, empty when the key is absent. A key that holds null gives [Null].
    public Optional<Tree> get(String key) {
      return Optional.ofNullable(fields.get(key));
    }

    /// This object with one key set (kept in place when it exists, else appended).
    public Obj with(String key, Tree value) {
      var copy = new LinkedHashMap<>(fields);
      copy.put(key, value);
      return new Obj(copy);
    }

    /// This object without a key.
    public Obj without(String key) {
      if (!fields.containsKey(key)) {
        return this;
      }
      var copy = new LinkedHashMap<>(fields);
      copy.remove(key);
      return new Obj(copy);
    }

    @Override
    public String toString() {
      return fields.toString();
    }
  }

  /// A list.
  record Arr(List<Tree> items) implements Tree {
    public static final Arr EMPTY = new Arr(List.of());

    public Arr {
      items = List.copyOf(items);
    }

    @Override
    public String toString() {
      return items.toString();
    }
  }

  /// A string.
  record Str(String value) implements Tree {
    @Override
    public String toString() {
      return '"' + value + '"';
    }
  }

  /// A number as it was written (`1.0`, `1e3`, `18446744073709551616`). Equal to another number of
  /// the same value. The literal is always a valid JSON number.
  record Num(String literal) implements Tree {
    public static Num of(long value) {
      return new Num(Long.toString(value));
    }

    /// The exact value.
    public BigDecimal value() {
      return new BigDecimal(literal);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Num n
          && (literal.equals(n.literal) || value().compareTo(n.value()) == 0);
    }

    @Override
    public int hashCode() {
      return value().stripTrailingZeros().hashCode();
    }

    @Override
    public String toString() {
      return literal;
    }
  }

  /// true or false.
  record Bool(boolean value) implements Tree {
    @Override
    public String toString() {
      return Boolean.toString(value);
    }
  }

  /// JSON null.
  record Null() implements Tree {
    /// The only one needed.
    public static final Null VALUE = new Null();

    @Override
    public String toString() {
      return "null";
    }
  }

  /// A value that nobody may see unasked: data of a Secret. Compares by its content; text forms
  /// show only its length. Writers redact it unless they are told to reveal (what is sent to the
  /// API server).
  final class Hidden implements Tree {
    private final Tree content;

    private Hidden(Tree content) {
      this.content = content;
    }

    /// Wraps a value; a value that is already hidden stays as it is.
    public static Hidden of(Tree content) {
      return content instanceof Hidden h ? h : new Hidden(content);
    }

    /// The content itself. Only for sending it to a server, and for a person who asked.
    public Tree reveal() {
      return content;
    }

    /// Length of the content in characters of its text form (a string's own length).
    public int length() {
      return content instanceof Str(String value) ? value.length() : content.toString().length();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Hidden h && content.equals(h.content);
    }

    @Override
    public int hashCode() {
      return content.hashCode();
    }

    @Override
    public String toString() {
      return "hidden, " + length() + " characters";
    }
  }

  /// A string value.
  static Str str(String value) {
    return new Str(value);
  }

  /// A boolean value.
  static Bool bool(boolean value) {
    return new Bool(value);
  }

  /// An object of alternating keys and values: `obj("a", str("x"), "b", Null.VALUE)`.
  static Obj obj(Object... keysAndValues) {
    var map = new LinkedHashMap<String, Tree>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], (Tree) keysAndValues[i + 1]);
    }
    return new Obj(map);
  }

  /// A list of values.
  static Arr arr(Tree... items) {
    return new Arr(List.of(items));
  }

  /// The value below a chain of object keys; empty where a key is missing or something on the way
  /// is not an object.
  default Optional<Tree> at(String... keys) {
    Tree here = this;
    for (var key : keys) {
      if (!(here instanceof Obj o) || !o.fields().containsKey(key)) {
        return Optional.empty();
      }
      here = o.fields().get(key);
    }
    return Optional.of(here);
  }

  /// The string below a chain of object keys; empty where there is none or it is not a string.
  default Optional<String> text(String... keys) {
    return at(keys)
        .flatMap(t -> t instanceof Str(String value) ? Optional.of(value) : Optional.empty());
  }

  /// The items below a chain of object keys; an empty list where there is no list.
  default List<Tree> items(String... keys) {
    return at(keys)
        .map(t -> t instanceof Arr(List<Tree> items) ? items : List.<Tree>of())
        .orElse(List.of());
  }

  /// The fields below a chain of object keys; an empty map where there is no object.
  default Map<String, Tree> fields(String... keys) {
    return at(keys)
        .map(t -> t instanceof Obj(Map<String, Tree> fields) ? fields : Map.<String, Tree>of())
        .orElse(Map.of());
  }

  /// This tree with every [Hidden] opened: only for what is sent to an API server.
  default Tree revealed() {
    return switch (this) {
      case Hidden h -> h.reveal().revealed();
      case Obj(Map<String, Tree> fields) -> {
        var copy = new LinkedHashMap<String, Tree>();
        fields.forEach((k, v) -> copy.put(k, v.revealed()));
        yield new Obj(copy);
      }
      case Arr(List<Tree> items) -> {
        var copy = new ArrayList<Tree>(items.size());
        items.forEach(i -> copy.add(i.revealed()));
        yield new Arr(copy);
      }
      case Str s -> s;
      case Num n -> n;
      case Bool b -> b;
      case Null n -> n;
    };
  }
}

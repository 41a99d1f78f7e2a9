package dev.plumbline.sandbox.checks;

import dev.plumbline.model.Tree;
import dev.plumbline.schema.FieldError;
import dev.plumbline.yaml.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A place in an object that is looked at, with words for what is wrong there.
final class Spot {

  private static final long HIGHEST_PORT = 65535;

  private final Found found;
  private final String path;
  private final Tree value;

  Spot(Found found, String path, Tree value) {
    this.found = found;
    this.path = path;
    this.value = value instanceof Tree.Hidden hidden ? hidden.reveal() : value;
  }

  String path() {
    return path;
  }

  Tree value() {
    return value;
  }

  /// The place of a field, whether or not it is there.
  Spot in(String... fields) {
    var here = this;
    for (var field : fields) {
      var below =
          here.value instanceof Tree.Obj o ? o.get(field) : java.util.Optional.<Tree>empty();
      here =
          new Spot(
              found,
              here.path.isEmpty() ? field : here.path + "." + field,
              below.orElse(Tree.Null.VALUE));
    }
    return here;
  }

  /// The value of a key of a map: `data[key]`.
  Spot at(String key) {
    return new Spot(found, path + "[" + key + "]", fields().getOrDefault(key, Tree.Null.VALUE));
  }

  /// The same value, said to stand elsewhere.
  Spot named(String other) {
    return new Spot(found, other, value);
  }

  /// Another value, said to stand here.
  Spot with(Tree other) {
    return new Spot(found, path, other);
  }

  /// The items of a list field.
  List<Spot> each(String field) {
    var spots = new ArrayList<Spot>();
    var list = in(field);
    for (var item : list.items()) {
      spots.add(new Spot(found, list.path + "[" + spots.size() + "]", item));
    }
    return spots;
  }

  List<Tree> items() {
    return value instanceof Tree.Arr(var items) ? items : List.of();
  }

  Map<String, Tree> fields() {
    return value instanceof Tree.Obj(var fields) ? fields : Map.of();
  }

  boolean there() {
    return !(value instanceof Tree.Null);
  }

  boolean has(String field) {
    return in(field).there();
  }

  /// The text here, empty where there is none.
  String text() {
    return switch (value) {
      case Tree.Str(String text) -> text;
      case Tree.Num(String literal) -> literal;
      default -> "";
    };
  }

  String text(String field) {
    return in(field).text();
  }

  boolean is(String field, String text) {
    return in(field).text().equals(text);
  }

  boolean yes(String field) {
    return in(field).value.equals(Tree.bool(true));
  }

  long number() {
    return value instanceof Tree.Num n ? n.value().longValue() : 0;
  }

  boolean isNumber() {
    return value instanceof Tree.Num;
  }

  void invalid(String why) {
    invalid(value, why);
  }

  /// Says that a value is wrong.
  ///
  /// @param shown what the server shows in place of the value
  void invalid(Tree shown, String why) {
    found.error(
        new FieldError(
            "FieldValueInvalid",
            path,
            "Invalid value: " + Json.compact(shown) + (why.isEmpty() ? "" : ": " + why)));
  }

  void invalid(List<String> whys) {
    whys.forEach(this::invalid);
  }

  void required(String why) {
    found.error(missing(why));
  }

  void required() {
    required("");
  }

  /// As [#required], found by the generated validation.
  void requiredDeclared() {
    found.declared(missing(""));
  }

  void invalidDeclared(String why) {
    found.declared(
        new FieldError(
            "FieldValueInvalid", path, "Invalid value: " + Json.compact(value) + ": " + why));
  }

  private FieldError missing(String why) {
    return new FieldError(
        "FieldValueRequired", path, "Required value" + (why.isEmpty() ? "" : ": " + why));
  }

  void forbidden(String why) {
    found.error(new FieldError("FieldValueForbidden", path, "Forbidden: " + why));
  }

  void duplicate(Tree shown) {
    found.error(
        new FieldError("FieldValueDuplicate", path, "Duplicate value: " + Json.compact(shown)));
  }

  void missing() {
    found.error(new FieldError("FieldValueNotFound", path, "Not found: " + Json.compact(value)));
  }

  void tooLong(long bytes) {
    found.error(
        new FieldError(
            "FieldValueTooLong", path, "Too long: may not be more than " + bytes + " bytes"));
  }

  /// Refuses a value that is not one of these, where there is one.
  void among(String... supported) {
    if (there() && !Set.of(supported).contains(text())) {
      unsupported(value, supported);
    }
  }

  void unsupported(Tree shown, String... supported) {
    found.error(
        new FieldError(
            "FieldValueNotSupported",
            path,
            "Unsupported value: "
                + Json.compact(shown)
                + ": supported values: "
                + Arrays.stream(supported)
                    .map(s -> "\"" + s + "\"")
                    .collect(Collectors.joining(", "))));
  }

  void warn(String why) {
    found.warning(path + ": " + why);
  }

  void warnPlain(String text) {
    found.warning(text);
  }

  void notNegative() {
    if (isNumber() && number() < 0) {
      invalid("must be greater than or equal to 0");
    }
  }

  void between(long low, long high) {
    if (isNumber() && (number() < low || number() > high)) {
      invalid("must be between " + low + " and " + high + ", inclusive");
    }
  }

  void port() {
    between(1, HIGHEST_PORT);
  }

  /// A port by number or by name.
  void portOrName() {
    if (isNumber()) {
      port();
    } else if (value instanceof Tree.Str(String name)) {
      invalid(Names.portName(name));
    }
  }
}

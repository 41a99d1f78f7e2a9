package dev.plumbline.schema;

import dev.plumbline.model.Tree;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/// The bounds that a schema sets to a value of the right type: enum, minimum, length, pattern,
/// number of items.
final class Bounds {

  private final String path;
  private final Tree.Obj schema;
  private final List<FieldError> errors = new ArrayList<>();

  private Bounds(String path, Tree.Obj schema) {
    this.path = path;
    this.schema = schema;
  }

  static List<FieldError> errors(String path, Tree.Obj schema, Tree value) {
    if (schema.fields().isEmpty()) {
      return List.of();
    }
    var bounds = new Bounds(path, schema);
    bounds.check(value);
    return bounds.errors;
  }

  /// Only whether the value is one of those allowed; asked of values of a wrong type too.
  static List<FieldError> allowed(String path, Tree.Obj schema, Tree value) {
    var bounds = new Bounds(path, schema);
    bounds.allowed(value);
    return bounds.errors;
  }

  private void allowed(Tree value) {
    var allowed = schema.items("enum");
    if (!allowed.isEmpty() && !allowed.contains(value)) {
      var known = allowed.stream().map(GoJson::write).collect(Collectors.joining(", "));
      errors.add(
          new FieldError(
              "FieldValueNotSupported",
              path,
              "Unsupported value: " + GoJson.write(value) + ": supported values: " + known));
    }
  }

  private void check(Tree value) {
    allowed(value);
    switch (value) {
      case Tree.Num n -> number(n);
      case Tree.Str(String text) -> text(value, text);
      case Tree.Arr(var items) -> size(items.size(), "minItems", "maxItems", "items");
      case Tree.Obj(var fields) ->
          size(fields.size(), "minProperties", "maxProperties", "properties");
      case Tree.Bool b -> {}
      case Tree.Null n -> {}
      case Tree.Hidden h -> {}
    }
  }

  private void invalid(Tree value, String message) {
    errors.add(
        new FieldError(
            "FieldValueInvalid",
            path,
            "Invalid value: " + GoJson.write(value) + ": " + path + " in body " + message));
  }

  private Optional<BigDecimal> bound(String name) {
    return schema
        .get(name)
        .flatMap(b -> b instanceof Tree.Num n ? Optional.of(n.value()) : Optional.empty());
  }

  private boolean strict(String name) {
    return schema.get(name).filter(Tree.bool(true)::equals).isPresent();
  }

  private void number(Tree.Num n) {
    bound("minimum")
        .ifPresent(min -> {
          int order = n.value().compareTo(min);
          if (strict("exclusiveMinimum") ? order <= 0 : order < 0) {
            invalid(
                n,
                "should be greater than "
                    + (strict("exclusiveMinimum") ? "" : "or equal to ")
                    + min.toPlainString());
          }
        });
    bound("maximum")
        .ifPresent(max -> {
          int order = n.value().compareTo(max);
          if (strict("exclusiveMaximum") ? order >= 0 : order > 0) {
            invalid(
                n,
                "should be less than "
                    + (strict("exclusiveMaximum") ? "" : "or equal to ")
                    + max.toPlainString());
          }
        });
  }

  private void text(Tree value, String text) {
    int length = text.codePointCount(0, text.length());
    bound("minLength")
        .filter(min -> length < min.intValue())
        .ifPresent(min -> invalid(value, "should be at least " + min + " chars long"));
    bound("maxLength")
        .filter(max -> length > max.intValue())
        .ifPresent(max ->
            errors.add(
                new FieldError(
                    "FieldValueTooLong",
                    path,
                    "Too long: may not be more than " + max + " bytes")));
    schema
        .text("pattern")
        .filter(p -> !matches(p, text))
        .ifPresent(p -> invalid(value, "should match '" + p + "'"));
  }

  /// A pattern that Java cannot read says nothing: the server's dialect is another one.
  private static boolean matches(String pattern, String text) {
    try {
      return Pattern.compile(pattern).matcher(text).find();
    } catch (PatternSyntaxException unreadable) {
      return true;
    }
  }

  private void size(int size, String least, String most, String what) {
    bound(least)
        .filter(min -> size < min.intValue())
        .ifPresent(min -> invalid(Tree.Num.of(size), "should have at least " + min + " " + what));
    bound(most)
        .filter(max -> size > max.intValue())
        .ifPresent(max ->
            errors.add(
                new FieldError(
                    "FieldValueTooMany",
                    path,
                    "Too many: " + size + ": must have at most " + max + " items")));
  }
}

package dev.plumbline.sandbox.kinds;

import dev.plumbline.model.Tree;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// JSON as Go's decoder takes it into structs and writes it again.
public final class GoReader {

  private static final Pattern QUANTITY =
      Pattern.compile("([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)");
  private static final BigDecimal LONGEST = BigDecimal.valueOf(Long.MAX_VALUE);

  private final GoTypes types;

  public GoReader(GoTypes types) {
    this.types = types;
  }

  /// What keeps an object from being decoded, in Go's words.
  public Optional<String> misfit(GoType type, Tree.Obj object) {
    return misfit(type, "", "", object);
  }

  private Optional<String> misfit(GoType type, String owner, String path, Tree value) {
    if (value instanceof Tree.Null) {
      return Optional.empty();
    }
    return switch (type) {
      case GoType.Scalar scalar -> scalar(scalar, owner, path, value);
      case GoType.Own(String name) -> own(name, owner, path, value);
      case GoType.Slice slice ->
          value instanceof Tree.Arr(List<Tree> items)
              ? items.stream()
                  .flatMap(i -> misfit(slice.items(), owner, path, i).stream())
                  .findFirst()
              : wrong(slice.name(), owner, path, value);
      case GoType.Mapped mapped ->
          value instanceof Tree.Obj(Map<String, Tree> fields)
              ? fields.values().stream()
                  .flatMap(v -> misfit(mapped.values(), owner, path, v).stream())
                  .findFirst()
              : wrong(mapped.name(), owner, path, value);
      case GoType.Struct struct ->
          value instanceof Tree.Obj object
              ? struct(struct, path, object)
              : wrong(struct.name(), owner, path, value);
    };
  }

  private Optional<String> struct(GoType.Struct struct, String path, Tree.Obj object) {
    for (var entry : object.fields().entrySet()) {
      var field = struct.fields().get(entry.getKey());
      if (field != null) {
        var below = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
        var wrong = misfit(types.type(field.type()), field.owner(), below, entry.getValue());
        if (wrong.isPresent()) {
          return wrong;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> scalar(
      GoType.Scalar type, String owner, String path, Tree value) {
    var shown = value instanceof Tree.Hidden hidden ? hidden.reveal() : value;
    boolean fits =
        switch (type.basic()) {
          case "bool" -> shown instanceof Tree.Bool;
          case "int32" -> shown instanceof Tree.Num n && whole(n, Integer.MAX_VALUE);
          case "int64", "int" -> shown instanceof Tree.Num n && whole(n, Long.MAX_VALUE);
          case "float64" -> shown instanceof Tree.Num;
          default -> shown instanceof Tree.Str;
        };
    if (!fits) {
      return wrong(type.name(), owner, path, shown);
    }
    return type.basic().equals("[]uint8") && shown instanceof Tree.Str(String text)
        ? base64(text)
        : Optional.empty();
  }

  private static boolean whole(Tree.Num number, long most) {
    var value = number.value();
    return number.literal().indexOf('.') < 0
        && value.stripTrailingZeros().scale() <= 0
        && value.abs().compareTo(LONGEST) <= 0
        && Math.abs(value.longValue()) <= most;
  }

  private static Optional<String> base64(String text) {
    try {
      Base64.getDecoder().decode(text);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      int at = 0;
      while (at < text.length()
          && (Character.isLetterOrDigit(text.charAt(at)) || "+/".indexOf(text.charAt(at)) >= 0)) {
        at++;
      }
      return Optional.of("illegal base64 data at input byte " + at);
    }
  }

  private static Optional<String> own(String name, String owner, String path, Tree value) {
    return switch (name) {
      case "resource.Quantity" ->
          value instanceof Tree.Num
                  || (value instanceof Tree.Str(String text) && QUANTITY.matcher(text).matches())
              ? Optional.empty()
              : Optional.of(
                  "quantities must match the regular expression"
                      + " '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'");
      case "intstr.IntOrString" ->
          value instanceof Tree.Num || value instanceof Tree.Str
              ? Optional.empty()
              : wrong("intstr.IntOrString", owner, path, value);
      case "meta/v1.Time", "meta/v1.MicroTime" -> time(owner, path, value);
      default -> Optional.empty();
    };
  }

  private static Optional<String> time(String owner, String path, Tree value) {
    if (!(value instanceof Tree.Str(String text))) {
      return wrong("string", owner, path, value);
    }
    try {
      OffsetDateTime.parse(text);
      return Optional.empty();
    } catch (DateTimeException e) {
      return Optional.of(
          "parsing time \""
              + text
              + "\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \""
              + text
              + "\" as \"2006\"");
    }
  }

  private static Optional<String> wrong(String type, String owner, String path, Tree value) {
    var got =
        switch (value) {
          case Tree.Str s -> "string";
          case Tree.Num n ->
              type.startsWith("int") && !type.startsWith("intstr")
                  ? "number " + n.literal()
                  : "number";
          case Tree.Bool b -> "bool";
          case Tree.Obj o -> "object";
          case Tree.Arr a -> "array";
          case Tree.Hidden h -> "string";
          case Tree.Null n -> "null";
        };
    return Optional.of(
        "json: cannot unmarshal "
            + got
            + " into Go struct field "
            + owner
            + "."
            + path
            + " of type "
            + type);
  }

  /// An object without the zeros that Go does not write (`paused: false`).
  public Tree.Obj kept(GoType type, Tree.Obj object) {
    return kept(type, (Tree) object) instanceof Tree.Obj kept ? kept : object;
  }

  private Tree kept(GoType type, Tree value) {
    return switch (type) {
      case GoType.Scalar scalar -> value;
      case GoType.Own own -> value;
      case GoType.Slice slice -> {
        if (!(value instanceof Tree.Arr(List<Tree> items))
            || slice.items() instanceof GoType.Scalar) {
          yield value;
        }
        var copy = new ArrayList<Tree>(items.size());
        items.forEach(i -> copy.add(kept(slice.items(), i)));
        yield new Tree.Arr(copy);
      }
      case GoType.Mapped mapped -> value;
      case GoType.Struct struct -> {
        if (!(value instanceof Tree.Obj(Map<String, Tree> fields))) {
          yield value;
        }
        var copy = new LinkedHashMap<String, Tree>();
        fields.forEach((name, v) -> {
          var field = struct.fields().get(name);
          if (field == null || !vanishes(field, v)) {
            copy.put(name, field == null ? v : kept(types.type(field.type()), v));
          }
        });
        yield new Tree.Obj(copy);
      }
    };
  }

  private boolean vanishes(GoType.Field field, Tree value) {
    return field.omitted()
        && !field.pointer()
        && types.type(field.type()) instanceof GoType.Scalar
        && switch (value) {
          case Tree.Str(String text) -> text.isEmpty();
          case Tree.Num n -> n.value().signum() == 0;
          case Tree.Bool(boolean yes) -> !yes;
          default -> false;
        };
  }
}

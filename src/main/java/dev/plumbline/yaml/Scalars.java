package dev.plumbline.yaml;

import dev.plumbline.yaml.Node.Spot;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What a scalar means to kubectl: the rules of go-yaml v2 (YAML 1.1 with exceptions of its own:
/// `0o17`, no base 60, timestamps stay text). Source: `resolve.go` and `decode.go` of
/// go.yaml.in/yaml/v2, checked against kubectl's output by KubectlConformanceTest.
final class Scalars {

  /// A resolved scalar.
  sealed interface Value {}

  /// A string.
  record Text(String text) implements Value {}

  /// An integer between -2^63 and 2^64-1.
  record Int(BigInteger value) implements Value {}

  /// A floating point number; may be infinite or not a number.
  record Real(double value) implements Value {}

  /// true or false.
  record Truth(boolean value) implements Value {}

  /// null.
  record Nothing() implements Value {}

  private static final Set<String> TRUE =
      Set.of("y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON");
  private static final Set<String> FALSE =
      Set.of("n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF");
  private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");
  private static final Set<String> NAN = Set.of(".nan", ".NaN", ".NAN");
  private static final Set<String> INFINITE =
      Set.of(".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF");
  private static final Set<String> MINUS_INFINITE = Set.of("-.inf", "-.Inf", "-.INF");

  private static final Pattern FLOAT =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");

  /// Go's ParseFloat on what starts with a dot: single underscores between digits.
  private static final Pattern DOTTED = Pattern.compile("\\.[0-9][0-9_]*([eE][-+]?[0-9][0-9_]*)?");

  private static final Pattern ODD_UNDERSCORE = Pattern.compile("__|_$|_[eE]");
  private static final Pattern TIMESTAMP =
      Pattern.compile(
          "\\d{4}-\\d{1,2}-\\d{1,2}"
              + "([Tt]\\d{1,2}:\\d{1,2}:\\d{1,2}(\\.\\d+)?(Z|[-+]\\d\\d:\\d\\d)"
              + "| \\d{1,2}:\\d{1,2}:\\d{1,2}(\\.\\d+)?)?");

  private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);
  private static final BigInteger MAX_UNSIGNED = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);

  private Scalars() {}

  /// The meaning of a scalar. Throws [Unreadable] when its tag and its text do not fit.
  static Value resolve(Node.Scalar scalar) {
    var text = scalar.value();
    return switch (scalar.tag()) {
      case "" -> scalar.plain() ? plain(text) : new Text(text);
      case "!!bool" -> fits(scalar, plain(text), Truth.class);
      case "!!null" -> fits(scalar, plain(text), Nothing.class);
      case "!!int" -> fits(scalar, plain(text), Int.class);
      case "!!float" ->
          plain(text) instanceof Int(BigInteger i) && isLong(i)
              ? new Real(i.doubleValue())
              : fits(scalar, plain(text), Real.class);
      case "!!timestamp" -> {
        if (!isTimestamp(text)) {
          throw misfit(scalar);
        }
        yield new Text(text);
      }
      case "!!binary" -> binary(scalar);
      default -> new Text(text);
    };
  }

  private static Value fits(Node.Scalar scalar, Value value, Class<? extends Value> type) {
    if (!type.isInstance(value)) {
      throw misfit(scalar);
    }
    return value;
  }

  private static Unreadable misfit(Node.Scalar scalar) {
    return new Unreadable(
        scalar.spot(),
        "\"%s\" cannot be read as a %s".formatted(scalar.value(), scalar.tag()),
        "Remove the tag or change the value");
  }

  private static Value binary(Node.Scalar scalar) {
    var base64 = scalar.value().replace("\n", "").replace("\r", "");
    try {
      if (base64.length() % 4 != 0) {
        throw new IllegalArgumentException("Its length is no multiple of 4");
      }
      return new Text(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw new Unreadable(
          scalar.spot(), "A !!binary value that is not base64", "Remove the tag", e);
    }
  }

  /// The meaning of a scalar in plain style without a tag.
  static Value plain(String text) {
    if (NULL.contains(text)) {
      return new Nothing();
    }
    if (TRUE.contains(text) || FALSE.contains(text)) {
      return new Truth(TRUE.contains(text));
    }
    return number(text).orElseGet(() -> new Text(text));
  }

  /// Whether kubectl takes it for a timestamp (and leaves it as text); other tools do not leave it.
  static boolean isTimestamp(String text) {
    return TIMESTAMP.matcher(text).matches();
  }

  /// Whether it is between -2^63 and 2^63-1.
  static boolean isLong(BigInteger value) {
    return value.compareTo(MIN) >= 0 && value.compareTo(MAX) <= 0;
  }

  private static Optional<Value> number(String text) {
    char first = text.charAt(0);
    if (first == '.') {
      if (NAN.contains(text)) {
        return Optional.of(new Real(Double.NaN));
      }
      if (INFINITE.contains(text)) {
        return Optional.of(new Real(Double.POSITIVE_INFINITY));
      }
      return DOTTED.matcher(text).matches() && !ODD_UNDERSCORE.matcher(text).find()
          ? real(text.replace("_", ""))
          : Optional.empty();
    }
    if (first != '+' && first != '-' && (first < '0' || first > '9')) {
      return Optional.empty();
    }
    if (INFINITE.contains(text)) {
      return Optional.of(new Real(Double.POSITIVE_INFINITY));
    }
    if (MINUS_INFINITE.contains(text)) {
      return Optional.of(new Real(Double.NEGATIVE_INFINITY));
    }
    var digits = text.replace("_", "");
    return integer(digits).or(() -> real(digits)).or(() -> oddBinary(digits));
  }

  private static Optional<Value> real(String text) {
    if (!FLOAT.matcher(text).matches()) {
      return Optional.empty();
    }
    double value = Double.parseDouble(text);
    return Double.isInfinite(value) ? Optional.empty() : Optional.of(new Real(value));
  }

  /// Go's `ParseInt(text, 0, 64)`, then `ParseUint`: the base is told by `0x`, `0b`, `0o` or `0`.
  private static Optional<Value> integer(String text) {
    boolean signed = text.startsWith("+") || text.startsWith("-");
    var rest = signed ? text.substring(1) : text;
    int base = 10;
    if (rest.length() > 1 && rest.charAt(0) == '0') {
      base =
          switch (rest.charAt(1)) {
            case 'x', 'X' -> 16;
            case 'b', 'B' -> 2;
            case 'o', 'O' -> 8;
            default -> -8;
          };
      rest = rest.substring(base > 0 ? 2 : 1);
    }
    return digits(rest, Math.abs(base))
        .map(value -> text.startsWith("-") ? value.negate() : value)
        .filter(value -> isLong(value) || (!signed && value.compareTo(MAX_UNSIGNED) <= 0))
        .map(Int::new);
  }

  /// `0b-101`: go-yaml parses what follows `0b` once more, with a sign.
  private static Optional<Value> oddBinary(String text) {
    if (!text.startsWith("0b-") && !text.startsWith("0b+")) {
      return Optional.empty();
    }
    return digits(text.substring(3), 2)
        .map(value -> text.charAt(2) == '-' ? value.negate() : value)
        .filter(Scalars::isLong)
        .map(Int::new);
  }

  private static Optional<BigInteger> digits(String text, int base) {
    if (text.isEmpty() || text.length() > 10_000) {
      return Optional.empty();
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 'f' || Character.digit(text.charAt(i), base) < 0) {
        return Optional.empty();
      }
    }
    return Optional.of(new BigInteger(text, base));
  }

  /// As [Unreadable], for values that JSON cannot hold.
  static Unreadable notJson(Spot spot, String value) {
    return new Unreadable(
        spot,
        value + " is no number that Kubernetes can hold",
        "Quote it when it is meant as text");
  }
}

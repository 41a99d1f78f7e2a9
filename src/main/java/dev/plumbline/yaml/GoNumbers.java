package dev.plumbline.yaml;

import dev.plumbline.model.Tree;
import java.math.BigDecimal;
import java.math.BigInteger;

/// Numbers as kubectl prints them: an int64 keeps its digits, everything else goes through a double
/// and comes out in the shortest form that reads back the same.
final class GoNumbers {

  private GoNumbers() {}

  /// An integer as kubectl holds it: beyond int64 its last digits are lost.
  static Tree.Num of(BigInteger value) {
    return Scalars.isLong(value) ? new Tree.Num(value.toString()) : of(value.doubleValue());
  }

  /// A finite double as Go's encoding/json writes it: without exponent from 1e-6 to 1e21.
  static Tree.Num of(double value) {
    if (value == 0) {
      return new Tree.Num("0");
    }
    var exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    double size = Math.abs(value);
    return new Tree.Num(size < 1e-6 || size >= 1e21 ? scientific(exact, 1) : exact.toPlainString());
  }

  /// A JSON number as kubectl reads it; null when it is too big for a double.
  static Tree.@org.jspecify.annotations.Nullable Num ofJson(String literal) {
    if (literal.chars().noneMatch(c -> c == '.' || c == 'e' || c == 'E')) {
      var integer = new BigInteger(literal);
      return Double.isInfinite(integer.doubleValue()) ? null : of(integer);
    }
    double value = Double.parseDouble(literal);
    return Double.isInfinite(value) ? null : of(value);
  }

  /// A float as a map key: sigs.k8s.io/yaml prints it like `%g` of a 32-bit float.
  static String key(double value) {
    float narrow = (float) value;
    if (Float.isNaN(narrow)) {
      return ".nan";
    }
    if (Float.isInfinite(narrow)) {
      return narrow > 0 ? ".inf" : "-.inf";
    }
    if (narrow == 0) {
      return 1 / value < 0 ? "-0" : "0";
    }
    var exact = new BigDecimal(Float.toString(narrow)).stripTrailingZeros();
    int exponent = exact.precision() - exact.scale() - 1;
    return exponent < -4 || exponent >= 6 ? scientific(exact, 2) : exact.toPlainString();
  }

  private static String scientific(BigDecimal value, int exponentDigits) {
    var digits = value.unscaledValue().abs().toString();
    int exponent = value.precision() - value.scale() - 1;
    var text = new StringBuilder(value.signum() < 0 ? "-" : "").append(digits.charAt(0));
    if (digits.length() > 1) {
      text.append('.').append(digits, 1, digits.length());
    }
    text.append('e').append(exponent < 0 ? '-' : '+');
    var power = Integer.toString(Math.abs(exponent));
    return text.append("0".repeat(Math.max(0, exponentDigits - power.length())))
        .append(power)
        .toString();
  }
}

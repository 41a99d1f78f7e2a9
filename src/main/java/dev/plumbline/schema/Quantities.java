package dev.plumbline.schema;

import dev.plumbline.model.Tree;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.regex.Pattern;

/// Amounts of resources as the server writes them (`1000m` is `1`, `1024Mi` is `1Gi`): apimachinery
/// `resource.Quantity`.
public final class Quantities {

  private static final Pattern TEXT =
      Pattern.compile("([+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+))(.*)");
  private static final String[] BINARY = {"", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"};
  private static final String[] DECIMAL = {"n", "u", "m", "", "k", "M", "G", "T", "P", "E"};
  private static final int ONE = 3;

  private Quantities() {}

  /// A value with every quantity in its canonical form; what is no quantity stays as it is.
  public static Tree canonical(Type type, Tree value) {
    return switch (type) {
      case Type.Scalar(Type.ScalarKind kind) ->
          kind == Type.ScalarKind.QUANTITY ? quantity(value) : value;
      case Type.Struct struct -> {
        if (!(value instanceof Tree.Obj(var fields))) {
          yield value;
        }
        var copy = new LinkedHashMap<>(fields);
        copy.replaceAll((name, v) -> {
          var slot = struct.fields().get(name);
          return slot == null ? v : canonical(slot.type(), v);
        });
        yield new Tree.Obj(copy);
      }
      case Type.MapOf map -> {
        if (!(value instanceof Tree.Obj(var fields))) {
          yield value;
        }
        var copy = new LinkedHashMap<>(fields);
        copy.replaceAll((name, v) -> canonical(map.values().type(), v));
        yield new Tree.Obj(copy);
      }
      case Type.ListOf list -> {
        if (!(value instanceof Tree.Arr(var items))) {
          yield value;
        }
        var copy = new ArrayList<Tree>(items.size());
        items.forEach(i -> copy.add(canonical(list.items().type(), i)));
        yield new Tree.Arr(copy);
      }
      case Type.Any any -> value;
    };
  }

  private static Tree quantity(Tree value) {
    return switch (value) {
      case Tree.Str(String text) -> Tree.str(canonical(text));
      case Tree.Num(String literal) -> Tree.str(canonical(literal));
      default -> value;
    };
  }

  /// An amount in its canonical form; another text as it is.
  public static String canonical(String text) {
    var match = TEXT.matcher(text);
    if (!match.matches()) {
      return text;
    }
    var number = new BigDecimal(match.group(1));
    var suffix = match.group(2);
    for (int i = 1; i < BINARY.length; i++) {
      if (suffix.equals(BINARY[i])) {
        return binary(number.multiply(new BigDecimal(BigInteger.ONE.shiftLeft(10 * i))));
      }
    }
    for (int i = 0; i < DECIMAL.length; i++) {
      if (suffix.equals(DECIMAL[i])) {
        return decimal(number.scaleByPowerOfTen(3 * (i - ONE)));
      }
    }
    if (suffix.matches("[eE][+-]?[0-9]{1,3}")) {
      int exponent = Integer.parseInt(suffix.substring(1).replace("+", ""));
      return scientific(number.scaleByPowerOfTen(exponent));
    }
    return text;
  }

  private static String binary(BigDecimal value) {
    if (value.abs().compareTo(BigDecimal.valueOf(1024)) < 0) {
      return decimal(value);
    }
    var whole = value.setScale(0, RoundingMode.UP).toBigInteger();
    int power = 0;
    while (power < BINARY.length - 1 && whole.signum() != 0 && whole.getLowestSetBit() >= 10) {
      whole = whole.shiftRight(10);
      power++;
    }
    return whole + BINARY[power];
  }

  private static String decimal(BigDecimal value) {
    var nano = value.scaleByPowerOfTen(9).setScale(0, RoundingMode.UP).toBigInteger();
    int power = 0;
    while (power < DECIMAL.length - 1 && nano.signum() != 0 && thousands(nano)) {
      nano = nano.divide(BigInteger.valueOf(1000));
      power++;
    }
    return nano.signum() == 0 ? "0" : nano + DECIMAL[power];
  }

  private static String scientific(BigDecimal value) {
    var nano = value.scaleByPowerOfTen(9).setScale(0, RoundingMode.UP).toBigInteger();
    int power = -9;
    while (nano.signum() != 0 && thousands(nano)) {
      nano = nano.divide(BigInteger.valueOf(1000));
      power += 3;
    }
    return nano.signum() == 0 ? "0" : power == 0 ? nano.toString() : nano + "e" + power;
  }

  private static boolean thousands(BigInteger value) {
    return value.mod(BigInteger.valueOf(1000)).signum() == 0;
  }
}

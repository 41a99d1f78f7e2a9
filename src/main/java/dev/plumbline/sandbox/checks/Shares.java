package dev.plumbline.sandbox.checks;

import java.util.regex.Pattern;

/// Numbers that may also be a percentage.
final class Shares {

  private static final Pattern PERCENT = Pattern.compile("[0-9]+%");
  private static final int WHOLE = 100;

  private Shares() {}

  static void positive(Spot share) {
    if (share.isNumber()) {
      share.notNegative();
    } else if (share.there() && !PERCENT.matcher(share.text()).matches()) {
      share.invalid(
          "a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%', "
              + " or '93%', regex used for validation is '[0-9]+%')");
    }
  }

  static void atMostAll(Spot share) {
    if (!share.isNumber() && value(share) > WHOLE) {
      share.invalid("must not be greater than 100%");
    }
  }

  static boolean none(Spot share) {
    return value(share) == 0;
  }

  private static long value(Spot share) {
    if (share.isNumber()) {
      return share.number();
    }
    var text = share.text();
    return PERCENT.matcher(text).matches() && text.length() < 10
        ? Long.parseLong(text.substring(0, text.length() - 1))
        : 0;
  }
}

package dev.plumbline.sandbox.checks;

import dev.plumbline.model.Tree;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What containers ask for and may use.
final class Resources {

  private static final Set<String> USUAL = Set.of("cpu", "memory", "ephemeral-storage");
  private static final Set<String> COUNTED = Set.of("memory", "ephemeral-storage");
  private static final Pattern STANDARD =
      Pattern.compile(
          "cpu|memory|ephemeral-storage|storage|pods|services|secrets|configmaps|hugepages-.*"
              + "|(requests|limits)\\..*");
  private static final Pattern TEXT = Pattern.compile("([+-]?[0-9.]+)([a-zA-Z]*[-+]?[0-9]*)");
  private static final Map<String, BigDecimal> UNITS =
      Map.ofEntries(
          Map.entry("n", power(10, -9)),
          Map.entry("u", power(10, -6)),
          Map.entry("m", power(10, -3)),
          Map.entry("", BigDecimal.ONE),
          Map.entry("k", power(10, 3)),
          Map.entry("M", power(10, 6)),
          Map.entry("G", power(10, 9)),
          Map.entry("T", power(10, 12)),
          Map.entry("P", power(10, 15)),
          Map.entry("E", power(10, 18)),
          Map.entry("Ki", power(2, 10)),
          Map.entry("Mi", power(2, 20)),
          Map.entry("Gi", power(2, 30)),
          Map.entry("Ti", power(2, 40)),
          Map.entry("Pi", power(2, 50)),
          Map.entry("Ei", power(2, 60)));

  private Resources() {}

  private static BigDecimal power(int base, int exponent) {
    return exponent < 0
        ? BigDecimal.ONE.scaleByPowerOfTen(exponent)
        : BigDecimal.valueOf(base).pow(exponent);
  }

  /// How much an amount is; amounts were read before, so they can be read.
  static BigDecimal amount(String text) {
    var match = TEXT.matcher(text);
    if (!match.matches()) {
      return BigDecimal.ZERO;
    }
    var unit = UNITS.get(match.group(2));
    return unit == null
        ? new BigDecimal(text.replace('E', 'e'))
        : new BigDecimal(match.group(1)).multiply(unit);
  }

  static void check(Spot resources) {
    var limits = resources.in("limits");
    var requests = resources.in("requests");
    for (var name : limits.fields().keySet()) {
      one(name, limits.at(name));
    }
    for (var name : requests.fields().keySet()) {
      var asked = requests.at(name);
      one(name, asked);
      compared(name, asked, requests, limits);
    }
  }

  private static void compared(String name, Spot asked, Spot requests, Spot limits) {
    var limit = limits.at(name);
    boolean shared = !name.contains("/") && !name.startsWith("hugepages-");
    if (!limit.there()) {
      if (!shared) {
        limits.required("Limit must be set for non overcommitable resources");
      }
      return;
    }
    int order = amount(asked.text()).compareTo(amount(limit.text()));
    var of = " " + name + " limit of " + limit.text();
    if (order != 0 && !shared) {
      requests.invalid(asked.value(), "must be equal to" + of);
    } else if (order > 0) {
      requests.invalid(asked.value(), "must be less than or equal to" + of);
    }
  }

  private static void one(String name, Spot amount) {
    var shown = Tree.str(name);
    var wrong = Names.qualified(name);
    for (var why : wrong) {
      amount.invalid(shown, why);
    }
    if (wrong.isEmpty() && !name.contains("/")) {
      if (!STANDARD.matcher(name).matches()) {
        amount.invalid(shown, "must be a standard resource type or fully qualified");
      }
      if (!USUAL.contains(name) && !name.startsWith("hugepages-")) {
        amount.invalid(shown, "must be a standard resource for containers");
      }
    }
    quantity(name, amount);
  }

  private static void quantity(String name, Spot amount) {
    var value = amount(amount.text());
    if (value.signum() < 0) {
      amount.invalid("must be greater than or equal to 0");
    }
    boolean whole = value.stripTrailingZeros().scale() <= 0;
    if (name.contains("/") && !whole) {
      amount.invalid("must be an integer");
    }
    if (COUNTED.contains(name) && !whole) {
      amount.warn("fractional byte value \"" + amount.text() + "\" is invalid, must be an integer");
    }
  }
}

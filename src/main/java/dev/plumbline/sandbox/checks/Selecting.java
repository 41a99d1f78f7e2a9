package dev.plumbline.sandbox.checks;

import dev.plumbline.model.Tree;
import java.util.Map;

/// Label selectors: `matchLabels` and `matchExpressions`.
final class Selecting {

  private Selecting() {}

  /// Says what is wrong with a selector.
  ///
  /// @return whether it can be used
  static boolean check(Spot selector) {
    boolean right = true;
    var labels = selector.in("matchLabels");
    Metadata.labels(labels);
    for (var entry : labels.fields().entrySet()) {
      right &=
          Names.qualified(entry.getKey()).isEmpty()
              && Names.value(entry.getValue() instanceof Tree.Str(String t) ? t : "").isEmpty();
    }
    for (var expression : selector.each("matchExpressions")) {
      right &= expression(expression);
    }
    return right;
  }

  private static boolean expression(Spot expression) {
    var values = expression.in("values");
    boolean right = true;
    switch (expression.text("operator")) {
      case "In", "NotIn" -> {
        if (values.items().isEmpty()) {
          values.required("must be specified when `operator` is 'In' or 'NotIn'");
          right = false;
        }
      }
      case "Exists", "DoesNotExist" -> {
        if (!values.items().isEmpty()) {
          values.forbidden("may not be specified when `operator` is 'Exists' or 'DoesNotExist'");
          right = false;
        }
      }
      default -> {
        expression.in("operator").invalid("not a valid selector operator");
        right = false;
      }
    }
    var key = expression.in("key");
    var wrong = Names.qualified(key.text());
    key.invalid(wrong);
    right &= wrong.isEmpty();
    for (var value : expression.each("values")) {
      var bad = Names.value(value.text());
      value.invalid(bad);
      right &= bad.isEmpty();
    }
    return right;
  }

  static boolean empty(Spot selector) {
    return selector.in("matchLabels").fields().isEmpty()
        && selector.in("matchExpressions").items().isEmpty();
  }

  /// Whether labels are selected; nothing is by a selector that is not there.
  static boolean matches(Spot selector, Map<String, Tree> labels) {
    if (!selector.there()) {
      return false;
    }
    boolean wanted =
        selector.in("matchLabels").fields().entrySet().stream()
            .allMatch(e -> e.getValue().equals(labels.get(e.getKey())));
    return wanted && selector.each("matchExpressions").stream().allMatch(e -> expressed(e, labels));
  }

  private static boolean expressed(Spot expression, Map<String, Tree> labels) {
    var value = labels.get(expression.text("key"));
    boolean listed = value != null && expression.in("values").items().contains(value);
    return switch (expression.text("operator")) {
      case "In" -> listed;
      case "NotIn" -> !listed;
      case "Exists" -> value != null;
      default -> value == null;
    };
  }
}

package dev.plumbline.driver.kubernetes;

import dev.plumbline.model.Tree;
import java.util.Map;
import java.util.stream.Stream;

/// A label selector, as the API server reads it.
final class Selector {

  private Selector() {}

  /// Whether a selector says nothing, and so selects all.
  static boolean isOpen(Tree selector) {
    return selector.fields("matchLabels").isEmpty() && selector.items("matchExpressions").isEmpty();
  }

  /// Whether labels may be selected. What is not understood counts as selected.
  static boolean mayMatch(Tree selector, Map<String, Tree> labels) {
    boolean equal =
        selector.fields("matchLabels").entrySet().stream()
            .allMatch(e -> e.getValue().equals(labels.get(e.getKey())));
    return equal && selector.items("matchExpressions").stream().allMatch(e -> mayMeet(e, labels));
  }

  private static boolean mayMeet(Tree expression, Map<String, Tree> labels) {
    var key = expression.text("key").orElse("");
    var has = labels.get(key);
    var named = has != null && expression.items("values").contains(has);
    return switch (expression.text("operator").orElse("")) {
      case "In" -> named;
      case "NotIn" -> !named;
      case "Exists" -> has != null;
      case "DoesNotExist" -> has == null;
      default -> true;
    };
  }

  /// The labels of an object.
  static Map<String, Tree> labels(Tree object) {
    return object.fields("metadata", "labels");
  }

  /// The names in a list of strings.
  static Stream<String> names(Tree tree, String... keys) {
    return tree.items(keys).stream()
        .flatMap(t -> t instanceof Tree.Str(String name) ? Stream.of(name) : Stream.empty());
  }
}

package dev.plumbline.sandbox.api;

import dev.plumbline.model.Tree;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;

/// Selectors as one line, as `metav1.FormatLabelSelector` writes them.
final class LabelText {

  private LabelText() {}

  /// Of a LabelSelector; `""` when it asks for nothing.
  static String of(Tree selector) {
    var terms = new TreeMap<String, String>();
    selector.fields("matchLabels").forEach((key, value) -> terms.put(key, key + "=" + text(value)));
    for (var expression : selector.items("matchExpressions")) {
      var key = expression.text("key").orElse("");
      var values = new ArrayList<String>();
      expression.items("values").forEach(v -> values.add(text(v)));
      values.sort(null);
      var among = " (" + String.join(",", values) + ")";
      terms.put(
          key + "\0" + terms.size(),
          switch (expression.text("operator").orElse("")) {
            case "In" -> key + " in" + among;
            case "NotIn" -> key + " notin" + among;
            case "DoesNotExist" -> "!" + key;
            default -> key;
          });
    }
    return String.join(",", terms.values());
  }

  /// Of labels by name.
  static String of(Map<String, Tree> labels) {
    var terms = new ArrayList<String>();
    new TreeMap<>(labels).forEach((key, value) -> terms.add(key + "=" + text(value)));
    return String.join(",", terms);
  }

  private static String text(Tree value) {
    return value instanceof Tree.Str(String text) ? text : "";
  }
}

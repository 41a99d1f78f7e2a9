package dev.plumbline.sandbox.api;

import dev.plumbline.sandbox.store.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Which objects a list or watch wants: label and field selectors as the API server reads them.
final class Selectors {

  private Selectors() {}

  /// @param known the fields that may be asked for beside name and namespace
  static Predicate<Entry> of(String labels, String fields, Set<String> known) {
    var all = new ArrayList<Predicate<Entry>>();
    if (!labels.isEmpty()) {
      all.addAll(new LabelSelector(labels).read());
    }
    for (var term : terms(fields)) {
      all.add(field(term, known));
    }
    return entry -> all.stream().allMatch(p -> p.test(entry));
  }

  private static List<String> terms(String fields) {
    return fields.isEmpty() ? List.of() : List.of(fields.split(",", -1));
  }

  private static Predicate<Entry> field(String term, Set<String> known) {
    int equals = term.indexOf('=');
    if (equals < 1) {
      throw Failure.badRequest("invalid selector: '" + term + "'; can't understand '" + term + "'");
    }
    boolean not = term.charAt(equals - 1) == '!';
    var name = term.substring(0, not ? equals - 1 : equals);
    boolean twice = !not && equals + 1 < term.length() && term.charAt(equals + 1) == '=';
    var value = term.substring(equals + (twice ? 2 : 1));
    if (!known.contains(name)
        && !name.equals("metadata.name")
        && !name.equals("metadata.namespace")) {
      throw Failure.badRequest(
          known.isEmpty()
              ? "\""
                  + name
                  + "\" is not a known field selector: only \"metadata.name\","
                  + " \"metadata.namespace\""
              : "field label not supported: " + name);
    }
    return entry -> value(entry, name).equals(value) != not;
  }

  private static String value(Entry entry, String field) {
    return switch (field) {
      case "metadata.name" -> entry.key().name();
      case "metadata.namespace" -> entry.key().namespace();
      default -> entry.fields().getOrDefault(field, "");
    };
  }
}

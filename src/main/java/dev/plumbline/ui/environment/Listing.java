package dev.plumbline.ui.environment;

import dev.plumbline.drift.ResourceDrift;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the list shows: the resources that pass the filter, in order; of a huge environment the
/// kinds with their counts, folded until one is opened.
final class Listing {

  /// From here on the list folds by kind.
  static final int HUGE = 400;

  private Listing() {}

  /// A line of the list.
  sealed interface Item {

    /// Resources of one kind.
    record Group(String kind, String group, Counts counts, boolean open) implements Item {
      String id() {
        return group + "/" + kind;
      }
    }

    /// One resource.
    ///
    /// @param namespaced whether its namespace must be said to tell it from another
    record Row(ResourceDrift drift, boolean indented, boolean namespaced) implements Item {}
  }

  /// The resources that pass, in order.
  ///
  /// @param query words that must all stand in kind, name, namespace or a differing path
  /// @param show only those that stand so; empty for all
  static List<ResourceDrift> passing(
      List<ResourceDrift> resources, String query, Optional<Standing> show) {
    var words = query.toLowerCase(Locale.ROOT).strip().split("\\s+");
    return resources.stream()
        .filter(r -> show.isEmpty() || Standing.of(r) == show.get())
        .filter(r -> matches(r, words))
        .sorted(Kinds.ORDER)
        .toList();
  }

  /// The lines for resources in order.
  ///
  /// @param open ids of the groups that are unfolded
  static List<Item> lines(List<ResourceDrift> ordered, Set<String> open) {
    var names = new LinkedHashMap<String, Integer>();
    ordered.forEach(r -> names.merge(r.ref().kind() + "/" + r.ref().name(), 1, Integer::sum));
    if (ordered.size() < HUGE) {
      return ordered.stream().<Item>map(r -> row(r, false, names)).toList();
    }
    var groups = new LinkedHashMap<String, List<ResourceDrift>>();
    for (var r : ordered) {
      groups.computeIfAbsent(r.ref().group() + "/" + r.ref().kind(), k -> new ArrayList<>()).add(r);
    }
    var lines = new ArrayList<Item>();
    groups.forEach((id, members) -> {
      var first = members.getFirst().ref();
      lines.add(new Item.Group(first.kind(), first.group(), Counts.of(members), open.contains(id)));
      if (open.contains(id)) {
        members.forEach(r -> lines.add(row(r, true, names)));
      }
    });
    return lines;
  }

  private static Item.Row row(ResourceDrift r, boolean indented, Map<String, Integer> names) {
    return new Item.Row(
        r, indented, names.getOrDefault(r.ref().kind() + "/" + r.ref().name(), 1) > 1);
  }

  private static boolean matches(ResourceDrift drift, String[] words) {
    var ref = drift.ref();
    var text = (ref.kind() + " " + ref.name() + " " + ref.namespace()).toLowerCase(Locale.ROOT);
    for (var word : words) {
      if (!text.contains(word)
          && drift.fields().stream()
              .noneMatch(f -> f.path().toString().toLowerCase(Locale.ROOT).contains(word))) {
        return false;
      }
    }
    return true;
  }
}

package dev.plumbline.drift;

import dev.plumbline.model.Path.Step;
import dev.plumbline.model.Tree;
import dev.plumbline.schema.FieldSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// How the server treats a list, learned from what managers hold of it: `k:` items are told apart
/// by those keys, `v:` items by their value, anything else is one atomic whole.
final class Lists {

  private Lists() {}

  /// The items of both lists by the step that names them, live first; empty when the list is
  /// atomic, or when an item has no such name. Items that share a name stay together: the server
  /// treats duplicates as one (structured-merge-diff).
  static Optional<Aligned> align(Tree.Arr live, Tree.Arr predicted, FieldSet shape) {
    for (var keys : keySets(shape)) {
      var byLive = byKeys(live, keys);
      var byPredicted = byKeys(predicted, keys);
      if (byLive.isPresent() && byPredicted.isPresent()) {
        return Optional.of(new Aligned(byLive.get(), byPredicted.get()));
      }
    }
    if (shape.steps().stream().anyMatch(s -> s instanceof Step.Value)
        && scalars(live)
        && scalars(predicted)) {
      return Optional.of(new Aligned(byValue(live), byValue(predicted)));
    }
    return Optional.empty();
  }

  /// Both lists, each with its items by name in the order of first appearance.
  record Aligned(Map<Step, List<Tree>> live, Map<Step, List<Tree>> predicted) {

    /// The live items of a name, none or more.
    List<Tree> live(Step name) {
      return live.getOrDefault(name, List.of());
    }

    /// The predicted items of a name, none or more.
    List<Tree> predicted(Step name) {
      return predicted.getOrDefault(name, List.of());
    }

    /// Whether the names that both have stand in the same order.
    boolean sameOrder() {
      var ours = new ArrayList<>(predicted.keySet());
      ours.retainAll(live.keySet());
      var theirs = new ArrayList<>(live.keySet());
      theirs.retainAll(predicted.keySet());
      return ours.equals(theirs);
    }
  }

  /// Usually one; a changed schema leaves several, then the most telling comes first.
  private static List<Set<String>> keySets(FieldSet shape) {
    var found = new LinkedHashSet<Set<String>>();
    for (var step : shape.steps()) {
      if (step instanceof Step.Key key) {
        found.add(Set.copyOf(key.keys().keySet()));
      }
    }
    var sorted = new ArrayList<>(found);
    sorted.sort((a, b) -> Integer.compare(b.size(), a.size()));
    return sorted;
  }

  private static Optional<Map<Step, List<Tree>>> byKeys(Tree.Arr list, Set<String> keys) {
    var named = new LinkedHashMap<Step, List<Tree>>();
    for (var item : list.items()) {
      var values = new TreeMap<String, Tree>();
      for (var key : keys) {
        item.at(key).ifPresent(v -> values.put(key, v));
      }
      if (values.size() < keys.size()) {
        return Optional.empty();
      }
      named.computeIfAbsent(new Step.Key(values), k -> new ArrayList<>()).add(item);
    }
    return Optional.of(named);
  }

  private static Map<Step, List<Tree>> byValue(Tree.Arr list) {
    var named = new LinkedHashMap<Step, List<Tree>>();
    for (var item : list.items()) {
      named.computeIfAbsent(new Step.Value(item), k -> new ArrayList<>()).add(item);
    }
    return named;
  }

  private static boolean scalars(Tree.Arr list) {
    return list.items().stream().noneMatch(i -> i instanceof Tree.Obj || i instanceof Tree.Arr);
  }
}

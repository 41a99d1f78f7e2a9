package dev.plumbline.ui.environment;

import dev.plumbline.model.Manifest;
import dev.plumbline.model.Origin;
import dev.plumbline.model.Path;
import dev.plumbline.model.Tree;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/// Finds the line of Git in which a field of a manifest stands. A path that names items of a list
/// by key or value is followed through the manifest to their positions.
final class Whence {

  private Whence() {}

  /// The line of the value; of its nearest parent when only that is known; the document's own
  /// origin when none is.
  static Origin of(Manifest manifest, Path path) {
    var at = positions(manifest.body(), path);
    for (int length = at.steps().size(); length > 0; length--) {
      var origin = manifest.origins().at(new Path(at.steps().subList(0, length)));
      if (origin.isPresent()) {
        return origin.get();
      }
    }
    return manifest.origin();
  }

  /// The same path with every key and value replaced by the position of its item, as far as the
  /// tree goes.
  static Path positions(Tree body, Path path) {
    var result = Path.ROOT;
    Optional<Tree> here = Optional.of(body);
    for (var step : path.steps()) {
      var found = here.flatMap(tree -> position(tree, step));
      if (found.isEmpty()) {
        return result;
      }
      result = result.then(found.get());
      here = here.flatMap(tree -> below(tree, found.get()));
    }
    return result;
  }

  private static Optional<Path.Step> position(Tree tree, Path.Step step) {
    return switch (step) {
      case Path.Step.Field f ->
          tree instanceof Tree.Obj(Map<String, Tree> fields) && fields.containsKey(f.name())
              ? Optional.of(f)
              : Optional.empty();
      case Path.Step.Index i -> Optional.of(i);
      case Path.Step.Key(SortedMap<String, Tree> keys) ->
          index(
              tree,
              item ->
                  keys.entrySet().stream()
                          .allMatch(k -> item.at(k.getKey()).map(k.getValue()::equals).orElse(true))
                      && keys.keySet().stream().anyMatch(k -> item.at(k).isPresent()));
      case Path.Step.Value(Tree value) -> index(tree, value::equals);
    };
  }

  private static Optional<Path.Step> index(Tree tree, java.util.function.Predicate<Tree> isIt) {
    var items = tree.items();
    for (int i = 0; i < items.size(); i++) {
      if (isIt.test(items.get(i))) {
        return Optional.of(new Path.Step.Index(i));
      }
    }
    return Optional.empty();
  }

  private static Optional<Tree> below(Tree tree, Path.Step step) {
    return switch (step) {
      case Path.Step.Field(String name) -> tree.at(name);
      case Path.Step.Index(int index) -> {
        var items = tree.items();
        yield index < items.size() ? Optional.of(items.get(index)) : Optional.empty();
      }
      case Path.Step.Key k -> Optional.empty();
      case Path.Step.Value v -> Optional.empty();
    };
  }
}

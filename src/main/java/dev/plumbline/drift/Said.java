package dev.plumbline.drift;

import dev.plumbline.model.Path;
import dev.plumbline.model.Path.Step;
import dev.plumbline.model.Tree;
import java.util.List;
import java.util.Optional;

/// What a manifest says at a path of the live object.
final class Said {

  private Said() {}

  /// Whether a manifest says something at a path, below it, or about the whole that it is part of.
  /// An item is found by those of its keys that the manifest gives, because the others have
  /// defaults.
  static boolean at(Tree.Obj manifest, Path path) {
    Tree here = manifest;
    for (var step : path.steps()) {
      if (!(here instanceof Tree.Obj) && !(here instanceof Tree.Arr)) {
        return true;
      }
      var next = below(here, step);
      if (next.isEmpty()) {
        return false;
      }
      here = next.get();
    }
    return true;
  }

  /// The value at a path, its items named by all their keys.
  static Optional<Tree> value(Tree tree, Path path) {
    Optional<Tree> here = Optional.of(tree);
    for (var step : path.steps()) {
      here =
          here.flatMap(t ->
              switch (step) {
                case Step.Field(String name) -> t.at(name);
                case Step.Key(var keys) ->
                    item(
                        t.items(),
                        i ->
                            keys.entrySet().stream()
                                .allMatch(k ->
                                    i.at(k.getKey()).filter(k.getValue()::equals).isPresent()));
                case Step.Value(Tree value) -> item(t.items(), value::equals);
                case Step.Index(int index) ->
                    index < t.items().size() ? Optional.of(t.items().get(index)) : Optional.empty();
              });
    }
    return here;
  }

  private static Optional<Tree> below(Tree tree, Step step) {
    return switch (step) {
      case Step.Field(String name) ->
          tree instanceof Tree.Obj object
              ? object.get(name).or(() -> text(object, name))
              : Optional.of(Tree.Null.VALUE);
      case Step.Key(var keys) ->
          item(
              tree.items(),
              i ->
                  keys.entrySet().stream()
                      .allMatch(k -> i.at(k.getKey()).map(k.getValue()::equals).orElse(true)));
      case Step.Value(Tree value) -> item(tree.items(), value::equals);
      case Step.Index i -> Optional.of(Tree.Null.VALUE);
    };
  }

  private static Optional<Tree> item(List<Tree> items, java.util.function.Predicate<Tree> isMeant) {
    return items.stream().filter(isMeant).findFirst();
  }

  /// `data` of a Secret is also what `stringData` says.
  private static Optional<Tree> text(Tree.Obj object, String name) {
    return name.equals("data") ? object.get("stringData") : Optional.empty();
  }
}

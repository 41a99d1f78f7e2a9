package dev.plumbline.schema;

import dev.plumbline.model.Path;
import dev.plumbline.model.Path.Step;
import dev.plumbline.model.Tree;
import java.util.Map;
import java.util.Optional;

/// The path elements of `FieldsV1` as text: `f:` a field, `k:` an item of a keyed list, `v:` an
/// item of a set, `i:` a position.
final class Elements {

  private Elements() {}

  static Optional<Step> read(String element) {
    if (element.startsWith("f:")) {
      return Optional.of(new Step.Field(element.substring(2)));
    }
    if (element.startsWith("k:")) {
      return GoJson.read(element.substring(2))
          .flatMap(t ->
              t instanceof Tree.Obj(Map<String, Tree> keys) && !keys.isEmpty()
                  ? Optional.of(Path.key(keys))
                  : Optional.empty());
    }
    if (element.startsWith("v:")) {
      return GoJson.read(element.substring(2)).map(Step.Value::new);
    }
    if (element.matches("i:\\d{1,9}")) {
      return Optional.of(new Step.Index(Integer.parseInt(element.substring(2))));
    }
    return Optional.empty();
  }

  static String write(Step step) {
    return switch (step) {
      case Step.Field(String name) -> "f:" + name;
      case Step.Key(var keys) -> "k:" + GoJson.write(new Tree.Obj(keys));
      case Step.Value(Tree value) -> "v:" + GoJson.write(value);
      case Step.Index(int index) -> "i:" + index;
    };
  }
}

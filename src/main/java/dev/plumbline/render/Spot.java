package dev.plumbline.render;

import dev.plumbline.model.Origin;
import dev.plumbline.model.Path;
import dev.plumbline.model.Tree;
import dev.plumbline.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A value of a document and where it stands. Keys are found whatever their case, because
/// kustomize's reader (Go's) takes `Resources` for `resources`.
record Spot(Tree value, Path path, Yaml.Document document) {

  static Spot of(Yaml.Document document) {
    return new Spot(document.body(), Path.ROOT, document);
  }

  Origin origin() {
    return document.origins().at(path).orElse(document.origin());
  }

  /// The values of a key (several only when it is written in several cases).
  List<Spot> fields(String key) {
    var found = new ArrayList<Spot>();
    if (value instanceof Tree.Obj(Map<String, Tree> fields)) {
      fields.forEach((name, field) -> {
        if (name.equalsIgnoreCase(key)) {
          found.add(new Spot(field, path.field(name), document));
        }
      });
    }
    return found;
  }

  /// The items of the list at a key.
  List<Spot> items(String key) {
    var found = new ArrayList<Spot>();
    for (var field : fields(key)) {
      if (field.value instanceof Tree.Arr(List<Tree> items)) {
        for (int i = 0; i < items.size(); i++) {
          found.add(new Spot(items.get(i), field.path.then(new Path.Step.Index(i)), document));
        }
      }
    }
    return found;
  }

  Optional<String> text() {
    return value instanceof Tree.Str(String text) && !text.isEmpty()
        ? Optional.of(text)
        : Optional.empty();
  }
}

package dev.plumbline.render;

import dev.plumbline.model.Origin;
import dev.plumbline.model.Origins;
import dev.plumbline.model.Path;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Tree;
import dev.plumbline.yaml.Yaml;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Opens lists as kubectl does: `v1 List`, and kinds that end in `List` and hold objects in `items`
/// (an item without kind and apiVersion gets the list's). A custom resource whose kind happens to
/// end so, with other `items`, stays as it is (DRIFT.md, Y27).
final class Lists {

  private static final String SUFFIX = "List";

  private final BiConsumer<Yaml.Document, Tree.Obj> object;
  private final Consumer<Problem> problem;

  /// @param object is given each object
  /// @param problem is given what is none
  Lists(BiConsumer<Yaml.Document, Tree.Obj> object, Consumer<Problem> problem) {
    this.object = object;
    this.problem = problem;
  }

  void flatten(Yaml.Document document) {
    if (!(document.body() instanceof Tree.Obj body)) {
      problem.accept(notAnObject(document.origin()));
    } else if (isList(body)) {
      items(document, body);
    } else {
      object.accept(document, body);
    }
  }

  private void items(Yaml.Document document, Tree.Obj list) {
    var items = list.items("items");
    for (int i = 0; i < items.size(); i++) {
      var at = Path.of("items").then(new Path.Step.Index(i));
      var item = items.get(i) instanceof Tree.Obj o ? named(o, list) : items.get(i);
      var origin = document.origins().at(at).orElse(document.origin());
      flatten(new Yaml.Document(item, origin, below(document.origins(), at)));
    }
  }

  private static boolean isList(Tree.Obj body) {
    var kind = body.text("kind").orElse("");
    if (!kind.endsWith(SUFFIX) || !(body.at("items").orElse(null) instanceof Tree.Arr items)) {
      return false;
    }
    return isV1List(body)
        || (body.at("metadata", "name").isEmpty()
            && items.items().stream()
                .allMatch(i -> i instanceof Tree.Obj o && (named(o) || nameless(o))));
  }

  private static boolean isV1List(Tree.Obj body) {
    return body.text("kind").equals(Optional.of(SUFFIX))
        && body.text("apiVersion").equals(Optional.of("v1"));
  }

  private static boolean named(Tree.Obj item) {
    return item.text("kind").isPresent() && item.text("apiVersion").isPresent();
  }

  private static boolean nameless(Tree.Obj item) {
    return item.at("kind").isEmpty() && item.at("apiVersion").isEmpty();
  }

  private static Tree.Obj named(Tree.Obj item, Tree.Obj list) {
    var kind = list.text("kind").orElse("");
    if (kind.equals(SUFFIX) || !nameless(item)) {
      return item;
    }
    return item.with("apiVersion", list.at("apiVersion").orElse(Tree.Null.VALUE))
        .with("kind", Tree.str(kind.substring(0, kind.length() - SUFFIX.length())));
  }

  private static Origins below(Origins origins, Path prefix) {
    return path -> {
      var whole = prefix;
      for (var step : path.steps()) {
        whole = whole.then(step);
      }
      return origins.at(whole);
    };
  }

  private static Problem notAnObject(Origin origin) {
    return new Problem.Invalid(
        "An item of a list is not an object",
        origin.toString(),
        "Complete it, or remove it from the list.",
        "");
  }
}

package dev.plumbline.sandbox.api;

import dev.plumbline.model.Tree;
import java.time.Instant;
import java.util.function.BiFunction;

/// A column of a table.
///
/// @param wide whether it is shown only by `kubectl get -o wide`
/// @param cell from an object and now to what stands in its row
record Column(
    String name,
    String type,
    String description,
    boolean wide,
    BiFunction<Tree.Obj, Instant, Tree> cell) {

  static Column text(String name, BiFunction<Tree.Obj, Instant, String> cell) {
    return new Column(name, "string", "", false, (o, now) -> Tree.str(cell.apply(o, now)));
  }

  /// A number; a missing one is 0.
  static Column number(String name, String type, String... path) {
    return new Column(name, type, "", false, (o, now) -> o.at(path).orElse(Tree.Num.of(0)));
  }

  static Column named() {
    return text("Name", (o, now) -> o.text("metadata", "name").orElse(""));
  }

  static Column aged() {
    return text("Age", (o, now) -> Ages.of(o.at("metadata", "creationTimestamp"), now));
  }

  Column onlyWide() {
    return new Column(name, type, description, true, cell);
  }

  Tree definition() {
    return Tree.obj(
        "name",
        Tree.str(name),
        "type",
        Tree.str(type),
        "format",
        Tree.str(name.equals("Name") ? "name" : ""),
        "description",
        Tree.str(description),
        "priority",
        Tree.Num.of(wide ? 1 : 0));
  }
}

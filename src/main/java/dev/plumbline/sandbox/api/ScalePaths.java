package dev.plumbline.sandbox.api;

import dev.plumbline.model.Tree;
import java.util.List;
import java.util.Optional;

/// Where a kind keeps what its `scale` shows.
///
/// @param selector empty when the kind tells none
record ScalePaths(List<String> wanted, List<String> there, List<String> selector) {

  /// Of Deployments, ReplicaSets and StatefulSets, whose selector is an object.
  static final ScalePaths BUILT_IN =
      new ScalePaths(
          List.of("spec", "replicas"), List.of("status", "replicas"), List.of("spec", "selector"));

  ScalePaths {
    wanted = List.copyOf(wanted);
    there = List.copyOf(there);
    selector = List.copyOf(selector);
  }

  /// What a version of a definition says.
  static Optional<ScalePaths> of(Tree version) {
    return version
        .at("subresources", "scale")
        .map(scale ->
            new ScalePaths(
                path(scale, "specReplicasPath"),
                path(scale, "statusReplicasPath"),
                path(scale, "labelSelectorPath")));
  }

  private static List<String> path(Tree scale, String field) {
    var path = scale.text(field).orElse("");
    return path.isEmpty() ? List.of() : List.of(path.substring(1).split("\\."));
  }

  static Optional<Tree> at(Tree object, List<String> path) {
    return object.at(path.toArray(String[]::new));
  }

  /// The object with a value at a path.
  static Tree.Obj with(Tree.Obj object, List<String> path, Tree value) {
    var first = path.getFirst();
    if (path.size() == 1) {
      return object.with(first, value);
    }
    var below = object.get(first).orElse(Tree.Obj.EMPTY) instanceof Tree.Obj o ? o : Tree.Obj.EMPTY;
    return object.with(first, with(below, path.subList(1, path.size()), value));
  }

  String said(List<String> path) {
    return "." + String.join(".", path);
  }
}

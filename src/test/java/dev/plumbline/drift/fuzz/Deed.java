package dev.plumbline.drift.fuzz;

import dev.plumbline.model.Tree;

/// One request of a story: kept so that the story can be told again, shorter.
///
/// @param verb `PATCH` or `PUT`
/// @param below what follows the object's path: a subresource and the query
/// @param type the content type
record Deed(String verb, String apiVersion, String below, String type, Tree body) {

  static Deed apply(String manager, Tree.Obj config) {
    return new Deed(
        "PATCH",
        config.text("apiVersion").orElseThrow(),
        "?force=true&fieldManager=" + manager,
        "application/apply-patch+yaml",
        config);
  }

  Deed with(Tree other) {
    return new Deed(verb, apiVersion, below, type, other);
  }

  Tree written() {
    return Tree.obj(
        "verb",
        Tree.str(verb),
        "apiVersion",
        Tree.str(apiVersion),
        "below",
        Tree.str(below),
        "type",
        Tree.str(type),
        "body",
        body);
  }

  static Deed read(Tree given) {
    return new Deed(
        given.text("verb").orElseThrow(),
        given.text("apiVersion").orElseThrow(),
        given.text("below").orElseThrow(),
        given.text("type").orElseThrow(),
        given.at("body").orElseThrow());
  }
}

package dev.plumbline.sandbox.api;

import dev.plumbline.model.Tree;
import dev.plumbline.sandbox.store.Entry;
import dev.plumbline.yaml.Json;
import java.util.ArrayList;
import java.util.List;

/// Lists as `kubectl get` asks for them: rows with a name and an age, as a real server answers for
/// kinds that it does not know better.
final class Tables {

  /// Whether a request prefers a table.
  static boolean asked(Request request) {
    return request.accept().startsWith("application/json;as=Table");
  }

  Reply of(List<Entry> entries, Tree metadata) {
    var rows = new ArrayList<Tree>();
    for (var entry : entries) {
      rows.add(row(entry));
    }
    var table =
        Tree.obj(
            "kind",
            Tree.str("Table"),
            "apiVersion",
            Tree.str("meta.k8s.io/v1"),
            "metadata",
            metadata,
            "columnDefinitions",
            columns(),
            "rows",
            new Tree.Arr(rows));
    return Reply.of(200, "application/json", out -> out.write(Json.revealed(table)));
  }

  static Tree columns() {
    return Tree.arr(column("Name", "name"), column("Created At", "date"));
  }

  private static Tree column(String name, String format) {
    return Tree.obj(
        "name",
        Tree.str(name),
        "type",
        Tree.str(format.equals("date") ? "date" : "string"),
        "format",
        Tree.str(format.equals("date") ? "" : format),
        "description",
        Tree.str(""),
        "priority",
        Tree.Num.of(0));
  }

  private static Tree row(Entry entry) {
    var body = entry.body();
    var meta =
        body.get("metadata").orElse(Tree.Obj.EMPTY) instanceof Tree.Obj m ? m : Tree.Obj.EMPTY;
    var partial =
        Tree.obj(
            "kind",
            Tree.str("PartialObjectMetadata"),
            "apiVersion",
            Tree.str("meta.k8s.io/v1"),
            "metadata",
            meta);
    return Tree.obj(
        "cells",
        Tree.arr(Tree.str(entry.key().name()), Tree.str(meta.text("creationTimestamp").orElse(""))),
        "object",
        partial);
  }
}

package dev.plumbline.cluster;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.Secrets;
import dev.plumbline.model.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;

/// Reads lists in pages. A list whose continuation the server forgot (410) begins again, the last
/// time without pages.
final class Lists {

  private static final int TRIES = 3;

  private Lists() {}

  /// What was kept of the objects of a list, as of one resourceVersion.
  record Read<K>(List<K> items, String resourceVersion) {}

  /// @param fields a field selector; empty for all
  /// @param keep what is kept of each object, applied before the next page is read
  static <K> Read<K> read(
      Api api,
      Kind kind,
      String namespace,
      String fields,
      int page,
      Function<Tree.Obj, K> keep,
      Cancel cancel) {
    for (int attempt = 1; ; attempt++) {
      var items = new ArrayList<K>();
      var next = "";
      var version = "";
      var again = false;
      do {
        var call =
            call(kind, namespace, fields, attempt < TRIES ? Integer.toString(page) : "", next);
        var answer = api.ask(call, cancel);
        again = answer.code() == 410 && attempt < TRIES;
        if (again) {
          break;
        }
        if (!answer.ok()) {
          throw api.refusal().of(answer, call.about());
        }
        var list = answer.object(call.about());
        for (var item : list.items("items")) {
          if (item instanceof Tree.Obj object) {
            items.add(keep.apply(Secrets.hide(whole(object, kind))));
          }
        }
        next = list.text("metadata", "continue").orElse("");
        version = list.text("metadata", "resourceVersion").orElse("");
      } while (!next.isEmpty());
      if (!again) {
        return new Read<>(items, version);
      }
    }
  }

  private static Call call(Kind kind, String namespace, String fields, String limit, String next) {
    var path =
        Call.query(
            Call.path(kind, namespace, ""),
            "fieldSelector",
            fields,
            "limit",
            limit,
            "continue",
            next);
    return Call.get(path, about(kind, namespace));
  }

  /// What a list or watch is about, for messages.
  static String about(Kind kind, String namespace) {
    return kind.plural() + (namespace.isEmpty() ? "" : " in " + namespace);
  }

  /// Items of built-in lists come without apiVersion and kind; a GET has them.
  private static Tree.Obj whole(Tree.Obj item, Kind kind) {
    if (item.fields().containsKey("kind") && item.fields().containsKey("apiVersion")) {
      return item;
    }
    var fields = new LinkedHashMap<String, Tree>();
    fields.put("kind", Tree.str(kind.kind()));
    fields.put(
        "apiVersion",
        Tree.str(kind.group().isEmpty() ? kind.version() : kind.group() + "/" + kind.version()));
    fields.putAll(item.fields());
    return new Tree.Obj(fields);
  }
}

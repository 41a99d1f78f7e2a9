package dev.plumbline.sandbox.api;

import dev.plumbline.sandbox.kinds.Catalogue;
import dev.plumbline.sandbox.kinds.Kind;
import dev.plumbline.sandbox.store.Key;
import java.util.List;

/// What a URL names: a collection, an object or a subresource of one.
///
/// @param namespace `""` for all of them and for kinds without
/// @param name `""` for the collection
/// @param subresource `""` for the object itself
record Target(Kind kind, String namespace, String name, String subresource) {

  /// Reads the path of a URL below `/api/VERSION` or `/apis/GROUP/VERSION`. Throws [Failure] with
  /// 404 when nothing is served there.
  static Target of(List<String> path, Catalogue catalogue) {
    boolean core = path.getFirst().equals("api");
    var group = core ? "" : path.get(1);
    var version = path.get(core ? 1 : 2);
    var rest = path.subList(core ? 2 : 3, path.size());
    var namespace = "";
    boolean inNamespace =
        rest.size() > 2
            && rest.getFirst().equals("namespaces")
            && !(core && List.of("status", "finalize").contains(rest.get(2)));
    if (inNamespace) {
      namespace = rest.get(1);
      rest = rest.subList(2, rest.size());
    }
    var resource = rest.getFirst();
    var kind = catalogue.resource(group, version, resource);
    if (kind.isEmpty()) {
      if (catalogue.onlyReal(group, version, resource)) {
        throw Failure.notPlayed(
            "it does not serve " + resource + " of " + (core ? version : group + "/" + version));
      }
      throw Failure.notServed();
    }
    boolean named = rest.size() > 1;
    if ((rest.size() > 3 && !rest.get(2).equals("proxy"))
        || (inNamespace && !kind.get().namespaced())
        || (named && !inNamespace && kind.get().namespaced())) {
      throw Failure.notServed();
    }
    return new Target(
        kind.get(), namespace, named ? rest.get(1) : "", rest.size() > 2 ? rest.get(2) : "");
  }

  Key key() {
    return key(name);
  }

  Key key(String name) {
    return new Key(kind.name(), namespace, name);
  }

  Target named(String other) {
    return new Target(kind, namespace, other, subresource);
  }
}

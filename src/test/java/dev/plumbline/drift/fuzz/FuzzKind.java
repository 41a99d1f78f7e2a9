package dev.plumbline.drift.fuzz;

import dev.plumbline.model.Tree;
import dev.plumbline.schema.Schemas;
import dev.plumbline.schema.Type;
import dev.plumbline.testing.RawApi;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// A kind of object on the real server.
///
/// @param versions its API versions, `v1`, the one of the seed first
/// @param plural its resources in a URL
/// @param seed a rich object to begin with
/// @param status whether it has a status subresource
/// @param later the schema of `spec` that its definition changes to
record FuzzKind(
    String group,
    List<String> versions,
    String kind,
    String plural,
    Tree.Obj seed,
    boolean custom,
    boolean status,
    Optional<Tree> later) {

  /// Types as the server publishes them.
  static final class Types {
    private final RawApi api;
    private final Map<String, Schemas> read = new ConcurrentHashMap<>();

    Types(RawApi api) {
      this.api = api;
    }

    Optional<Type> of(String apiVersion, String kind) {
      var base = apiVersion.contains("/") ? "apis/" : "api/";
      return read.computeIfAbsent(
              apiVersion, v -> Schemas.read(api.get("/openapi/v3/" + base + v).ok()))
          .type(apiVersion, kind);
    }

    void forget() {
      read.clear();
    }
  }

  String apiVersion(String version) {
    return group.isEmpty() ? version : group + "/" + version;
  }

  String apiVersion() {
    return apiVersion(versions.getFirst());
  }

  boolean scales() {
    return List.of("Deployment", "StatefulSet").contains(kind);
  }

  /// The URL of an object, read at some version.
  String path(String apiVersion, String namespace, String name) {
    return (group.isEmpty() ? "/api/" : "/apis/")
        + apiVersion
        + "/namespaces/"
        + namespace
        + "/"
        + plural
        + "/"
        + name;
  }
}

package dev.plumbline.testing;

import dev.plumbline.model.Tree;
import dev.plumbline.yaml.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;

/// A program that records what the sandbox says about its kinds from the real API server of
/// `src/test/control-plane`: OpenAPI v3 without descriptions and with no path but those of PATCH
/// (kubectl looks there for the parameters that a kind knows), and the discovery documents. Run it
/// when Kubernetes' version grows:
///
/// ```
/// mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/cp.txt
/// java -cp "target/test-classes:target/classes:$(cat target/cp.txt)" \
///   dev.plumbline.testing.RecordOpenApi src/main/resources/dev/plumbline/sandbox/openapi
/// ```
final class RecordOpenApi {

  private static final List<String> GROUPS =
      List.of(
          "api/v1",
          "apis/apps/v1",
          "apis/batch/v1",
          "apis/networking.k8s.io/v1",
          "apis/policy/v1",
          "apis/autoscaling/v2",
          "apis/rbac.authorization.k8s.io/v1",
          "apis/coordination.k8s.io/v1",
          "apis/discovery.k8s.io/v1",
          "apis/events.k8s.io/v1",
          "apis/apiextensions.k8s.io/v1",
          "apis/authentication.k8s.io/v1",
          "apis/authorization.k8s.io/v1",
          "apis/storage.k8s.io/v1");

  private static final String AGGREGATED =
      "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";

  private final RawApi api;
  private final Path folder;

  private RecordOpenApi(RawApi api, Path folder) {
    this.api = api;
    this.folder = folder;
  }

  public static void main(String[] arguments) throws IOException {
    var folder = Path.of(arguments[0]);
    new RecordOpenApi(RawApi.of(ControlPlane.shared()), folder).all();
    System.exit(0);
  }

  private void all() throws IOException {
    for (var group : GROUPS) {
      write("v3/" + file(group), document(api.get("/openapi/v3/" + group).ok()));
      write("resources/" + file(group), api.get("/" + group).ok());
    }
    write("version.json", api.get("/version").ok());
    write("api.json", api.get("/api").ok().without("serverAddressByClientCIDRs"));
    write("apis.json", groups(api.get("/apis").ok()));
    write("discovery-api.json", versions(api.get("/api", AGGREGATED).ok()));
    write("discovery-apis.json", versions(api.get("/apis", AGGREGATED).ok()));
  }

  private static String file(String group) {
    return group.replace('/', '_') + ".json";
  }

  private void write(String name, Tree tree) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, Json.compact(tree) + "\n", StandardCharsets.UTF_8);
  }

  private static Tree document(Tree.Obj full) {
    var paths = new LinkedHashMap<String, Tree>();
    full.fields("paths")
        .forEach((path, item) ->
            item.at("patch").ifPresent(patch -> paths.put(path, Tree.obj("patch", patch(patch)))));
    return Tree.obj(
        "openapi",
        full.at("openapi").orElseThrow(),
        "info",
        full.at("info").orElseThrow(),
        "paths",
        new Tree.Obj(paths),
        "components",
        Tree.obj("schemas", schemas(full)));
  }

  private static Tree patch(Tree operation) {
    var parameters =
        operation.items("parameters").stream().map(p -> ((Tree.Obj) p).without("description"));
    return Tree.obj(
        "parameters",
        new Tree.Arr(parameters.map(p -> (Tree) p).toList()),
        "x-kubernetes-action",
        operation.at("x-kubernetes-action").orElseThrow(),
        "x-kubernetes-group-version-kind",
        operation.at("x-kubernetes-group-version-kind").orElseThrow());
  }

  private static Tree schemas(Tree.Obj full) {
    var known = GROUPS.stream().map(g -> g.substring(g.indexOf('/') + 1)).toList();
    var schemas = new TreeMap<String, Tree>();
    full.fields("components", "schemas")
        .forEach((name, schema) -> {
          var plain = (Tree.Obj) undescribed(schema);
          var kinds = plain.items("x-kubernetes-group-version-kind");
          schemas.put(
              name,
              kinds.size() < 2
                  ? plain
                  : plain.with(
                      "x-kubernetes-group-version-kind",
                      new Tree.Arr(
                          kinds.stream().filter(k -> known.contains(version(k))).toList())));
        });
    return new Tree.Obj(schemas);
  }

  private static String version(Tree kind) {
    var group = kind.text("group").orElse("");
    var version = kind.text("version").orElse("");
    return group.isEmpty() ? version : group + "/" + version;
  }

  /// Without descriptions; a property that is called so holds an object and stays.
  private static Tree undescribed(Tree tree) {
    return switch (tree) {
      case Tree.Obj(var fields) -> {
        var kept = new LinkedHashMap<String, Tree>();
        fields.forEach((key, value) -> {
          if (!(key.equals("description") && value instanceof Tree.Str)) {
            kept.put(key, undescribed(value));
          }
        });
        yield new Tree.Obj(kept);
      }
      case Tree.Arr(var items) ->
          new Tree.Arr(items.stream().map(RecordOpenApi::undescribed).toList());
      case Tree.Str s -> s;
      case Tree.Num n -> n;
      case Tree.Bool b -> b;
      case Tree.Null n -> n;
      case Tree.Hidden h -> h;
    };
  }

  /// The groups that are recorded, with the version that is.
  private static Tree groups(Tree.Obj list) {
    var kept = new ArrayList<Tree>();
    for (var group : list.items("groups")) {
      var versions =
          group.items("versions").stream()
              .filter(v -> GROUPS.contains("apis/" + v.text("groupVersion").orElse("")))
              .toList();
      if (!versions.isEmpty()) {
        kept.add(
            ((Tree.Obj) group)
                .with("versions", new Tree.Arr(versions))
                .with("preferredVersion", versions.getFirst()));
      }
    }
    return list.with("groups", new Tree.Arr(kept));
  }

  private static Tree versions(Tree.Obj list) {
    var kept = new ArrayList<Tree>();
    for (var item : list.items("items")) {
      var group = item.text("metadata", "name").map(n -> "apis/" + n + "/").orElse("api/");
      var versions =
          item.items("versions").stream()
              .filter(v -> GROUPS.contains(group + v.text("version").orElse("")))
              .toList();
      if (!versions.isEmpty()) {
        kept.add(((Tree.Obj) item).with("versions", new Tree.Arr(versions)));
      }
    }
    return list.with("items", new Tree.Arr(kept));
  }
}

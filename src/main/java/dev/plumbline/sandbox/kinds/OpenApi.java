package dev.plumbline.sandbox.kinds;

import dev.plumbline.model.Tree;
import dev.plumbline.yaml.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/// The OpenAPI documents: recorded ones of built-in kinds, and of defined kinds what their
/// definitions say.
public final class OpenApi {

  private static final String META = "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta";
  private static final String V3 = "#/components/schemas/";

  private final Catalogue catalogue;
  private final Types types;

  public OpenApi(Catalogue catalogue, Types types) {
    this.catalogue = catalogue;
    this.types = types;
  }

  /// `/version`: that of the recorded server, marked as the sandbox.
  public Tree version() {
    var recorded = Recorded.read("version.json");
    var real = recorded.text("gitVersion").orElse("v1.0.0");
    return recorded
        .with("gitVersion", Tree.str(real + "-plumbline.sandbox"))
        .with("gitCommit", Tree.str("sandbox"))
        .with("goVersion", Tree.str("none"))
        .with("compiler", Tree.str("none"))
        .with("platform", Tree.str("java/sandbox"));
  }

  /// `/openapi/v3`: where the documents are, with a hash that changes when they do.
  public Tree index() {
    var paths = new LinkedHashMap<String, Tree>();
    for (var version : versions()) {
      var path = path(version);
      var url = "/openapi/v3/" + path + "?hash=" + hash(version);
      paths.put(path, Tree.obj("serverRelativeURL", Tree.str(url)));
    }
    return Tree.obj("paths", new Tree.Obj(paths));
  }

  /// One document.
  ///
  /// @param path `api/v1` or `apis/GROUP/VERSION`
  public Optional<Tree> v3(String path) {
    return versions().stream()
        .filter(v -> path(v).equals(path))
        .findFirst()
        .map(v -> catalogue.custom(kinds(v).getFirst()) ? defined(v) : Recorded.openApi(v));
  }

  /// `/openapi/v2`: all schemas in one document, for clients that know nothing newer.
  public Tree v2() {
    var definitions = new LinkedHashMap<String, Tree>();
    for (var version : versions()) {
      v3(path(version))
          .ifPresent(d ->
              d.fields("components", "schemas")
                  .forEach((name, schema) -> definitions.putIfAbsent(name, old(schema))));
    }
    return Tree.obj(
        "swagger",
        Tree.str("2.0"),
        "info",
        Tree.obj("title", Tree.str("Plumbline sandbox"), "version", Tree.str("sandbox")),
        "paths",
        Tree.Obj.EMPTY,
        "definitions",
        new Tree.Obj(definitions));
  }

  /// A schema of version 3 in the words of version 2: references stand elsewhere and alone.
  private static Tree old(Tree schema) {
    return switch (schema) {
      case Tree.Obj(Map<String, Tree> fields) -> {
        if (schema.items("allOf").size() == 1
            && schema.items("allOf").getFirst().text("$ref").isPresent()) {
          yield old(schema.items("allOf").getFirst());
        }
        var copy = new LinkedHashMap<String, Tree>();
        fields.forEach((key, value) -> {
          var isReference = key.equals("$ref") && value instanceof Tree.Str;
          copy.put(
              key,
              isReference && value instanceof Tree.Str(String ref)
                  ? Tree.str(ref.replace(V3, "#/definitions/"))
                  : old(value));
        });
        copy.remove("oneOf");
        yield new Tree.Obj(copy);
      }
      case Tree.Arr(List<Tree> items) -> new Tree.Arr(items.stream().map(OpenApi::old).toList());
      default -> schema;
    };
  }

  private List<String> versions() {
    return catalogue.all().stream().map(Kind::apiVersion).distinct().toList();
  }

  private List<Kind> kinds(String apiVersion) {
    return catalogue.all().stream().filter(k -> k.apiVersion().equals(apiVersion)).toList();
  }

  private static String path(String apiVersion) {
    return apiVersion.contains("/") ? "apis/" + apiVersion : "api/" + apiVersion;
  }

  private String hash(String version) {
    var crc = new CRC32();
    crc.update(Json.revealed(v3(path(version)).orElse(Tree.Obj.EMPTY)));
    return Long.toHexString(crc.getValue()).toUpperCase(Locale.ROOT);
  }

  private Tree defined(String version) {
    var schemas = new LinkedHashMap<String, Tree>();
    Recorded.openApi("apiextensions.k8s.io/v1")
        .fields("components", "schemas")
        .forEach((name, schema) -> {
          if (name.contains("apis.meta.v1")) {
            schemas.put(name, schema);
          }
        });
    var paths = new LinkedHashMap<String, Tree>();
    for (var kind : kinds(version)) {
      schemas.put(name(kind), schema(kind));
      var base = "/apis/" + version + (kind.namespaced() ? "/namespaces/{namespace}/" : "/");
      paths.put(base + kind.resource() + "/{name}", Tree.obj("patch", patch(kind)));
    }
    return Tree.obj(
        "openapi",
        Tree.str("3.0.0"),
        "info",
        Tree.obj("title", Tree.str("Kubernetes CRD"), "version", Tree.str("sandbox")),
        "paths",
        new Tree.Obj(paths),
        "components",
        Tree.obj("schemas", new Tree.Obj(schemas)));
  }

  /// The reversed group, as a real server names the schemas of definitions: `org.example.v1.Lamp`.
  private static String name(Kind kind) {
    var parts = new ArrayList<>(List.of(kind.group().split("\\.", -1)));
    return String.join(".", parts.reversed()) + "." + kind.version() + "." + kind.kind();
  }

  private Tree schema(Kind kind) {
    var schema = types.schema(kind).orElse(Tree.Obj.EMPTY);
    var properties =
        schema.get("properties").orElse(Tree.Obj.EMPTY) instanceof Tree.Obj p ? p : Tree.Obj.EMPTY;
    properties =
        properties
            .with("apiVersion", Tree.obj("type", Tree.str("string")))
            .with("kind", Tree.obj("type", Tree.str("string")))
            .with("metadata", Tree.obj("allOf", Tree.arr(Tree.obj("$ref", Tree.str(V3 + META)))));
    return schema
        .with("properties", properties)
        .with("x-kubernetes-group-version-kind", Tree.arr(gvk(kind)));
  }

  private static Tree gvk(Kind kind) {
    return Tree.obj(
        "group",
        Tree.str(kind.group()),
        "version",
        Tree.str(kind.version()),
        "kind",
        Tree.str(kind.kind()));
  }

  private static Tree patch(Kind kind) {
    var parameters = new ArrayList<Tree>();
    for (var name : List.of("dryRun", "fieldManager", "fieldValidation")) {
      parameters.add(parameter(name, "string"));
    }
    parameters.add(parameter("force", "boolean"));
    return Tree.obj(
        "parameters",
        new Tree.Arr(parameters),
        "x-kubernetes-action",
        Tree.str("patch"),
        "x-kubernetes-group-version-kind",
        gvk(kind));
  }

  private static Tree parameter(String name, String type) {
    return Tree.obj(
        "name",
        Tree.str(name),
        "in",
        Tree.str("query"),
        "schema",
        Tree.obj("type", Tree.str(type), "uniqueItems", Tree.bool(true)));
  }
}

package dev.plumbline.schema;

import dev.plumbline.model.Tree;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The types that one OpenAPI v3 document declares (`/openapi/v3/apis/apps/v1`). Types are made
/// when they are asked for.
public final class Schemas {

  private static final String PREFIX = "#/components/schemas/";
  private static final String META = "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta";

  private final Map<String, Tree> declared;
  private final Map<Kind, String> kinds = new LinkedHashMap<>();
  private final Map<String, Type> made = new ConcurrentHashMap<>();

  /// A kind in a version of its API, such as `apps/v1` and `Deployment`.
  public record Kind(String apiVersion, String kind) {}

  private Schemas(Map<String, Tree> declared) {
    this.declared = declared;
    declared.forEach((name, schema) -> {
      for (var gvk : schema.items("x-kubernetes-group-version-kind")) {
        var group = gvk.text("group").orElse("");
        var version = gvk.text("version").orElse("");
        var apiVersion = group.isEmpty() ? version : group + "/" + version;
        kinds.putIfAbsent(new Kind(apiVersion, gvk.text("kind").orElse("")), name);
      }
    });
  }

  /// Reads a document. A document without schemas has no types.
  public static Schemas read(Tree.Obj openApiV3) {
    return new Schemas(openApiV3.fields("components", "schemas"));
  }

  /// The kinds with a type (`x-kubernetes-group-version-kind`).
  public Set<Kind> kinds() {
    return java.util.Collections.unmodifiableSet(kinds.keySet());
  }

  /// The type of a kind.
  ///
  /// @param apiVersion `v1`, `apps/v1`
  public Optional<Type> type(String apiVersion, String kind) {
    return Optional.ofNullable(kinds.get(new Kind(apiVersion, kind))).flatMap(this::named);
  }

  /// The type of a schema by its name in the document.
  public Optional<Type> named(String name) {
    return Optional.ofNullable(get(name));
  }

  private @Nullable Type get(String name) {
    var known = made.get(name);
    if (known == null && declared.get(name) instanceof Tree.Obj schema) {
      known = new OpenApi(this::reference, true, META).named(name, schema);
      made.put(name, known);
    }
    return known;
  }

  private Type reference(String ref) {
    var name = ref.startsWith(PREFIX) ? ref.substring(PREFIX.length()) : ref;
    var type = get(name);
    return type == null ? new Type.Any(true) : type;
  }

  /// The type of a custom resource, with apiVersion, kind and metadata as the server adds them. The
  /// metadata is that of this document (every document that declares a kind has it).
  ///
  /// @param openApiV3Schema `spec.versions[].schema.openAPIV3Schema` of the definition
  public Type custom(Tree.Obj openApiV3Schema) {
    return new OpenApi(this::reference, false, META).custom(openApiV3Schema);
  }
}

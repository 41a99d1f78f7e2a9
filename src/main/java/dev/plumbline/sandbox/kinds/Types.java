package dev.plumbline.sandbox.kinds;

import dev.plumbline.model.Tree;
import dev.plumbline.schema.Schemas;
import dev.plumbline.schema.Type;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The types of the served kinds. A built-in group version is read when its first object comes.
public final class Types {

  private static final String WITH_METADATA = "apiextensions.k8s.io/v1";

  private final Map<String, Schemas> builtIn = new ConcurrentHashMap<>();
  private final Map<String, Type> custom = new ConcurrentHashMap<>();
  private final Map<String, Tree.Obj> declared = new ConcurrentHashMap<>();

  /// The type of a kind.
  public Type of(Kind kind) {
    var defined = custom.get(key(kind));
    return defined != null
        ? defined
        : schemas(kind.apiVersion())
            .type(kind.apiVersion(), kind.kind())
            .orElseThrow(() ->
                new IllegalStateException("No schema of " + kind.apiVersion() + " " + kind.kind()));
  }

  /// The type of a built-in kind that is no resource (`Scale`).
  public Type of(String schemasOf, String apiVersion, String kind) {
    return schemas(schemasOf).type(apiVersion, kind).orElseThrow();
  }

  /// Gives a defined kind its schema.
  public void define(Kind kind, Tree.Obj openApiV3Schema) {
    declared.put(key(kind), openApiV3Schema);
    custom.put(key(kind), schemas(WITH_METADATA).custom(openApiV3Schema));
  }

  /// The schema that a definition gave a kind.
  Optional<Tree.Obj> schema(Kind kind) {
    return Optional.ofNullable(declared.get(key(kind)));
  }

  private Schemas schemas(String apiVersion) {
    return builtIn.computeIfAbsent(apiVersion, v -> Schemas.read(Recorded.openApi(v)));
  }

  private static String key(Kind kind) {
    return kind.apiVersion() + "/" + kind.kind();
  }
}

package dev.plumbline.schema;

import dev.plumbline.model.Tree;
import dev.plumbline.yaml.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The recorded structure of the real API server, as tests read it.
public final class Recorded {

  private static final Map<String, Schemas> READ = new ConcurrentHashMap<>();

  private Recorded() {}

  /// The document of a group and version: `apps/v1`, `v1`.
  public static Schemas schemas(String apiVersion) {
    return READ.computeIfAbsent(apiVersion, v -> Schemas.read(document("v3/" + file(v))));
  }

  /// The type of a kind.
  public static Type type(String apiVersion, String kind) {
    return schemas(apiVersion).type(apiVersion, kind).orElseThrow();
  }

  static String file(String apiVersion) {
    return (apiVersion.contains("/") ? "apis_" : "api_") + apiVersion.replace('/', '_') + ".json";
  }

  static Tree.Obj document(String name) {
    try (var in = Recorded.class.getResourceAsStream("/dev/plumbline/sandbox/openapi/" + name)) {
      return (Tree.Obj) Json.parse(in.readAllBytes(), name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.plumbline.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Tree;
import dev.plumbline.schema.Recorded;
import dev.plumbline.testing.ControlPlane;
import dev.plumbline.testing.RawApi;
import dev.plumbline.yaml.Yaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The kinds that the tests against the real server use.
final class Subjects {

  private static final String WIDGETS = "/apis/plumbline.test/v1/namespaces/";

  private Subjects() {}

  static Story.Subject builtIn(String namespace, String apiVersion, String kind, String resource) {
    var base = apiVersion.contains("/") ? "/apis/" : "/api/";
    var type = Recorded.type(apiVersion, kind);
    return new Story.Subject(
        type,
        apiVersion,
        kind,
        base + apiVersion + "/namespaces/" + namespace + "/" + resource,
        false,
        type.at("status").isPresent());
  }

  static Story.Subject deployment(String namespace) {
    return builtIn(namespace, "apps/v1", "Deployment", "deployments");
  }

  /// The custom resource of `widget.yaml`.
  static Story.Subject widget(String namespace) {
    var definition = definition();
    var schema =
        (Tree.Obj)
            definition
                .items("spec", "versions")
                .getFirst()
                .at("schema", "openAPIV3Schema")
                .orElseThrow();
    return new Story.Subject(
        Recorded.schemas("apps/v1").custom(schema),
        "plumbline.test/v1",
        "Widget",
        WIDGETS + namespace + "/widgets",
        true,
        true);
  }

  /// Makes the custom resource known to a server and waits until it is.
  static void install(RawApi api) {
    var path = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
    var made = api.send("POST", path, "application/json", definition()).code();
    assertThat(made).isIn(201, 409);
    for (int i = 0; i < 200; i++) {
      if (api.get(WIDGETS + "default/widgets").code() == 200
          && api.get("/openapi/v3/apis/plumbline.test/v1").code() == 200) {
        return;
      }
      pause();
    }
    throw new AssertionError("the custom resource did not become known");
  }

  static String namespace(ControlPlane plane) {
    return plane.namespace("merge");
  }

  private static Tree.Obj definition() {
    try (var in = Subjects.class.getResourceAsStream("/dev/plumbline/merge/widget.yaml")) {
      return yaml(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// An object written as YAML.
  static Tree.Obj yaml(String text) {
    var documents = Yaml.read(text.getBytes(StandardCharsets.UTF_8), "test");
    assertThat(documents.problems()).isEmpty();
    return (Tree.Obj) documents.documents().getFirst().body();
  }

  private static void pause() {
    try {
      Thread.sleep(25);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}

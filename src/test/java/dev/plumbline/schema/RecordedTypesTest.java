package dev.plumbline.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Tree;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the recorded documents of the real server say, read into types.
class RecordedTypesTest {

  private static List<String> versions() {
    var versions = new java.util.ArrayList<>(List.of("v1"));
    for (var group : Recorded.document("apis.json").items("groups")) {
      versions.add(group.text("preferredVersion", "groupVersion").orElseThrow());
    }
    return versions;
  }

  @Test
  void everyPatchableResourceOfDiscoveryHasATypeAndAPathThatKnowsFieldValidation() {
    assertThat(versions()).hasSize(14);
    for (var version : versions()) {
      var document = Recorded.document("v3/" + Recorded.file(version));
      var patchable = new HashSet<String>();
      document
          .fields("paths")
          .values()
          .forEach(path -> {
            if (path.items("patch", "parameters").stream()
                .anyMatch(p -> p.text("name").orElse("").equals("fieldValidation"))) {
              path.text("patch", "x-kubernetes-group-version-kind", "kind")
                  .ifPresent(patchable::add);
            }
          });
      for (var resource :
          Recorded.document("resources/" + Recorded.file(version)).items("resources")) {
        var kind = resource.text("kind").orElseThrow();
        boolean own =
            resource.text("group").isEmpty() && !resource.text("name").orElse("").contains("/");
        if (own && resource.items("verbs").contains(Tree.str("patch"))) {
          assertThat(patchable).as(version).contains(kind);
          assertThat(Recorded.schemas(version).type(version, kind)).as(kind).isPresent();
        }
      }
    }
  }

  @Test
  void listsAreNamedAsTheServerNamesThem() {
    var spec = Recorded.type("apps/v1", "Deployment").at("spec", "template", "spec").orElseThrow();
    var containers = (Type.ListOf) spec.at("containers").orElseThrow();
    assertThat(containers.kind()).isEqualTo(Type.ListKind.KEYED);
    assertThat(containers.keys()).containsExactly("name");
    var ports = (Type.ListOf) containers.items().type().at("ports").orElseThrow();
    assertThat(ports.keys()).containsExactly("containerPort", "protocol");
    assertThat(ports.items().type().standard("protocol")).contains(Tree.str("TCP"));
    var command = (Type.ListOf) containers.items().type().at("command").orElseThrow();
    assertThat(command.kind()).isEqualTo(Type.ListKind.ATOMIC);
    var finalizers =
        (Type.ListOf) Recorded.type("v1", "ConfigMap").at("metadata", "finalizers").orElseThrow();
    assertThat(finalizers.kind()).isEqualTo(Type.ListKind.SET);
    var selector =
        (Type.Struct) Recorded.type("apps/v1", "Deployment").at("spec", "selector").orElseThrow();
    assertThat(selector.atomic()).isTrue();
    var service = (Type.MapOf) Recorded.type("v1", "Service").at("spec", "selector").orElseThrow();
    assertThat(service.atomic()).isTrue();
    var request = containers.items().type().at("resources", "requests", "cpu").orElseThrow();
    assertThat(request).isEqualTo(new Type.Scalar(Type.ScalarKind.QUANTITY));
    var port = containers.items().type().at("livenessProbe", "httpGet", "port").orElseThrow();
    assertThat(port).isEqualTo(new Type.Scalar(Type.ScalarKind.INT_OR_STRING));
  }

  @Test
  void aTypeThatContainsItselfCanBeWalkedForEver() {
    var schema =
        Recorded.schemas("apiextensions.k8s.io/v1")
            .named("io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps")
            .orElseThrow();
    Type here = schema;
    for (int i = 0; i < 50; i++) {
      here = here.at("properties", "x").orElseThrow();
    }
    assertThat(here).isSameAs(schema);
  }
}

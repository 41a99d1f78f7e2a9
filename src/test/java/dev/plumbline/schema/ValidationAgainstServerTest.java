package dev.plumbline.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Tree;
import dev.plumbline.testing.ControlPlane;
import dev.plumbline.testing.RawApi;
import dev.plumbline.yaml.Json;
import dev.plumbline.yaml.Yaml;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Defaults, pruning, unknown fields and validation of a custom resource, compared with what the
/// real API server makes of the same object.
class ValidationAgainstServerTest {

  private static final String GADGETS = "/apis/plumbline.test/v1/namespaces/default/gadgets";

  private static final String SCHEMA =
      """
      type: object
      required: [spec]
      properties:
        spec:
          type: object
          required: [size]
          properties:
            size: {type: integer, minimum: 1, maximum: 9}
            less: {type: number, exclusiveMaximum: true, maximum: 5}
            mode: {type: string, enum: [auto, manual], default: auto}
            name: {type: string, minLength: 2, maxLength: 4, pattern: '^[a-z]+$'}
            port: {x-kubernetes-int-or-string: true}
            on: {type: boolean}
            maybe: {type: string, nullable: true, default: d}
            sure: {type: string, default: d}
            plain: {type: string}
            tags: {type: array, x-kubernetes-list-type: set, maxItems: 3, items: {type: string}}
            args: {type: array, minItems: 1, items: {type: string}}
            notes: {type: object, maxProperties: 2, additionalProperties: {type: string}}
            items:
              type: array
              x-kubernetes-list-type: map
              x-kubernetes-list-map-keys: [name]
              items:
                type: object
                required: [name]
                properties:
                  name: {type: string}
                  weight: {type: integer, default: 1}
                  deep: {type: object, properties: {a: {type: string, default: x}}}
            free: {type: object, x-kubernetes-preserve-unknown-fields: true, properties: {a: {type: object, properties: {b: {type: string}}}}}
            inner: {type: object, default: {}, properties: {b: {type: string, default: x}}}
            pod: {type: object, x-kubernetes-embedded-resource: true, x-kubernetes-preserve-unknown-fields: true}
      """;

  private static RawApi api;
  private static Type type;

  @BeforeAll
  static void server() throws InterruptedException {
    api = RawApi.of(ControlPlane.quiet());
    var definition =
        yaml(
            """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: gadgets.plumbline.test}
            spec:
              group: plumbline.test
              scope: Namespaced
              names: {plural: gadgets, singular: gadget, kind: Gadget}
              versions: [{name: v1, served: true, storage: true, schema: {openAPIV3Schema: SCHEMA}}]
            """
                .replace("SCHEMA", Json.compact(yaml(SCHEMA))));
    var made =
        api.send(
            "POST",
            "/apis/apiextensions.k8s.io/v1/customresourcedefinitions",
            "application/json",
            definition);
    assertThat(made.code()).as(made.body().toString()).isIn(201, 409);
    for (int i = 0; i < 200 && api.get(GADGETS).code() != 200; i++) {
      Thread.sleep(25);
    }
    type = Recorded.schemas("apps/v1").custom(yaml(SCHEMA));
  }

  private static Tree.Obj yaml(String text) {
    var read = Yaml.read(text.getBytes(StandardCharsets.UTF_8), "test");
    assertThat(read.problems()).isEmpty();
    return (Tree.Obj) read.documents().getFirst().body();
  }

  private static Tree.Obj gadget(String spec) {
    return yaml("apiVersion: plumbline.test/v1\nkind: Gadget\nmetadata: {name: g}\n" + spec);
  }

  private static RawApi.Answer create(String query, Tree.Obj object) {
    return api.send("POST", GADGETS + "?dryRun=All" + query, "application/json", object);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spec: {size: 1}",
        "spec: {size: 1, mode: null, maybe: null, sure: null, plain: null}",
        "spec: {size: 1, items: [{name: a}, {name: b, deep: {}, weight: 3}, {name: c, deep: null}]}",
        "spec: {size: 1, inner: null}",
        "spec: {size: 1, inner: {b: null}, notes: {a: x}}",
        "spec: {size: 1, free: {x: {y: 1}, a: {b: c, q: 1}}, what: 1, items: [{name: a, nme: b}]}",
        "spec: {size: 1, pod: {apiVersion: v1, kind: Pod, metadata: {name: x, labels: {a: b}}, spec: {q: 1}}}",
        "spec: {size: 1.0}\nother: {a: 1}",
      })
  void whatIsStored(String spec) {
    var object = gadget(spec);
    var stored = create("&fieldValidation=Ignore", object);
    var ours = Defaults.set(type, Unknown.prune(type, object).object());
    assertThat(Validation.of(type, ours)).isEmpty();
    assertThat(ours.get("spec")).isEqualTo(stored.ok().get("spec"));
    assertThat(ours.fields().keySet()).isEqualTo(stored.body().fields().keySet());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spec: {size: 1, siz: 2, items: [{name: a, nme: b}, {name: b, deep: {c: 1}}]}\nother: 1",
        "spec: {size: 1, free: {a: {q: 1}, x: 1}, notes: {a: b}, inner: {z: {y: 1}}}",
      })
  void unknownFields(String spec) {
    var object = gadget(spec);
    var answer = create("&fieldValidation=Strict", object);
    assertThat(answer.code()).isEqualTo(400);
    var ours =
        "strict decoding error: " + String.join(", ", Unknown.prune(type, object).messages());
    assertThat(answer.body().text("message").orElse("")).endsWith(ours);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spec: {}",
        "foo: 1",
        "spec: {size: big}",
        "spec: {size: 1.5}",
        "spec: {size: 0}",
        "spec: {size: 10}",
        "spec: {size: 1, less: 5}",
        "spec: {size: 1, mode: other}",
        "spec: {size: 1, mode: 3}",
        "spec: {size: 1, name: a}",
        "spec: {size: 1, name: abcde}",
        "spec: {size: 1, name: AB}",
        "spec: {size: 1, port: true}",
        "spec: {size: 1, on: 'yes'}",
        "spec: {size: 1, tags: [a, b, a]}",
        "spec: {size: 1, tags: [a, b, c, d]}",
        "spec: {size: 1, tags: a}",
        "spec: {size: 1, args: []}",
        "spec: {size: 1, args: [1]}",
        "spec: {size: 1, notes: {a: 1}}",
        "spec: {size: 1, notes: {a: x, b: x, c: x}}",
        "spec: {size: 1, items: [{weight: 1}]}",
        "spec: {size: 1, items: [{name: a}, {name: a}]}",
        "spec: {size: 1, items: [a]}",
        "spec: {size: 1, inner: text}",
        "spec: text",
        "spec: {size: x, mode: other, items: [{name: 1}]}",
      })
  void whatIsWrong(String spec) {
    var object = gadget(spec);
    var answer = create("&fieldValidation=Ignore", object);
    assertThat(answer.code()).isEqualTo(422);
    var theirs =
        answer.body().items("details", "causes").stream()
            .map(c ->
                c.text("reason").orElse("")
                    + " "
                    + c.text("field").orElse("")
                    + ": "
                    + c.text("message").orElse(""))
            .toList();
    List<String> ours =
        Validation.of(type, Defaults.set(type, Unknown.prune(type, object).object())).stream()
            .map(e -> e.reason() + " " + e.text())
            .toList();
    assertThat(ours).containsExactlyInAnyOrderElementsOf(theirs);
  }

  @Test
  void whatIsRightIsNotWrong() {
    var object = gadget("spec: {size: 1, name: ab, port: http, tags: [a], notes: {a: x}}");
    assertThat(create("", object).code()).isEqualTo(201);
    assertThat(Validation.of(type, object)).isEmpty();
  }
}

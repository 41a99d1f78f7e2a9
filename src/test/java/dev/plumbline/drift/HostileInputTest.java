package dev.plumbline.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.plumbline.model.Tree;
import dev.plumbline.schema.FieldSet;
import dev.plumbline.schema.Schemas;
import dev.plumbline.schema.Type;
import dev.plumbline.yaml.Json;
import dev.plumbline.yaml.Yaml;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Schemas, managedFields and values that make no sense: the object is asked about, nothing is
/// thrown, nothing hangs. Seeded.
class HostileInputTest {

  private static final Duration SOON = Duration.ofSeconds(60);

  private static final String OPEN_API =
      """
      components:
        schemas:
          io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta:
            type: object
            properties:
              name: {type: string}
              labels: {type: object, additionalProperties: {type: string}}
          Tree:
            type: object
            properties:
              value: {type: integer, default: 1}
              children:
                type: array
                x-kubernetes-list-type: map
                x-kubernetes-list-map-keys: [value]
                items: {allOf: [{$ref: "#/components/schemas/Tree"}], default: {}}
              self: {$ref: "#/components/schemas/Tree"}
          Loop: {$ref: "#/components/schemas/Loop"}
          Root:
            type: object
            x-kubernetes-group-version-kind: [{group: acme.io, version: v1, kind: Root}]
            properties:
              apiVersion: {type: string}
              kind: {type: string}
              metadata: {$ref: "#/components/schemas/io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"}
              spec:
                type: object
                properties:
                  tree: {$ref: "#/components/schemas/Tree"}
                  loop: {$ref: "#/components/schemas/Loop"}
                  lost: {$ref: "#/components/schemas/Nowhere"}
                  tags: {type: array, x-kubernetes-list-type: set, items: {type: string}}
                  sealed: {type: object, x-kubernetes-map-type: atomic, additionalProperties: {type: string}}
                  port: {x-kubernetes-int-or-string: true}
      """;

  private static final String OBJECT =
      """
      apiVersion: acme.io/v1
      kind: Root
      metadata: {name: a, labels: {app: x}}
      spec:
        tree: {value: 2, children: [{value: 3, self: {value: 4}}, {children: [{value: 5}]}]}
        loop: {a: 1}
        lost: {b: [1, 2]}
        tags: [a, b]
        sealed: {k: v}
        port: 80
      """;

  private static final Tree.Obj SCHEMA = yaml(OPEN_API);
  private static final Tree.Obj SENT = yaml(OBJECT);

  private static final Tree.Obj LIVE =
      SENT.with(
          "metadata",
          Tree.obj(
              "name",
              Tree.str("a"),
              "labels",
              Tree.obj("app", Tree.str("x")),
              "managedFields",
              Json.parse(
                  """
                  [{"manager":"plumbline","operation":"Apply","apiVersion":"acme.io/v1","time":"2026-11-24T00:00:00Z",
                    "fieldsType":"FieldsV1","fieldsV1":{"f:metadata":{"f:labels":{"f:app":{}}},
                    "f:spec":{"f:loop":{"f:a":{}},"f:lost":{},"f:port":{},"f:sealed":{},
                    "f:tags":{"v:\\"a\\"":{},"v:\\"b\\"":{}},"f:tree":{"f:value":{},"f:children":{
                    "k:{\\"value\\":3}":{".":{},"f:value":{},"f:self":{"f:value":{}}},
                    "k:{\\"value\\":1}":{".":{},"f:children":{"k:{\\"value\\":5}":{".":{},"f:value":{}}}}}}}}}]
                  """,
                  "test")));

  @Test
  void recursionAndReferencesToNowhereAreNoTrouble() {
    var type = type(SCHEMA);
    assertThat(type).isPresent();
    assertThat(judge(type, LIVE, SENT)).isInstanceOf(Certainty.class);
    var other = SENT.with("spec", Tree.obj("tags", Tree.arr(Tree.str("c"))));
    assertThat(judge(type, LIVE, other)).isInstanceOf(Certainty.Ask.class);
  }

  @Test
  void brokenSchemasThrowNothing() {
    assertTimeout(
        SOON,
        () -> {
          for (int seed = 0; seed < 700; seed++) {
            var broken = (Tree.Obj) new Breaking(seed).in(SCHEMA, 3);
            assertThatCode(() -> judge(type(broken), LIVE, SENT))
                .as("seed %d", seed)
                .doesNotThrowAnyException();
          }
        });
  }

  @Test
  void brokenManagedFieldsThrowNothingAndAreNeverCertain() {
    assertTimeout(
        SOON,
        () -> {
          var type = type(SCHEMA);
          for (int seed = 0; seed < 700; seed++) {
            var meta = (Tree.Obj) LIVE.get("metadata").orElseThrow();
            var entries = meta.get("managedFields").orElseThrow();
            var broken = new Breaking(seed).in(entries, 2);
            var live = LIVE.with("metadata", meta.with("managedFields", broken));
            assertThatCode(() -> compare(live)).as("seed %d", seed).doesNotThrowAnyException();
            assertThat(
                    !(judge(type, live, SENT) instanceof Certainty.Equal)
                        || sameSets(broken, entries))
                .as("seed %d: %s", seed, broken)
                .isTrue();
          }
        });
  }

  /// Times, and what order entries have, say nothing about who owns what.
  private static boolean sameSets(Tree broken, Tree entries) {
    return broken.items().stream()
        .anyMatch(e ->
            e.at("fieldsV1")
                .flatMap(FieldSet::read)
                .equals(entries.items().getFirst().at("fieldsV1").flatMap(FieldSet::read)));
  }

  @Test
  void brokenObjectsThrowNothing() {
    assertTimeout(
        SOON,
        () -> {
          var type = type(SCHEMA);
          for (int seed = 0; seed < 700; seed++) {
            var sent = (Tree.Obj) new Breaking(seed).in(SENT, 3);
            var live = (Tree.Obj) new Breaking(seed + 7).in(LIVE, 3);
            assertThatCode(
                    () -> {
                      judge(type, live, sent);
                      judge(type, LIVE, sent);
                      compare(live);
                      Comparison.of(ComparisonTest.manifest(sent), LIVE, live, "plumbline");
                    })
                .as("seed %d", seed)
                .doesNotThrowAnyException();
          }
        });
  }

  @Test
  void largeAndDeepValuesTakeNoTime() {
    assertTimeout(
        SOON,
        () -> {
          var type = type(SCHEMA);
          var big = Tree.str("x".repeat(1 << 20));
          var many = new ArrayList<Tree>(Collections.nCopies(20_000, Tree.str("same")));
          Tree deep = Tree.obj("value", Tree.Num.of(1));
          for (int i = 0; i < 450; i++) {
            deep = Tree.obj("value", Tree.Num.of(i), "self", deep);
          }
          for (var spec :
              List.of(
                  Tree.obj("sealed", Tree.obj("k", big)),
                  Tree.obj("tags", new Tree.Arr(many)),
                  Tree.obj("tree", deep))) {
            var sent = SENT.with("spec", spec);
            assertThat(judge(type, LIVE, sent)).isInstanceOf(Certainty.Ask.class);
            assertThat(judge(type, LIVE.with("spec", spec), sent))
                .isInstanceOf(Certainty.Ask.class);
            Comparison.of(
                ComparisonTest.manifest(sent), LIVE, LIVE.with("spec", spec), "plumbline");
          }
        });
  }

  /// Puts nonsense in some places of a tree.
  private static final class Breaking {
    private final Random random;

    Breaking(long seed) {
      random = new Random(seed);
    }

    Tree in(Tree tree, int times) {
      var broken = tree;
      for (int i = 0; i < times; i++) {
        broken = once(broken, 0);
      }
      return broken;
    }

    private Tree once(Tree tree, int depth) {
      if (depth > 0 && random.nextInt(5) == 0) {
        return nonsense();
      }
      return switch (tree) {
        case Tree.Obj(Map<String, Tree> fields) when !fields.isEmpty() -> {
          var keys = List.copyOf(fields.keySet());
          var key = keys.get(random.nextInt(keys.size()));
          var copy = new LinkedHashMap<>(fields);
          copy.put(random.nextInt(9) == 0 ? "k:{" : key, once(fields.get(key), depth + 1));
          yield new Tree.Obj(copy);
        }
        case Tree.Arr(List<Tree> items) when !items.isEmpty() -> {
          var copy = new ArrayList<>(items);
          int at = random.nextInt(items.size());
          copy.set(at, once(items.get(at), depth + 1));
          if (random.nextInt(6) == 0) {
            copy.add(copy.get(at));
          }
          yield new Tree.Arr(copy);
        }
        default -> depth == 0 ? tree : nonsense();
      };
    }

    private Tree nonsense() {
      return switch (random.nextInt(11)) {
        case 0 -> Tree.Null.VALUE;
        case 1 -> Tree.Arr.EMPTY;
        case 2 -> Tree.Obj.EMPTY;
        case 3 -> Tree.str("");
        case 4 -> Tree.str("#/components/schemas/Root");
        case 5 -> Tree.Num.of(-1);
        case 6 -> Tree.bool(true);
        case 7 -> Tree.arr(Tree.Null.VALUE, Tree.Obj.EMPTY);
        case 8 -> Tree.obj("$ref", Tree.str("#/components/schemas/Tree"));
        case 9 -> Tree.Hidden.of(Tree.obj("a", Tree.arr(Tree.str("b"))));
        default ->
            Tree.obj(".", Tree.str("x"), "v:", Tree.Obj.EMPTY, "i:99999999999", Tree.Obj.EMPTY);
      };
    }
  }

  private static Optional<Type> type(Tree.Obj openApi) {
    return Schemas.read(openApi).type("acme.io/v1", "Root");
  }

  private static Certainty judge(Optional<Type> type, Tree.Obj live, Tree.Obj sent) {
    return Certainty.of(type, live, ComparisonTest.manifest(sent), "plumbline");
  }

  private static void compare(Tree.Obj live) {
    Comparison.of(ComparisonTest.manifest(SENT), live, LIVE, "plumbline");
    Comparison.certain(ComparisonTest.manifest(SENT), live, "plumbline");
  }

  private static Tree.Obj yaml(String text) {
    var read = Yaml.read(text.getBytes(StandardCharsets.UTF_8), "test");
    assertThat(read.documents()).isNotEmpty();
    return (Tree.Obj) read.documents().getFirst().body();
  }
}

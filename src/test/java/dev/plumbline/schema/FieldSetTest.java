package dev.plumbline.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Path;
import dev.plumbline.model.Tree;
import dev.plumbline.yaml.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldSetTest {

  private static final String WRITTEN =
      """
      {"f:metadata":{"f:labels":{".":{},"f:a.b/c":{}}},\
      "f:spec":{"f:finalizers":{"v:\\"a\\\\u003cb\\"":{}},\
      "f:ports":{".":{},\
      "k:{\\"port\\":53,\\"protocol\\":\\"TCP\\"}":{".":{},"f:port":{}},\
      "k:{\\"port\\":53,\\"protocol\\":\\"UDP\\"}":{},\
      "k:{\\"port\\":80,\\"protocol\\":\\"TCP\\"}":{"f:name":{}}},\
      "f:replicas":{}}}\
      """;

  static Tree.Obj json(String text) {
    return (Tree.Obj) Json.parse(text, "test");
  }

  @Test
  void whatTheServerWroteIsWrittenBackAsItWas() {
    var tree = json(WRITTEN);
    assertThat(Json.compact(FieldSet.of(tree).toFieldsV1())).isEqualTo(WRITTEN);
  }

  @Test
  void orderOfReadingDoesNotCount() {
    var a = json("{\"f:b\":{},\"f:a\":{\"k:{\\\"n\\\":2}\":{},\"k:{\\\"n\\\":1}\":{}}}");
    var b = json("{\"f:a\":{\"k:{\\\"n\\\":1.0}\":{},\"k:{\\\"n\\\":2}\":{}},\"f:b\":{}}");
    assertThat(FieldSet.of(a)).isEqualTo(FieldSet.of(b));
    assertThat(FieldSet.of(a).toFieldsV1().fields().keySet()).containsExactly("f:a", "f:b");
  }

  @Test
  void aParentIsNoMemberBecauseItsChildIs() {
    var set = FieldSet.ofPaths(Path.of("a", "b"));
    assertThat(set.contains(Path.of("a", "b"))).isTrue();
    assertThat(set.contains(Path.of("a"))).isFalse();
    assertThat(set.paths()).containsExactly(Path.of("a", "b"));
  }

  @Test
  void differenceLeavesWhatStandsBelowAndWithoutDoesNot() {
    var all = FieldSet.ofPaths(Path.of("a"), Path.of("a", "b"), Path.of("c"));
    var a = FieldSet.ofPaths(Path.of("a"));
    assertThat(all.difference(a)).isEqualTo(FieldSet.ofPaths(Path.of("a", "b"), Path.of("c")));
    assertThat(all.without(a)).isEqualTo(FieldSet.ofPaths(Path.of("c")));
    assertThat(all.intersection(a)).isEqualTo(a);
    assertThat(all.leaves()).isEqualTo(FieldSet.ofPaths(Path.of("a", "b"), Path.of("c")));
    assertThat(all.difference(all).isEmpty()).isTrue();
    assertThat(all.difference(all)).isEqualTo(FieldSet.EMPTY);
    assertThat(FieldSet.EMPTY.union(a)).isEqualTo(a);
  }

  @Test
  void declaredFieldsOnTheWayAreAddedAndFreeKeysAreNot() {
    var type =
        Schemas.read(Tree.Obj.EMPTY)
            .custom(
                json(
                    """
                    {"type":"object","properties":{"spec":{"type":"object","properties":{
                      "labels":{"type":"object","additionalProperties":{"type":"object",
                        "properties":{"x":{"type":"string"}}}}}}}}\
                    """));
    var set = FieldSet.ofPaths(Path.of("spec", "labels", "app", "x"));
    assertThat(set.withNamedFields(type))
        .isEqualTo(
            FieldSet.ofPaths(
                Path.of("spec"), Path.of("spec", "labels"), Path.of("spec", "labels", "app", "x")));
    assertThat(set.withNamedFields(null)).isEqualTo(set);
  }

  @Test
  void anUnreadableElementIsLeftOut() {
    var set = FieldSet.of(json("{\"f:a\":{},\"q:b\":{},\"k:nonsense\":{}}"));
    assertThat(set.toFieldsV1()).isEqualTo(new Tree.Obj(Map.of("f:a", Tree.Obj.EMPTY)));
  }
}

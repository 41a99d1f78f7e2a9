package dev.plumbline.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Tree;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.0",
        "1e3",
        "-0",
        "9223372036854775808",
        "0.10",
        "1E+400",
        "123456789.123456789"
      })
  void aNumberKeepsItsLiteral(String literal) {
    assertThat(Json.compact(Json.parse("{\"n\":" + literal + "}", "t")))
        .isEqualTo("{\"n\":" + literal + "}");
  }

  @Test
  void anObjectComesOutAsItWentIn() {
    var text = "{\"b\":[1,\"x\",null,true,{}],\"a\":{\"é\\n\\\"\\\\\":\"\uD83D\uDE00\"},\"e\":[]}";
    var tree = Json.parse(text.getBytes(StandardCharsets.UTF_8), "t");
    assertThat(Json.compact(tree)).isEqualTo(text);
    assertThat(Json.parse(Json.pretty(tree), "t")).isEqualTo(tree);
    assertThat(Json.pretty(Json.parse("{\"a\":[1]}", "t")))
        .isEqualTo("{\n  \"a\": [\n    1\n  ]\n}\n");
  }

  @Test
  void theLastDuplicateWinsAndHalfASurrogatePairIsReplacedAsInGo() {
    assertThat(Json.parse("{\"a\":1,\"a\":2}", "t")).isEqualTo(Tree.obj("a", Tree.Num.of(2)));
    assertThat(Json.parse("[\"\\ud800x\"]", "t")).isEqualTo(Tree.arr(Tree.str("\uFFFDx")));
  }

  @Test
  void hiddenValuesAreOpenedOnlyForAServer() {
    var tree = Tree.obj("data", Tree.Hidden.of(Tree.str("geheim")));
    assertThat(Json.compact(tree)).isEqualTo("{\"data\":\"hidden, 6 characters\"}");
    assertThat(Json.pretty(tree)).doesNotContain("geheim");
    assertThat(new String(Json.revealed(tree), StandardCharsets.UTF_8))
        .isEqualTo("{\"data\":\"geheim\"}");
  }

  @TestFactory
  Stream<DynamicTest> whatIsNoJsonIsNamedWithItsPlace() {
    return Map.of(
            "{\"a\":\n  x}", "pods.json:2:3",
            "{\"a\":1", "pods.json:1:7",
            "{\"a\":1} {}", "pods.json:1:9",
            "", "pods.json",
            "{'a':1}", "pods.json:1:2",
            "[01]", "pods.json:1:3",
            "[NaN]", "pods.json:1:5")
        .entrySet()
        .stream()
        .map(wrong ->
            DynamicTest.dynamicTest(
                "<" + wrong.getKey() + ">",
                () ->
                    assertThatThrownBy(() -> Json.parse(wrong.getKey(), "pods.json"))
                        .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> {
                              assertThat(e.problem().what()).startsWith("Not JSON: ");
                              assertThat(e.problem().where()).isEqualTo(wrong.getValue());
                            })));
  }

  @Test
  void deepNestingIsAProblemAndNoStackOverflow() {
    for (var open : new String[] {"[", "{\"a\":"}) {
      assertThatThrownBy(() -> Json.parse(open.repeat(100_000), "deep.json"))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.problem().what()).isEqualTo("Nested deeper than 500 levels"));
    }
    assertThat(Json.compact(Json.parse("[".repeat(500) + "]".repeat(500), "t"))).hasSize(1000);
  }

  @Test
  void bigTextsAreRead() {
    var text = "x".repeat(21 << 20);
    assertThat(Json.parse("[\"" + text + "\"]", "t")).isEqualTo(Tree.arr(Tree.str(text)));
  }

  @Test
  void bytesThatAreNoUtf8AreAProblem() {
    assertThatThrownBy(() -> Json.parse(new byte[] {'[', '"', (byte) 0xff, '"', ']'}, "t"))
        .isInstanceOf(ProblemException.class);
  }
}

package dev.plumbline.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Tree;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class YamlWriteTest {

  @Test
  void writesAsAPersonWould() {
    var tree =
        Tree.obj(
            "apiVersion", Tree.str("v1"),
            "kind", Tree.str("ConfigMap"),
            "metadata",
                Tree.obj(
                    "name", Tree.str("n"),
                    "annotations", Tree.obj("a.b/c", Tree.str("on"), "d", Tree.str("x: y"))),
            "data",
                Tree.obj(
                    "run.sh", Tree.str("#!/bin/sh\n\necho \"hi\"\n"),
                    "open", Tree.str("one\ntwo"),
                    "wide", Tree.str("one\n\n")),
            "spec",
                Tree.obj(
                    "ports", Tree.arr(Tree.obj("port", Tree.Num.of(80), "name", Tree.str("http"))),
                    "args", Tree.arr(Tree.str("--x=1"), Tree.str("0644"), Tree.str("2024-01-02")),
                    "nested", Tree.arr(Tree.arr(Tree.str("a"), Tree.str("b")), Tree.Arr.EMPTY),
                    "url", Tree.str("https://x.y/z?a=b"),
                    "empty", Tree.Obj.EMPTY,
                    "none", Tree.Null.VALUE,
                    "y", Tree.bool(true)));
    assertThat(Yaml.write(tree))
        .isEqualTo(
            """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: "n"
              annotations:
                a.b/c: "on"
                d: "x: y"
            data:
              run.sh: |
                #!/bin/sh

                echo "hi"
              open: |-
                one
                two
              wide: |+
                one

            spec:
              ports:
              - port: 80
                name: http
              args:
              - --x=1
              - "0644"
              - "2024-01-02"
              nested:
              - - a
                - b
              - []
              url: https://x.y/z?a=b
              empty: {}
              none: null
              "y": true
            """);
  }

  @Test
  void whatWasWrittenReadsBackTheSame() {
    var random = new RandomTrees(4711);
    for (int i = 0; i < 5000; i++) {
      var tree = random.object(5);
      var text = Yaml.write(tree);
      var back = Yaml.read(text.getBytes(StandardCharsets.UTF_8), "t");
      assertThat(back.problems()).as("%d:%n%s", i, text).isEmpty();
      assertThat(back.documents()).hasSize(1);
      assertThat(back.documents().getFirst().body()).as("%d:%n%s", i, text).isEqualTo(tree);
      assertThat(Json.parse(Json.compact(tree), "t")).isEqualTo(tree);
      assertThat(Json.parse(Json.pretty(tree), "t")).isEqualTo(tree);
    }
  }

  @Test
  void keysKeepTheirOrder() {
    var text = "z: 1\na: 2\nm:\n  y1: 1\n  b: 2\n";
    var read = Yaml.read(text.getBytes(StandardCharsets.UTF_8), "t").documents().getFirst();
    assertThat(Yaml.write(read.body())).isEqualTo(text);
  }

  @Test
  void hiddenValuesStayHidden() {
    var tree = Tree.obj("data", Tree.obj("k", Tree.Hidden.of(Tree.str("geheim\ngeheim"))));
    assertThat(Yaml.write(tree)).isEqualTo("data:\n  k: hidden, 13 characters\n");
  }

  @Test
  void rootsThatAreNoObjectsAreWrittenToo() {
    assertThat(Yaml.write(Tree.Obj.EMPTY)).isEqualTo("{}\n");
    assertThat(Yaml.write(Tree.arr(Tree.str("a"), Tree.Null.VALUE))).isEqualTo("- a\n- null\n");
    assertThat(Yaml.write(Tree.str("yes"))).isEqualTo("\"yes\"\n");
  }

  @Test
  void halfASurrogatePairBecomesTheReplacementCharacter() {
    assertThat(Yaml.write(Tree.obj("a", Tree.str("x\ud800 y")))).contains("\uFFFD");
  }
}

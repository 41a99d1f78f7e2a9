package dev.plumbline.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Origin;
import dev.plumbline.model.Path;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Tree;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the records of kubectl cannot show: places, problems, warnings, and that one broken
/// document does not take the others with it.
class YamlReadTest {

  private static Yaml.Documents read(String text) {
    return Yaml.read(text.getBytes(StandardCharsets.UTF_8), "f.yaml");
  }

  private static Tree only(String text) {
    var documents = read(text);
    assertThat(documents.problems()).isEmpty();
    assertThat(documents.documents()).hasSize(1);
    return documents.documents().getFirst().body();
  }

  @Test
  void aProblemDoesNotQuoteTheFile() {
    assertThat(read("kind: Secret\nstringData:\n\tpw: hunter2\n").problems().toString())
        .contains("f.yaml:3:1")
        .doesNotContain("hunter2");
    var json = Yaml.read("{\"pw\": hunter2}".getBytes(StandardCharsets.UTF_8), "f.json");
    assertThat(json.problems()).hasSize(1);
    assertThat(json.problems().toString()).doesNotContain("hunter2");
  }

  @Test
  void aBrokenDocumentDoesNotLoseTheOthers() {
    var read =
        read(
            """
            # first
            a: 1
            ---
            b:
            \tc: 1
            ---
            - a list
            ---
            just text
            --- # nothing but a comment
            ---
            ~
            --- {d: 1}
            e: 2
            ---
            f: 3
            """);
    assertThat(read.documents())
        .extracting(d -> d.body().toString())
        .containsExactly("{a=1}", "{f=3}");
    assertThat(read.documents())
        .extracting(Yaml.Document::origin)
        .containsExactly(new Origin("f.yaml", 2, 1), new Origin("f.yaml", 16, 1));
    assertThat(read.problems())
        .extracting(p -> p.where() + " " + p.what())
        .containsExactly(
            "f.yaml:5:1 Not YAML: a tab where indentation must be spaces",
            "f.yaml:7:1 The document is a list, not an object with \"key: value\"",
            "f.yaml:9:1 The document is a single value, not an object with \"key: value\"",
            "f.yaml:13:1 \"--- {d: 1}\" is no document separator for kubectl");
    assertThat(read.problems()).allMatch(p -> p instanceof Problem.Invalid);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a: b: c              | 1:5 | a ":" where none can stand
          a: "b                | 1:4 | a quote that is never closed
          a: 1\\n b: 2          | 2:3 | a ":" where none can stand
          a:\\n  b: 1\\n c: 2    | 3:2 | a line that does not fit the ones above it
          a:\\n\\tb: 1           | 2:1 | a tab where indentation must be spaces
          a: 1\\nb\\nc: 2        | 2:1 | a line without "key: value"
          a: {b:, c: 1}        | 1:7 | kubectl takes this ":" for a part of the key
          a: [x?y]             | 1:5 | a "?" in a text without quotes inside {} or []
          a: 1\\n...\\nb: 2      | 3:1 | text after the end of the document, which kubectl drops without a word
          """)
  void whatIsWrongIsSaidWithItsPlace(String text, String where, String what) {
    var read = read(text.replace("\\n", "\n").replace("\\t", "\t") + "\n");
    assertThat(read.documents()).isEmpty();
    assertThat(read.problems()).extracting(Problem::where).containsExactly("f.yaml:" + where);
    assertThat(read.problems()).extracting(Problem::what).containsExactly("Not YAML: " + what);
  }

  @Test
  void everyValueKnowsWhereItStands() {
    var document =
        read("""
        # c
        base: &base
          image: x
          tag: "1"
        spec:
          <<: *base
          tag: "2"
          list:
          - a: 1
            b: |
              text
          - *base
          a: 1
          a: 2
          yes: {k: v}
        """)
            .documents()
            .getFirst();
    assertThat(at(document, Path.of("spec", "image"))).hasValue("3:10");
    assertThat(at(document, Path.of("spec", "tag"))).hasValue("7:8");
    assertThat(at(document, Path.of("spec", "a"))).hasValue("14:6");
    assertThat(at(document, Path.of("spec", "true", "k"))).hasValue("15:12");
    assertThat(at(document, item(0).field("b"))).hasValue("10:8");
    assertThat(at(document, item(1))).hasValue("12:5");
    assertThat(at(document, item(1).field("image"))).hasValue("3:10");
    assertThat(at(document, Path.ROOT)).hasValue("2:1");
    assertThat(at(document, Path.of("spec", "nothing"))).isEmpty();
    assertThat(at(document, item(2))).isEmpty();
    assertThat(at(document, item(0).field("a").field("b"))).isEmpty();
  }

  private static Path item(int index) {
    return Path.of("spec", "list").then(new Path.Step.Index(index));
  }

  private static Optional<String> at(Yaml.Document document, Path path) {
    return document.origins().at(path).map(o -> o.line() + ":" + o.column());
  }

  @Test
  @DisplayName("Y29: JSON files know their places too, and YAML may follow JSON")
  void jsonFiles() {
    var read = read("{\"a\": {\n  \"b\": [1,\n   2.0]}}\n---\nc: yes\n---\nd: [\n");
    assertThat(read.documents())
        .extracting(d -> d.body().toString())
        .containsExactly("{a={b=[1, 2]}}", "{c=true}");
    var second = Path.of("a", "b").then(new Path.Step.Index(1));
    assertThat(at(read.documents().getFirst(), second)).hasValue("3:4");
    assertThat(read.documents().get(1).origin().line()).isEqualTo(5);
    assertThat(read.problems()).extracting(Problem::where).containsExactly("f.yaml:8:1");
    assertThat(only("{a: yes, b: {c: d}}\n")).isEqualTo(only("a: true\nb:\n  c: d\n"));
  }

  @Test
  void aBrokenJsonFileIsToldInTermsOfJson() {
    var read = Yaml.read("{\"a\": 1,}".getBytes(StandardCharsets.UTF_8), "f.json");
    assertThat(read.problems()).hasSize(1);
    assertThat(read.problems().getFirst().what()).startsWith("Not JSON: ");
    assertThat(read.problems().getFirst().where()).startsWith("f.json:1:");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Y11 v: 1.10                 | v: 1.10                   | 1:4 1.10 is the number 1.1; quote it when it is a version
          Y12 2^63                    | k: 9223372036854775808    | 1:4 A number with more digits than Kubernetes keeps; it becomes 9223372036854776000
          Y15 y: 2                    | y: 2                      | 1:1 kubectl reads the key y as "true"
          Y20 duplicate key           | {a: 1, a: 2}              | 1:8 The key "a" stands here twice; the last one counts
          Y18 merge below             | {a: 1, <<: {a: 2}}        | 1:12 "<<" overwrites "a", which stands above it
          """)
  void warnsOfWhatWasPerhapsNotMeant(String name, String text, String warning) {
    var read = read(text + "\n");
    assertThat(read.problems()).isEmpty();
    assertThat(read.warnings())
        .extracting(w -> w.origin().line() + ":" + w.origin().column() + " " + w.text())
        .containsExactly(warning);
  }

  @Test
  void whatIsClearDoesNotWarn() {
    assertThat(
            read("a: 1.0\nb: 0.5\nc: yes\nd: 0644\n\"y\": 1\ne: 9007199254740993\nf: 1e3\n")
                .warnings())
        .isEmpty();
  }

  @Test
  @DisplayName("Y03: a text that looks like a boolean is quoted when written")
  void quotesBooleans() {
    assertThat(Yaml.write(only("auth-tls: \"on\"\n"))).isEqualTo("auth-tls: \"on\"\n");
  }

  @Test
  @DisplayName("Y16: an unquoted name n is read as false; whoever asks for a name must refuse it")
  void nameN() {
    assertThat(only("metadata: {name: n}\n").at("metadata", "name")).hasValue(Tree.bool(false));
  }

  @Test
  @DisplayName("Y28: a mapping without kind and name is a document, never dropped")
  void anythingThatIsAMapping() {
    assertThat(only("{}")).isEqualTo(Tree.Obj.EMPTY);
    assertThat(only("a: 1")).isEqualTo(Tree.obj("a", Tree.Num.of(1)));
  }

  @Test
  void manyDocumentsWithNothingInThemAreNothing() {
    var read = read("\n# c\n---\n\n---\nnull\n--- # x\n...\n---\n");
    assertThat(read.documents()).isEmpty();
    assertThat(read.problems()).isEmpty();
    assertThat(read("").documents()).isEmpty();
    assertThat(read("# c\n...\na: 1\n").problems()).hasSize(1);
    assertThat(read("...\na\n").problems()).hasSize(1);
  }
}

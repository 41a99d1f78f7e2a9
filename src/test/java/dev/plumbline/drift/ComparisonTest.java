package dev.plumbline.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Manifest;
import dev.plumbline.model.Origin;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Secrets;
import dev.plumbline.model.Tree;
import dev.plumbline.yaml.Yaml;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Pairs of a live object and the server's answer, and what must be told. The names of the cases
/// are those of the catalogue of hard cases.
class ComparisonTest {

  private static final Origin HERE = new Origin("base/app.yaml", 3, 1);

  @TestFactory
  Stream<DynamicTest> tellsWhatAnApplyWouldChange() throws IOException {
    var cases = new ArrayList<Tree>();
    for (var file : List.of("lists", "values", "owners", "causes")) {
      cases.addAll(read("/drift/" + file + ".yaml"));
    }
    assertThat(cases).hasSizeGreaterThan(35);
    return cases.stream()
        .map(c -> DynamicTest.dynamicTest(c.text("case").orElseThrow(), () -> check(c)));
  }

  private static List<Tree> read(String resource) throws IOException {
    try (var in = Objects.requireNonNull(ComparisonTest.class.getResourceAsStream(resource))) {
      var file = Yaml.read(in.readAllBytes(), resource);
      assertThat(file.problems()).isEmpty();
      return file.documents().getFirst().body().items("cases");
    }
  }

  private static void check(Tree given) {
    var live = object(given, "live");
    var predicted = object(given, "predicted");
    var git = given.at("git").isPresent() ? object(given, "git") : predicted;
    var drift = Comparison.of(manifest(git), live, predicted, "plumbline");

    var expected = given.items("expect");
    assertThat(drift.fields().stream().map(c -> c.path().toString()))
        .containsExactlyElementsOf(
            expected.stream().map(e -> e.text("path").orElseThrow()).toList());
    for (int i = 0; i < expected.size(); i++) {
      same(drift.fields().get(i), expected.get(i), live);
    }
    assertThat(drift.word())
        .isEqualTo(given.text("verdict").orElse(expected.isEmpty() ? "in-sync" : "changed"));
    assertThat(drift.origin()).contains(HERE);
  }

  private static Tree.Obj object(Tree given, String key) {
    return Secrets.hide((Tree.Obj) given.at(key).orElseThrow());
  }

  private static void same(FieldChange change, Tree expected, Tree.Obj live) {
    boolean secret = live.text("kind").orElse("").equals("Secret");
    assertThat(change.desired()).isEqualTo(value(expected, "desired", secret));
    assertThat(change.live()).isEqualTo(value(expected, "live", secret));
    assertThat(Optional.of(change.cause().word())).isEqualTo(expected.text("cause"));
    assertThat(change.owner().map(Owner::manager)).isEqualTo(expected.text("owner"));
    assertThat(Tree.bool(change.counts())).isEqualTo(expected.at("counts").orElse(Tree.bool(true)));
    expected
        .text("operation")
        .ifPresent(o -> assertThat(change.owner().orElseThrow().operation()).isEqualTo(o));
    expected
        .text("subresource")
        .ifPresent(s -> assertThat(change.owner().orElseThrow().subresource()).isEqualTo(s));
    expected
        .text("time")
        .ifPresent(t -> assertThat(change.owner().orElseThrow().time()).contains(t));
  }

  private static Optional<Tree> value(Tree expected, String key, boolean secret) {
    return expected.at(key).map(v -> secret ? Tree.Hidden.of(v) : v);
  }

  static Manifest manifest(Tree.Obj body) {
    return new Manifest(ResourceRef.of(body), body, HERE);
  }

  @Test
  void aVerdictOnASecretNeverShowsItsValueAsText() {
    var live = secret("b2xkLXZhbHVl");
    var predicted = secret("bmV3LXZhbHVl");

    var drift = Comparison.of(manifest(predicted), live, predicted, "plumbline");

    assertThat(drift.word()).isEqualTo("changed");
    assertThat(drift.toString()).contains("hidden, 12 characters").doesNotContain("dmFsdWU");
  }

  private static Tree.Obj secret(String value) {
    return Secrets.hide(
        new Tree.Obj(
            Map.of(
                "apiVersion", Tree.str("v1"),
                "kind", Tree.str("Secret"),
                "data", Tree.obj("password", Tree.str(value)))));
  }
}

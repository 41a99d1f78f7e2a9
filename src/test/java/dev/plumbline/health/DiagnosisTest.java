package dev.plumbline.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Health;
import dev.plumbline.model.Tree;
import dev.plumbline.yaml.Yaml;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Each case stands in a YAML file beside this class: an object, and what is to be said of it.
public class DiagnosisTest {

  @TestFactory
  Stream<DynamicTest> eachCase() {
    return Stream.of("workloads.yaml", "pods.yaml", "others.yaml").flatMap(this::cases);
  }

  private Stream<DynamicTest> cases(String file) {
    Yaml.Documents read;
    try (var in = DiagnosisTest.class.getResourceAsStream(file)) {
      read = Yaml.read(in.readAllBytes(), file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    assertThat(read.problems()).isEmpty();
    assertThat(read.documents()).isNotEmpty();
    return read.documents().stream()
        .map(Yaml.Document::body)
        .map(c -> DynamicTest.dynamicTest(c.text("case").orElseThrow(), () -> check(c)));
  }

  private static void check(Tree expected) {
    var object = (Tree.Obj) expected.at("object").orElseThrow();
    assertThat(Diagnosis.of(object))
        .isEqualTo(
            new Health(
                Health.State.valueOf(expected.text("health").orElseThrow()),
                expected.text("message").orElseThrow()));
    assertThat(Diagnosis.word(object)).isEqualTo(expected.text("word").orElseThrow());
  }
}

package dev.plumbline.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The cases Y01 to Y29 of DRIFT.md 2.1 and more, against what kubectl made of them.
class KubectlRecordsTest {

  @TestFactory
  Stream<DynamicTest> readsWhatKubectlReadsAndRefusesWhatItRefuses() {
    return Records.all().stream().map(c -> DynamicTest.dynamicTest(c.name(), () -> check(c)));
  }

  private static void check(Records.Case c) throws Exception {
    var ours = Yaml.read(Files.readAllBytes(c.input()), c.name());
    if (c.read().isPresent()) {
      assertThat(ours.problems()).isEmpty();
      assertThat(ours.documents().stream().map(Yaml.Document::body).toList())
          .isEqualTo(c.read().get());
    } else {
      assertThat(ours.problems()).as(c.refusal()).hasSize(1);
      assertThat(ours.problems().getFirst().where()).matches(c.name() + ":\\d+:\\d+");
      assertThat(ours.problems().getFirst().what()).isNotBlank();
    }
  }

  @Test
  void theRecordsAreThere() {
    assertThat(Records.all()).hasSizeGreaterThan(45);
    assertThat(Records.all().stream().filter(c -> c.read().isPresent()).count()).isGreaterThan(25);
  }
}

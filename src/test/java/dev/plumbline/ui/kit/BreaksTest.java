package dev.plumbline.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BreaksTest {

  private static List<String> parts(String line, int columns) {
    var parts = new ArrayList<String>();
    for (int from = 0; from < line.length(); ) {
      int end = Breaks.end(line, from, columns);
      parts.add(line.substring(from, end));
      from = end;
    }
    return parts;
  }

  @Test
  void theTagOfAnImageStaysWhole() {
    assertThat(parts("ghcr.io/acme/checkout:2.13.8-hotfix", 32))
        .containsExactly("ghcr.io/acme/checkout:", "2.13.8-hotfix");
  }

  @Test
  void aLineThatFitsIsOnePart() {
    assertThat(parts("ghcr.io/acme/checkout:2.14.1", 28)).hasSize(1);
    assertThat(parts("", 28)).isEmpty();
  }

  @Test
  void aHostBreaksAtADotWhenNothingBetterIsNear() {
    assertThat(parts("https://user-service.shop.svc.cluster.local:8443/health", 40))
        .containsExactly("https://user-service.shop.svc.cluster.", "local:8443/health");
  }

  @Test
  void aWordWithoutAPlaceToBreakFillsTheLine() {
    assertThat(parts("x".repeat(25), 10))
        .containsExactly("x".repeat(10), "x".repeat(10), "x".repeat(5));
  }
}

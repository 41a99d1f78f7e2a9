package dev.plumbline.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {

  private static final Words WORDS = Words.load();
  private static final Instant NOW = Instant.parse("2026-11-24T10:42:07Z");

  @ParameterizedTest
  @CsvSource({
    "2, now",
    "40, 40 s",
    "59, 59 s",
    "60, 1 min",
    "2640, 44 min",
    "5460, 1 h 31 min",
    "7200, 2 h",
    "64800, 18 h",
    "172799, 47 h",
    "172800, 2 d",
    "-30, now"
  })
  void anAgeIsSaidInOneOrTwoUnits(long seconds, String said) {
    assertThat(Span.ago(NOW.minusSeconds(seconds), NOW, WORDS)).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({"640, 0.6 s", "38000, 38 s", "112000, 1 min 52 s", "240000, 4 min", "7200000, 2 h"})
  void whatSomethingTookIsSaidToTheSecond(long millis, String said) {
    assertThat(Span.took(Duration.ofMillis(millis), WORDS)).isEqualTo(said);
  }
}

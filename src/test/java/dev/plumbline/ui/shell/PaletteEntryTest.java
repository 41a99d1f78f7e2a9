package dev.plumbline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PaletteEntryTest {

  private static final List<PaletteEntry> ALL =
      Stream.of(
              "checkout/prod-eu",
              "History of checkout/prod-eu",
              "web/dev",
              "Compare now",
              "4f2c19e Promote checkout 2.14.1 to prod-eu")
          .map(t -> new PaletteEntry(t, "", t, "", () -> {}))
          .toList();

  private static List<String> titles(String typed, String... recent) {
    return PaletteEntry.matching(ALL, typed, List.of(recent)).stream()
        .map(h -> h.entry().title())
        .toList();
  }

  @Test
  void wordsMayComeInAnyOrderAndTheNearestIsFirst() {
    assertThat(titles("eu check"))
        .containsExactly(
            "checkout/prod-eu",
            "History of checkout/prod-eu",
            "4f2c19e Promote checkout 2.14.1 to prod-eu");
    assertThat(titles("hist")).containsExactly("History of checkout/prod-eu");
    assertThat(titles("4f2c")).containsExactly("4f2c19e Promote checkout 2.14.1 to prod-eu");
    assertThat(titles("cmpnw")).containsExactly("Compare now");
    assertThat(titles("zzz")).isEmpty();
  }

  @Test
  void withNothingTypedThoseUsedLatelyComeFirst() {
    assertThat(titles("", "web/dev", "Compare now").subList(0, 3))
        .containsExactly("web/dev", "Compare now", "checkout/prod-eu");
    assertThat(titles("")).hasSize(ALL.size()).first().isEqualTo("checkout/prod-eu");
  }

  @Test
  void theLettersFoundAreThoseTyped() {
    var text = "History of checkout/prod-eu";
    var match = Fuzzy.match("eu hist", text).orElseThrow();
    var letters = new StringBuilder();
    match.at().forEach(i -> letters.append(text.charAt(i)));
    assertThat(letters.toString()).isEqualTo("Histeu");
  }

  @Test
  void whatWasUsedIsRememberedOnceTheLastFirst() {
    assertThat(PaletteEntry.used(List.of("a", "b", "c"), "b", 3)).containsExactly("b", "a", "c");
    assertThat(PaletteEntry.used(List.of("a", "b", "c"), "d", 3)).containsExactly("d", "a", "b");
  }
}

package dev.plumbline.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The part that differs is cut at words, numbers and signs.
class DifferingTest {

  @Test
  void aVersionDiffersAsAWhole() {
    assertThat(Differing.of("ghcr.io/acme/checkout:2.14.1", "ghcr.io/acme/checkout:2.13.8-hotfix"))
        .isEqualTo(new Differing("ghcr.io/acme/checkout:", "2.14.1", ""));
    assertThat(Differing.of("ghcr.io/acme/checkout:2.13.8-hotfix", "ghcr.io/acme/checkout:2.14.1"))
        .isEqualTo(new Differing("ghcr.io/acme/checkout:", "2.13.8-hotfix", ""));
  }

  @Test
  void aUnitStaysOutside() {
    assertThat(Differing.of("\"8s\"", "\"30s\"")).isEqualTo(new Differing("\"", "8", "s\""));
    assertThat(Differing.of("\"30s\"", "\"8s\"")).isEqualTo(new Differing("\"", "30", "s\""));
  }

  @Test
  void aNumberIsNeverCut() {
    assertThat(Differing.of("30", "300")).isEqualTo(new Differing("", "30", ""));
    assertThat(Differing.of("alpha", "beta")).isEqualTo(new Differing("", "alpha", ""));
  }

  @Test
  void whatIsOnlyLongerHasNothingThatDiffers() {
    assertThat(Differing.of("a b", "a b c")).isEqualTo(new Differing("a b", "", ""));
    assertThat(Differing.of("a b c", "a b")).isEqualTo(new Differing("a b", " c", ""));
  }

  @Test
  void partsMakeTheTextAgainAndTheEdgesAreShared() {
    var random = new Random(7);
    var alphabet = List.of("a", "b", "1", ".", "-", "\"", " ", "é");
    for (int i = 0; i < 5_000; i++) {
      var one = text(random, alphabet);
      var two = text(random, alphabet);
      var mine = Differing.of(one, two);
      var theirs = Differing.of(two, one);
      assertThat(mine.text()).isEqualTo(one);
      assertThat(mine.before()).isEqualTo(theirs.before());
      assertThat(mine.after()).isEqualTo(theirs.after());
      assertThat(mine.middle().equals(theirs.middle())).isEqualTo(one.equals(two));
    }
  }

  private static String text(Random random, List<String> alphabet) {
    var text = new StringBuilder();
    for (int n = random.nextInt(9); n > 0; n--) {
      text.append(alphabet.get(random.nextInt(alphabet.size())));
    }
    return text.toString();
  }
}

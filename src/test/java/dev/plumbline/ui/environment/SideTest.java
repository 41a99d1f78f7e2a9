package dev.plumbline.ui.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Tree;
import dev.plumbline.ui.kit.Differing;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What one side of a difference shows.
class SideTest {

  private static Tree lines(int from, int to) {
    return Tree.str(
        IntStream.range(from, to).mapToObj(i -> "line " + i).collect(Collectors.joining("\n")));
  }

  @Test
  void oneLineShowsThePartThatDiffers() {
    assertThat(Side.of(Tree.str("8s"), Optional.of(Tree.str("30s"))).lines())
        .containsExactly(new Differing("\"", "8", "s\""));
    assertThat(Side.of(Tree.str("web"), Optional.empty()).lines())
        .containsExactly(Differing.whole("web"));
  }

  @Test
  void aLongValueShowsTheLinesAroundTheFirstDifferenceAndCountsTheRest() {
    var git = Tree.str(((Tree.Str) lines(0, 40)).value().replace("line 20", "line twenty"));
    var side = Side.of(git, Optional.of(lines(0, 40)));
    var excerpt = side.excerpt();
    assertThat(excerpt.lines()).hasSize(6);
    assertThat(excerpt.above()).isEqualTo(19);
    assertThat(excerpt.below()).isEqualTo(15);
    assertThat(excerpt.lines().get(0)).isEqualTo(new Differing("line 19", "", ""));
    assertThat(excerpt.lines().get(1)).isEqualTo(new Differing("line ", "twenty", ""));
    assertThat(excerpt.complete()).isFalse();
    assertThat(side.whole().lines()).hasSize(40);
    assertThat(side.whole().complete()).isTrue();
  }

  @Test
  void linesThatOnlyOneSideHasDifferAsAWhole() {
    var side = Side.of(lines(0, 5), Optional.of(lines(0, 3)));
    assertThat(side.lines().subList(0, 3)).allMatch(l -> l.middle().isEmpty());
    assertThat(side.lines().subList(3, 5)).allMatch(l -> l.before().isEmpty());
  }

  @Test
  void aVeryLongLineIsCutAroundTheDifferenceAndSaysSo() {
    var noise = "x ".repeat(2_000);
    var side =
        Side.of(Tree.str(noise + "here " + noise), Optional.of(Tree.str(noise + "there " + noise)));
    var excerpt = side.excerpt();
    assertThat(excerpt.characters()).isEqualTo(8_007);
    assertThat(excerpt.complete()).isFalse();
    assertThat(excerpt.lines().getFirst().middle()).isEqualTo("here");
    assertThat(excerpt.lines().getFirst().text())
        .startsWith("…")
        .endsWith("…")
        .hasSizeLessThan(200);
  }

  @Test
  void hiddenValuesTellOnlyTheirLengths() {
    var card =
        FieldCard.of(
            new dev.plumbline.drift.FieldChange(
                dev.plumbline.model.Path.of("data", "token"),
                Optional.of(Tree.Hidden.of(Tree.str("s3cr3t"))),
                Optional.of(Tree.Hidden.of(Tree.str("0th3r-s3cr3t"))),
                dev.plumbline.drift.Cause.DRIFTED,
                Optional.empty(),
                true),
            Optional.empty());
    assertThat(card.secret()).contains(new FieldCard.Lengths(6, 12));
    assertThat(card.git().orElseThrow().text()).isEqualTo("hidden, 6 characters");
    assertThat(card.toString()).doesNotContain("s3cr3t");
  }
}

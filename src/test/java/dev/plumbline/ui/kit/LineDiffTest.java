package dev.plumbline.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The lines that differ, against the definition and against the slow way.
class LineDiffTest {

  private static List<String> letters(String text) {
    return text.chars().mapToObj(c -> String.valueOf((char) c)).toList();
  }

  private static int changed(List<LineDiff.Run> runs) {
    return runs.stream().filter(r -> !r.equal()).mapToInt(r -> r.lefts() + r.rights()).sum();
  }

  /// The length of the longest common subsequence, by the table of every textbook.
  private static int common(List<String> a, List<String> b) {
    var table = new int[a.size() + 1][b.size() + 1];
    for (int i = 1; i <= a.size(); i++) {
      for (int j = 1; j <= b.size(); j++) {
        table[i][j] =
            a.get(i - 1).equals(b.get(j - 1))
                ? table[i - 1][j - 1] + 1
                : Math.max(table[i - 1][j], table[i][j - 1]);
      }
    }
    return table[a.size()][b.size()];
  }

  private static void whole(List<LineDiff.Run> runs, List<String> a, List<String> b) {
    int left = 0;
    int right = 0;
    boolean before = false;
    boolean first = true;
    for (var run : runs) {
      assertThat(run.left()).isEqualTo(left);
      assertThat(run.right()).isEqualTo(right);
      if (run.equal()) {
        assertThat(a.subList(left, left + run.lefts()))
            .isEqualTo(b.subList(right, right + run.rights()));
      }
      assertThat(first || before != run.equal()).as("runs alternate").isTrue();
      before = run.equal();
      first = false;
      left += run.lefts();
      right += run.rights();
    }
    assertThat(left).isEqualTo(a.size());
    assertThat(right).isEqualTo(b.size());
  }

  @Test
  void theExampleOfThePaperNeedsFiveChanges() {
    var runs = LineDiff.of(letters("ABCABBA"), letters("CBABAC"));
    whole(runs, letters("ABCABBA"), letters("CBABAC"));
    assertThat(changed(runs)).isEqualTo(5);
  }

  @Test
  void emptyAndEqualTexts() {
    assertThat(LineDiff.of(List.of(), List.of())).isEmpty();
    assertThat(LineDiff.of(List.of("a"), List.of()))
        .containsExactly(new LineDiff.Run(false, 0, 1, 0, 0));
    assertThat(LineDiff.of(List.of("a"), List.of("a")))
        .containsExactly(new LineDiff.Run(true, 0, 1, 0, 1));
  }

  @Test
  void alwaysWholeAndNeverLongerThanNeeded() {
    for (int seed = 0; seed < 400; seed++) {
      var random = new Random(seed);
      var a = text(random);
      var b = text(random);
      var runs = LineDiff.of(a, b);
      whole(runs, a, b);
      assertThat(changed(runs))
          .as("seed %d", seed)
          .isEqualTo(a.size() + b.size() - 2 * common(a, b));
    }
  }

  private static List<String> text(Random random) {
    var lines = new ArrayList<String>();
    for (int i = random.nextInt(24); i > 0; i--) {
      lines.add(String.valueOf((char) ('a' + random.nextInt(4))));
    }
    return lines;
  }

  @Test
  void textsWithNothingInCommonAreToldAsOneBlockInTime() {
    var a = IntStream.range(0, 20_000).mapToObj(i -> "left " + i).toList();
    var b = IntStream.range(0, 20_000).mapToObj(i -> "right " + i).toList();
    assertThat(LineDiff.of(a, b)).containsExactly(new LineDiff.Run(false, 0, 20_000, 0, 20_000));
  }
}

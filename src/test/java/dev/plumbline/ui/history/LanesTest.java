package dev.plumbline.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Commit;
import dev.plumbline.ui.history.LaneRow.Line;
import dev.plumbline.ui.history.LaneRow.Part;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanesTest {

  private static final Commit.Person SOMEONE =
      new Commit.Person("A B", "a@b.c", OffsetDateTime.parse("2026-01-02T03:04:05Z"));

  private static Commit commit(String id, String... parents) {
    return new Commit(id, List.of(parents), SOMEONE, SOMEONE, id, "");
  }

  /// Newest first: each commit's parents are some of those below, mostly near.
  private static List<Commit> dag(long seed, int size) {
    return dag(seed, size, 20);
  }

  /// @param near one of so many parents is anywhere below
  private static List<Commit> dag(long seed, int size, int near) {
    var random = new Random(seed);
    int reach = 1 + random.nextInt(12);
    var commits = new ArrayList<Commit>(size);
    for (int i = 0; i < size; i++) {
      var parents = new LinkedHashSet<String>();
      int wanted = random.nextInt(10) < 6 ? 1 : random.nextInt(4);
      for (int p = 0; p < wanted && i + 1 < size; p++) {
        int far = random.nextInt(near) == 0 ? size : reach;
        parents.add("c" + (i + 1 + random.nextInt(Math.min(far, size - i - 1))));
      }
      commits.add(commit("c" + i, parents.toArray(String[]::new)));
    }
    return commits;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyParentEdgeIsDrawnOnceAndNoLanesCollide(boolean firstParent) {
    for (long seed = 0; seed < 150; seed++) {
      var commits = dag(seed, 1 + (int) (seed * 7 % 300));
      var rows = Lanes.of(commits, firstParent).rows(0, commits.size());
      meet(rows, "seed " + seed);
      for (int i = 0; i < rows.size(); i++) {
        var parents = commits.get(i).parents();
        assertThat(reached(rows, commits, i))
            .as("seed %d, row %d", seed, i)
            .containsExactlyInAnyOrderElementsOf(
                firstParent ? parents.subList(0, Math.min(1, parents.size())) : parents);
      }
    }
  }

  /// Where the lines out of a row's node end.
  private static List<String> reached(List<LaneRow> rows, List<Commit> commits, int row) {
    var ends = new ArrayList<String>();
    for (var out : rows.get(row).lines()) {
      if (out.part() != Part.OUT) {
        continue;
      }
      assertThat(out.node()).isEqualTo(rows.get(row).lane());
      for (int below = row + 1; below < rows.size(); below++) {
        var arrives =
            rows.get(below).lines().stream()
                .filter(l -> l.part() != Part.OUT && l.lane() == out.lane())
                .toList();
        assertThat(arrives).as("lane %d at row %d", out.lane(), below).hasSize(1);
        if (arrives.getFirst().part() == Part.IN) {
          assertThat(arrives.getFirst().node()).isEqualTo(rows.get(below).lane());
          ends.add(commits.get(below).id());
          break;
        }
      }
    }
    return ends;
  }

  /// What leaves a row at its lower edge arrives at the upper edge of the next, in its colour; and
  /// no line goes past through a node.
  private static void meet(List<LaneRow> rows, String what) {
    Map<Integer, Integer> above = Map.of();
    for (int i = 0; i < rows.size(); i++) {
      var row = rows.get(i);
      var upper = new HashMap<Integer, Integer>();
      var lower = new HashMap<Integer, Integer>();
      Set<Integer> past = new HashSet<>();
      for (var line : row.lines()) {
        if (line.part() != Part.OUT) {
          assertThat(upper.put(line.lane(), line.colour())).as("%s row %d", what, i).isNull();
        }
        if (line.part() != Part.IN) {
          var before = lower.put(line.lane(), line.colour());
          assertThat(before == null || before == line.colour()).as("%s row %d", what, i).isTrue();
        }
        if (line.part() == Part.PAST) {
          past.add(line.lane());
        }
        assertThat(line.lane()).isLessThan(row.width());
      }
      assertThat(past).as("%s row %d", what, i).doesNotContain(row.lane());
      assertThat(upper).as("%s row %d", what, i).isEqualTo(above);
      above = lower;
    }
  }

  @Test
  void aBranchThatIsMergedTakesASecondLaneAndGivesItBack() {
    var lanes =
        Lanes.of(
            List.of(
                commit("merge", "main", "side"),
                commit("side", "base"),
                commit("main", "base"),
                commit("base")),
            false);
    assertThat(lanes.rows(0, 4)).extracting(LaneRow::lane).containsExactly(0, 1, 0, 0);
    assertThat(lanes.rows(0, 4)).extracting(LaneRow::colour).containsExactly(0, 1, 0, 0);
    assertThat(lanes.row(0).merge()).isTrue();
    assertThat(lanes.row(3).lines())
        .containsExactly(new Line(Part.IN, 0, 0, 0), new Line(Part.IN, 1, 0, 1));
    assertThat(lanes.width()).isEqualTo(2);
  }

  @Test
  void moreRowsGoOnFromTheLastAndAWindowIsTheSameAsTheWhole() {
    for (long seed = 0; seed < 25; seed++) {
      var commits = dag(seed, 900);
      var whole = Lanes.of(commits, false);
      var grown = Lanes.of(commits.subList(0, 300), false);
      grown = grown.longer(commits.subList(0, 512)).longer(commits);
      assertThat(grown.rows(0, 900)).isEqualTo(whole.rows(0, 900));
      assertThat(grown.width()).isEqualTo(whole.width());
      assertThat(whole.rows(500, 540)).isEqualTo(whole.rows(0, 900).subList(500, 540));
    }
  }

  @Test
  void anotherBeginningIsLaidOutAnew() {
    var old = Lanes.of(List.of(commit("b", "a"), commit("a")), false);
    var now = List.of(commit("c", "b"), commit("b", "a"), commit("a"));
    assertThat(old.longer(now).rows(0, 3)).isEqualTo(Lanes.of(now, false).rows(0, 3));
  }

  @Test
  void aHundredThousandCommitsAreLaidOutInAMoment() {
    var commits = dag(7, 100_000, 20_000);
    Lanes.of(commits, false);
    long start = System.nanoTime();
    var lanes = Lanes.of(commits, false);
    var took = Duration.ofNanos(System.nanoTime() - start);
    start = System.nanoTime();
    lanes.rows(99_960, 100_000);
    var window = Duration.ofNanos(System.nanoTime() - start);
    System.getLogger("lanes")
        .log(
            System.Logger.Level.INFO,
            "100,000 commits, {0} lanes: {1} ms; a window {2} µs",
            lanes.width(),
            took.toMillis(),
            window.toNanos() / 1000);
    assertThat(took).isLessThan(Duration.ofSeconds(5));
  }
}

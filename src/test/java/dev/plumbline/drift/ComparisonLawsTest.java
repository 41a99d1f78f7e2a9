package dev.plumbline.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What holds for any pair of objects.
class ComparisonLawsTest {

  private static final int PAIRS = 600;
  private static final String MORNING = "2026-11-24T08:00:00Z";
  private static final String EVENING = "2026-11-24T20:00:00Z";

  private static ResourceDrift compare(Tree.Obj live, Tree.Obj predicted) {
    return Comparison.of(ComparisonTest.manifest(predicted), live, predicted, "plumbline");
  }

  @Test
  void anObjectIsInSyncWithItselfHoweverItIsWritten() {
    for (long seed = 0; seed < PAIRS; seed++) {
      var trees = new Trees(seed);
      var object = trees.object();
      var live = Trees.managed(object, MORNING);
      var predicted = Trees.managed((Tree.Obj) trees.rewritten(object), EVENING);

      assertThat(compare(live, predicted))
          .as("seed %d", seed)
          .isInstanceOf(ResourceDrift.InSync.class);
    }
  }

  @Test
  void itIsInSyncExactlyWhenNothingButBookkeepingDiffers() {
    int different = 0;
    for (long seed = 0; seed < PAIRS; seed++) {
      var live = new Trees(seed % 24).object();
      var predicted = new Trees(seed / 25).object();
      boolean same = live.equals(predicted);

      var drift = compare(Trees.managed(live, MORNING), Trees.managed(predicted, MORNING));

      assertThat(drift instanceof ResourceDrift.InSync).as("seed %d", seed).isEqualTo(same);
      different += same ? 0 : 1;
    }
    assertThat(different).isBetween(PAIRS / 2, PAIRS - 1);
  }

  @Test
  void nothingIsToldTwice() {
    for (long seed = 0; seed < PAIRS; seed++) {
      var changes = changes(seed).fields();

      assertThat(changes.stream().map(FieldChange::path))
          .as("seed %d", seed)
          .doesNotHaveDuplicates();
      assertThat(
              changes.stream()
                  .filter(upper -> !Trees.isListOrder(upper))
                  .filter(upper ->
                      changes.stream()
                          .anyMatch(lower -> lower != upper && upper.path().covers(lower.path()))))
          .as("seed %d", seed)
          .isEmpty();
    }
  }

  @Test
  void makingEveryChangeGivesWhatWasPredicted() {
    var paths = new HashSet<String>();
    for (long seed = 0; seed < PAIRS; seed++) {
      var live = new Trees(seed).object();
      var predicted = new Trees(seed + PAIRS).object();
      Tree patched = live;
      for (var change : compareManaged(live, predicted).fields()) {
        patched = Trees.patched(patched, change);
        paths.add(change.path().last().replaceAll("[0-9]", ""));
      }

      assertThat(Trees.unordered("", patched.at("spec").orElseThrow()))
          .as("seed %d", seed)
          .isEqualTo(Trees.unordered("", predicted.at("spec").orElseThrow()));
    }
    assertThat(paths)
        .contains(".args", "[]", "[name=\"n\"]", "[port=,protocol=\"p\"]", "[=\"f\"]", ".env");
  }

  @Test
  void anOrderThatDiffersIsTold() {
    int told = 0;
    for (long seed = 0; seed < PAIRS; seed++) {
      var object = new Trees(seed).object();
      var env = object.items("spec", "env");
      if (new HashSet<>(env).size() < 2 || env.size() != new HashSet<>(env).size()) {
        continue;
      }
      var spec = (Tree.Obj) object.at("spec").orElseThrow();
      var turned =
          object.with("spec", spec.with("env", new Tree.Arr(new ArrayList<>(env).reversed())));

      var drift = compareManaged(object, turned);

      assertThat(drift.fields().stream().map(c -> c.path().toString()))
          .as("seed %d", seed)
          .isEqualTo(List.of(".spec.env"));
      told++;
    }
    assertThat(told).isGreaterThan(50);
  }

  @Test
  void everyValueThatIsThereHasAnOwner() {
    for (long seed = 0; seed < PAIRS; seed++) {
      for (var change : changes(seed).fields()) {
        boolean spec = change.path().toString().startsWith(".spec");
        assertThat(change.owner().isPresent())
            .as("seed %d: %s", seed, change.path())
            .isEqualTo(spec && change.live().isPresent());
      }
    }
  }

  private static ResourceDrift changes(long seed) {
    return compareManaged(new Trees(seed).object(), new Trees(seed + PAIRS).object());
  }

  private static ResourceDrift compareManaged(Tree.Obj live, Tree.Obj predicted) {
    return compare(Trees.managed(live, MORNING), Trees.managed(predicted, EVENING));
  }
}

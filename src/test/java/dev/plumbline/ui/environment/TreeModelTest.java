package dev.plumbline.ui.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Session;
import dev.plumbline.ui.FakeLiving;
import dev.plumbline.ui.FakeSession;
import dev.plumbline.ui.Samples;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What stands still, what waits, and how fast a huge tree answers.
class TreeModelTest {

  private final FakeSession session = FakeSession.busy();
  private final TreeModel tree = new TreeModel();

  private List<String> ids() {
    return tree.lines().stream().map(Line::id).toList();
  }

  private void open() {
    tree.show(session.environment("checkout/prod-eu").get());
    tree.show(FakeLiving.checkout());
    tree.fold(tree.lines().getFirst());
  }

  private static Session.Living without(Session.Living living, String end) {
    return new Session.Living(
        living.health(),
        living.owned().stream().filter(o -> !o.ref().name().endsWith(end)).toList(),
        living.problems(),
        living.asOf());
  }

  @Test
  void newsWaitsWhileThePointerIsOverTheLines() {
    open();
    var before = ids();
    tree.standStill(true);
    tree.show(without(FakeLiving.checkout(), "66c5b7f98"));
    assertThat(ids()).isEqualTo(before);
    assertThat(tree.news().get()).isEqualTo(new TreeModel.News(0, 1, true));
    tree.showNews();
    assertThat(ids()).hasSize(before.size() - 1);
    assertThat(tree.news().get().waits()).isFalse();

    tree.show(FakeLiving.checkout());
    assertThat(tree.news().get()).isEqualTo(new TreeModel.News(1, 0, true));
    tree.standStill(false);
    assertThat(ids()).isEqualTo(before);
  }

  @Test
  void whatChangesInPlaceIsShownAtOnceAlsoUnderThePointer() {
    open();
    tree.standStill(true);
    var living = FakeLiving.checkout();
    tree.show(new Session.Living(java.util.Map.of(), living.owned(), List.of(), living.asOf()));
    assertThat(tree.news().get().waits()).isFalse();
    assertThat(((Line.Thing) tree.lines().getFirst()).subject().health()).isEmpty();
  }

  @Test
  void whatAPersonDoesIsNeverHeldBack() {
    open();
    tree.standStill(true);
    tree.query().set("crash");
    assertThat(tree.passing()).extracting(s -> s.ref().name()).hasSize(1);
    assertThat(tree.lines()).hasSize(3);
  }

  @Test
  void theWordsNarrowWhatTheChipsCountAndTheTallyStaysWhole() {
    open();
    int all = tree.tally().get().counts().all();
    tree.query().set("configmap");
    assertThat(tree.found().get().counts().all()).isEqualTo(3);
    assertThat(tree.tally().get().counts().all()).isEqualTo(all);
    tree.facet().set(Optional.of(Facet.ONLY_IN_GIT));
    assertThat(tree.found().get().of(Facet.ONLY_IN_GIT)).isEqualTo(1);
    assertThat(tree.passing()).hasSize(1);
  }

  @Test
  void aPodInAFoldIsRevealed() {
    open();
    var pod = FakeLiving.checkout().owned().get(6).ref();
    assertThat(ids()).doesNotContain(Subject.id(pod));
    tree.reveal(pod, false);
    assertThat(ids()).contains(Subject.id(pod));
    tree.chosenOrder().set(Optional.of(Listing.By.KIND));
    tree.reveal(pod, false);
    assertThat(ids()).contains(Subject.id(pod), "kind:/Pod");
  }

  private static long worked() {
    return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /// The bounds are what the window promises; time of this thread's own work, the best of five
  /// runs, stands for a quiet machine.
  @Test
  void fifteenThousandResourcesAreListedWithinASecondAndFilteredWithinAKeystroke() {
    var view = Samples.huge(session.environment("web/dev").get());
    var refs =
        view.drift().orElseThrow().resources().stream()
            .map(r -> r.ref())
            .filter(r -> r.kind().equals("Deployment"))
            .toList();
    var living = FakeLiving.ofEach(refs);
    long listed = Long.MAX_VALUE;
    long filtered = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      var huge = new TreeModel();
      huge.chosenOrder().set(Optional.of(Listing.By.OWNER));
      long start = worked();
      huge.show(view);
      huge.show(living);
      listed = Math.min(listed, worked() - start);
      start = worked();
      huge.query().set("thing-1" + i);
      filtered = Math.min(filtered, worked() - start);
      assertThat(huge.lines()).isNotEmpty();
    }
    System.out.printf(
        "15,000 resources and what they own: listed in %d ms, filtered in %d ms%n",
        listed / 1_000_000, filtered / 1_000_000);
    assertThat(listed).as("ns to list").isLessThan(1_000_000_000L);
    assertThat(filtered).as("ns a keystroke").isLessThan(50_000_000L);
  }
}

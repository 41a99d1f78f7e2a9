package dev.plumbline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Session.Overview;
import dev.plumbline.model.Problem;
import dev.plumbline.ui.FakeSession;
import dev.plumbline.ui.kit.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResumingTest {

  private static final Place THERE = new Place.Environment("api/staging");
  private static final Place AWAY = new Place.Environment("nowhere/prod");

  private final List<Place> went = new ArrayList<>();
  private final List<Problem> told = new ArrayList<>();
  private final Resuming resuming = new Resuming();
  private final Overview read = FakeSession.busy().overview().get();
  private final Overview loading =
      new Overview(
          Optional.of(Path.of("/shop")), Optional.empty(), "", "", List.of(), List.of(), true);

  private void look(Overview overview) {
    resuming.look(overview, went::add, told::add);
  }

  @Test
  void anEnvironmentIsReachedWhenItIsThereAndOnlyOnce() {
    resuming.want(Optional.of(THERE), true);
    look(loading);
    assertThat(went).isEmpty();
    look(read);
    look(read);
    assertThat(went).containsExactly(THERE);
    assertThat(told).isEmpty();
  }

  @Test
  void aPlaceWithoutAnEnvironmentIsReachedAtOnce() {
    resuming.want(Optional.of(new Place.Activity()), false);
    look(loading);
    assertThat(went).containsExactly(new Place.Activity());
  }

  @Test
  void aLinkThatLeadsNowhereIsToldOnceWhenTheRepositoryWasRead() {
    resuming.want(Optional.of(AWAY), true);
    look(loading);
    assertThat(told).isEmpty();
    look(read);
    look(read);
    assertThat(told)
        .singleElement()
        .satisfies(p -> {
          assertThat(p.what()).contains("nowhere/prod", "not here");
          assertThat(p.whatToDo()).contains("follow the link again");
        });
    assertThat(went).isEmpty();
  }

  @Test
  void aPlaceThatIsGoneIsLeftWithoutAWord() {
    resuming.want(Optional.of(AWAY), false);
    look(read);
    assertThat(told).isEmpty();
    assertThat(went).isEmpty();
  }

  @Test
  void whoWentElsewhereIsNotTakenAway() {
    resuming.want(Optional.of(THERE), true);
    resuming.forget();
    look(read);
    assertThat(went).isEmpty();
  }
}

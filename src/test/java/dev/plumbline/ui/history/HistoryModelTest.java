package dev.plumbline.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Commit;
import dev.plumbline.model.Problem;
import dev.plumbline.ui.FakeSession;
import dev.plumbline.ui.kit.Fx;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The model of the history, without a toolkit.
class HistoryModelTest {

  private final FakeSession session = FakeSession.busy();

  private HistoryModel open(Optional<String> environment) {
    return new HistoryModel(session, Fx.direct(), environment);
  }

  @Test
  void allCommitsAreReadOnceAndFilteredOnTheSpot() {
    var model = open(Optional.empty());
    assertThat(model.commits()).hasSize(10);
    model.query().set("mara");
    assertThat(model.commits()).extracting(c -> c.author().name()).containsOnly("Mara Lindt");
    model.query().set("4f2c");
    assertThat(model.commits()).extracting(Commit::shortId).containsExactly("4f2c19e");
    assertThat(model.selected().get()).contains(model.commits().getFirst());
    model.query().set("SEARCH-1.9");
    assertThat(model.commits()).hasSize(2);
    model.query().set("no such thing");
    assertThat(model.commits()).isEmpty();
    assertThat(session.asked).containsExactly("history all");
    model.close();
  }

  @Test
  void anEnvironmentIsReadByItsFolder() {
    var model = open(Optional.empty());
    model.choose(Optional.of("checkout/prod-eu"));
    assertThat(session.asked).contains("history checkout/prod-eu");
    assertThat(model.folder("checkout/prod-eu")).isEqualTo("apps/checkout/overlays/prod-eu");
    model.close();
  }

  @Test
  void aFailureIsShownAndCanBeTriedAgain() {
    var problem = new Problem.NotFound("The repository has no commit", "", "", "");
    session.failure = Optional.of(problem);
    var model = open(Optional.empty());
    assertThat(model.content().get()).isEqualTo(new HistoryModel.Content.Failed(problem));
    session.failure = Optional.empty();
    model.read();
    assertThat(model.commits()).isNotEmpty();
    model.close();
  }

  @Test
  void anIdMatchesByItsBeginningOnly() {
    var person = new Commit.Person("A B", "a@b.c", OffsetDateTime.parse("2026-01-02T03:04:05Z"));
    var commit = new Commit("abcdef0123", List.of(), person, person, "subject", "");
    var loaded =
        new Loaded(Optional.empty(), List.of(commit), Map.of("abcdef0123", List.of("v1")), false);
    assertThat(loaded.matching("abcd")).hasSize(1);
    assertThat(loaded.matching("cdef")).isEmpty();
    assertThat(loaded.matching("v1 subject")).hasSize(1);
  }
}

package dev.plumbline.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.Commit;
import dev.plumbline.model.Problem;
import dev.plumbline.ui.FakeSession;
import dev.plumbline.ui.kit.Fx;
import dev.plumbline.ui.kit.Words;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The model of the history, without a toolkit.
class HistoryModelTest {

  private final FakeSession session = FakeSession.busy();
  private final List<HistoryModel> opened = new ArrayList<>();

  private HistoryModel open(Optional<String> environment) {
    var model = new HistoryModel(session, Fx.direct(), Words.load(), environment);
    opened.add(model);
    return model;
  }

  @AfterEach
  void close() {
    opened.forEach(HistoryModel::close);
  }

  @Test
  void searchingMarksRowsHidesNoneAndGoesRoundTheMatches() {
    var model = open(Optional.empty());
    int all = model.commits().size();
    model.query().set("checkout 2.1");
    var found = model.found().get().orElseThrow();
    assertThat(model.commits()).hasSize(all);
    assertThat(found.count()).isEqualTo(2);
    assertThat(selected(model)).isEqualTo("4f2c19e");
    assertThat(found.number(model.row(model.selected().get().orElseThrow().id()))).isEqualTo(1);
    model.match(true);
    assertThat(selected(model)).isEqualTo("b77d2aa");
    model.match(true);
    assertThat(selected(model)).isEqualTo("4f2c19e");
    model.match(false);
    assertThat(selected(model)).isEqualTo("b77d2aa");

    model.query().set("SEARCH-1.9");
    assertThat(selected(model)).isEqualTo("77aa310");
    model.query().set("no such thing");
    assertThat(model.found().get().orElseThrow().count()).isZero();
    assertThat(selected(model)).isEqualTo("77aa310");
    model.query().set(" ");
    assertThat(model.found().get()).isEmpty();
    assertThat(session.asked).containsExactly("history all");
  }

  private static String selected(HistoryModel model) {
    return model.selected().get().orElseThrow().shortId();
  }

  @Test
  void olderCommitsComeWhenTheyAreAskedForAndTheRowsBeforeStay() {
    session.commits = many(HistoryModel.FIRST * 4 + 10);
    var model = open(Optional.empty());
    assertThat(model.commits()).hasSize(HistoryModel.FIRST);
    assertThat(model.older().get()).isEqualTo(HistoryModel.Older.WAITING);
    var before = model.commits().get(7);
    model.select(Optional.of(before));

    session.failure = Optional.of(new Problem.NotFound("gone", "", "", ""));
    model.more();
    assertThat(model.older().get()).isEqualTo(HistoryModel.Older.FAILED);
    assertThat(model.commits()).hasSize(HistoryModel.FIRST);

    session.failure = Optional.empty();
    model.more();
    assertThat(model.commits()).hasSize(HistoryModel.FIRST * 4);
    assertThat(model.commits().get(7)).isSameAs(before);
    assertThat(model.selected().get()).contains(before);
    assertThat(model.graph().orElseThrow().size()).isEqualTo(HistoryModel.FIRST * 4);

    model.more();
    assertThat(model.commits()).hasSize(session.commits.size());
    assertThat(model.older().get()).isEqualTo(HistoryModel.Older.NONE);
    model.more();
    assertThat(session.asked).hasSize(4);
  }

  @Test
  void firstParentsAloneLeaveOutWhatWasMerged() {
    var model = open(Optional.empty());
    assertThat(model.graph().orElseThrow().width()).isGreaterThan(1);
    model.firstParent().set(true);
    assertThat(model.commits())
        .extracting(Commit::shortId)
        .startsWith("9c01b7e", "e5530fd", "a1be07d", "4f2c19e")
        .doesNotContain("3ab90d2", "6d80c55");
    assertThat(model.graph().orElseThrow().width()).isEqualTo(1);
    assertThat(model.graph().orElseThrow().size()).isEqualTo(model.commits().size());
  }

  @Test
  void anEnvironmentIsReadByItsFolderAndHasNoGraph() {
    var model = open(Optional.empty());
    model.choose(Optional.of("checkout/prod-eu"));
    assertThat(session.asked).contains("history checkout/prod-eu");
    assertThat(model.folder("checkout/prod-eu")).isEqualTo("apps/checkout/overlays/prod-eu");
    assertThat(model.graph()).isEmpty();
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
  }

  @Test
  void anIdMatchesByItsBeginningOnly() {
    var commits = List.of(commit("abcdef0123", 0));
    var loaded =
        Loaded.of(
            Optional.empty(),
            commits,
            Map.of("abcdef0123", List.of("refs/tags/v1")),
            false,
            Optional.empty());
    assertThat(Found.of("abcd", commits, loaded, Cancel.never()).count()).isOne();
    assertThat(Found.of("cdef", commits, loaded, Cancel.never()).count()).isZero();
    assertThat(Found.of("v1 subject", commits, loaded, Cancel.never()).count()).isOne();
  }

  @Test
  void namesAreKnownByTheirKindAndTheHeadOfARemoteOnlyRepeats() {
    assertThat(
            RefName.of(
                List.of(
                    "refs/tags/v1",
                    "refs/remotes/origin/HEAD",
                    "refs/remotes/origin/main",
                    "refs/heads/main")))
        .extracting(n -> n.kind() + " " + n.text())
        .containsExactly("BRANCH main", "REMOTE origin/main", "TAG v1");
  }

  private static List<Commit> many(int size) {
    var commits = new ArrayList<Commit>();
    for (int i = 0; i < size; i++) {
      commits.add(commit("c" + i, i + 1 < size ? i + 1 : 0));
    }
    return commits;
  }

  private static Commit commit(String id, int parent) {
    var person = new Commit.Person("A B", "a@b.c", OffsetDateTime.parse("2026-01-02T03:04:05Z"));
    return new Commit(
        id, parent == 0 ? List.of() : List.of("c" + parent), person, person, "subject", "");
  }
}

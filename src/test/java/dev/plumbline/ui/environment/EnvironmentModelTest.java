package dev.plumbline.ui.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.Drift;
import dev.plumbline.drift.ResourceDrift;
import dev.plumbline.engine.EnvironmentView;
import dev.plumbline.model.Problem;
import dev.plumbline.ui.FakeSession;
import dev.plumbline.ui.kit.Fx;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The model of an environment, without a toolkit.
class EnvironmentModelTest {

  private final FakeSession session = FakeSession.busy();

  private EnvironmentModel open(String name) {
    return new EnvironmentModel(session, Fx.direct(), name);
  }

  @Test
  void openingHoldsAndLeavingReleases() {
    var model = open("checkout/prod-eu");
    assertThat(session.asked).containsExactly("hold checkout/prod-eu");
    model.close();
    assertThat(session.asked).contains("release checkout/prod-eu");
    session.set(EnvironmentView.idle(model.view().get().environment()));
    assertThat(model.view().get().drift()).as("nothing is heard after closing").isPresent();
  }

  @Test
  void whatIsKnownIsThereAtOnceBeforeAnyHop() {
    var model = new EnvironmentModel(session, new Fx(hop -> {}, Runnable::run), "checkout/prod-eu");
    assertThat(model.counts().get().all()).isEqualTo(18);
    assertThat(model.tree().lines()).hasSize(18);
    assertThat(model.selected().get()).isPresent();
    assertThat(model.siblings().get()).hasSize(4);
    model.close();
  }

  @Test
  void theFirstDifferenceIsSelectedAndItsAuthorIsAskedForOnce() {
    var model = open("checkout/prod-eu");
    assertThat(model.selected().get().orElseThrow().ref().name()).isEqualTo("checkout");
    assertThat(model.detail().cards()).hasSize(3);
    assertThat(model.detail().changes()).containsOnlyKeys("apps/checkout/base/deployment.yaml");
    assertThat(model.siblings().get()).hasSize(4);
    model.close();
  }

  @Test
  void theSelectionStaysThroughLaterComparisons() {
    var model = open("checkout/prod-eu");
    var service =
        model.view().get().drift().orElseThrow().resources().stream()
            .filter(r -> r.ref().kind().equals("Service"))
            .findFirst()
            .orElseThrow();
    model.select(service.ref());
    var before = model.view().get();
    session.set(with(before, before.drift().orElseThrow().resources().reversed()));
    assertThat(model.selected().get().flatMap(Subject::drift)).contains(service);
    session.set(with(before, List.of(before.drift().orElseThrow().resources().getFirst())));
    assertThat(model.selected().get().orElseThrow().ref().kind()).isEqualTo("Deployment");
    model.close();
  }

  @Test
  void differencesAreVisitedFieldByFieldThenResourceByResource() {
    var model = open("checkout/prod-eu");
    model.difference(1);
    model.difference(1);
    assertThat(model.detail().selectedCard().get()).isEqualTo(2);
    model.difference(1);
    assertThat(model.selected().get().orElseThrow().ref().name()).isEqualTo("checkout-worker");
    assertThat(model.detail().selectedCard().get()).isZero();
    model.difference(-1);
    assertThat(model.selected().get().orElseThrow().ref().name()).isEqualTo("checkout");
    assertThat(model.detail().selectedCard().get()).isEqualTo(2);
    for (int i = 0; i < 20; i++) {
      model.difference(1);
      var drift = model.selected().get().flatMap(Subject::drift).orElseThrow();
      assertThat(Standing.of(drift)).isNotEqualTo(Standing.IN_SYNC);
    }
    model.close();
  }

  @Test
  void theFilterNarrowsWhatIsListedAndNotWhatASyncWrites() {
    var model = open("checkout/prod-eu");
    int writes = model.counts().get().toSync();
    model.tree().query().set("configmap");
    assertThat(model.tree().lines()).hasSize(3);
    model.tree().facet().set(Optional.of(Facet.ONLY_IN_CLUSTER));
    assertThat(model.tree().lines()).hasSize(1);
    assertThat(model.counts().get().toSync()).isEqualTo(writes);
    model.close();
  }

  @Test
  void whatTheFirstDifferenceOwnsIsUnfoldedWhenItIsKnown() {
    var model = open("checkout/prod-eu");
    assertThat(model.tree().lines().subList(0, 7))
        .extracting(l -> l instanceof Line.Thing t ? t.name() : l.id().substring(0, 4))
        .containsExactly(
            "checkout",
            "checkout-7d9f8b6c4d",
            "…-4xk2p",
            "…-9rw7m",
            "more",
            "checkout-66c5b7f98",
            "checkout-worker");
    model.close();
  }

  @Test
  void whenASelectedPodIsGoneItsOwnerIsSelected() {
    var model = open("checkout/prod-eu");
    var living = model.living().get();
    var pod = living.owned().get(1);
    model.select(pod.ref());
    assertThat(model.detail().cards()).isEmpty();
    session.set(
        "checkout/prod-eu",
        new dev.plumbline.engine.Session.Living(
            living.health(),
            living.owned().stream().filter(o -> !o.equals(pod)).toList(),
            List.of(),
            living.asOf()));
    assertThat(model.selected().get().orElseThrow().ref()).isEqualTo(pod.owner());
    model.close();
  }

  @Test
  void theTextDiffersOnlyInWhatDrifted() {
    var model = open("checkout/prod-eu");
    model.diff().look(true);
    var page = (DiffModel.Shown.Page) model.diff().shown().get();
    assertThat(page.page().changes()).isEqualTo(3);
    assertThat(page.onlyLive()).isGreaterThan(3);
    assertThat(page.right()).contains("restartedAt").doesNotContain("dnsPolicy", "uid", "status");
    model.diff().all().set(true);
    page = (DiffModel.Shown.Page) model.diff().shown().get();
    assertThat(page.onlyLive()).isZero();
    assertThat(page.right()).contains("dnsPolicy").doesNotContain("managedFields");
    model.close();
  }

  @Test
  void theLiveObjectHidesWhoManagesWhatUntilAskedAndNeverShowsASecret() {
    var model = open("checkout/prod-eu");
    var there = (LiveModel.Live.There) model.live().live().get();
    assertThat(there.page().text()).contains("image: ghcr.io").doesNotContain("managedFields");
    model.live().managed().set(true);
    there = (LiveModel.Live.There) model.live().live().get();
    assertThat(there.page().text()).contains("managedFields");
    model.select(new dev.plumbline.model.ResourceRef("", "v1", "Secret", "shop", "checkout-token"));
    there = (LiveModel.Live.There) model.live().live().get();
    assertThat(there.page().text()).contains("hidden, 44 characters").doesNotContain("YW5v");
    session.failure = Optional.of(new Problem.Network("The server did not answer", "", "", ""));
    model.live().ask();
    assertThat(model.live().live().get()).isInstanceOf(LiveModel.Live.Failed.class);
    assertThat(model.live().events().get()).isInstanceOf(LiveModel.Happened.Failed.class);
    model.close();
  }

  @Test
  void aContextIsAskedAndAFailureIsShown() {
    var model = open("checkout/prod-us");
    model.choose(model.contexts().getLast());
    assertThat(session.asked).contains("map prod-us to kind-scratch", "compare checkout/prod-us");
    session.failure = Optional.of(new Problem.Network("The server did not answer", "", "", ""));
    model.choose(model.contexts().getFirst());
    assertThat(model.mapping().get()).isEqualTo(session.failure);
    assertThat(model.connecting().get()).isFalse();
    model.close();
  }

  @Test
  void onlyWhatASyncWouldWriteCanBeReviewed() {
    var busy = session.environment("checkout/prod-eu").get();
    assertThat(EnvironmentScreen.reviewable(busy, Counts.of(busy.drift().get().resources())))
        .isTrue();
    var idle = EnvironmentView.idle(busy.environment());
    assertThat(EnvironmentScreen.reviewable(idle, Counts.NONE)).isFalse();
    var unknown = session.environment("search/staging").get();
    assertThat(EnvironmentScreen.reviewable(unknown, Counts.of(unknown.drift().get().resources())))
        .isFalse();
  }

  private static EnvironmentView with(EnvironmentView v, List<ResourceDrift> resources) {
    var d = v.drift().orElseThrow();
    return new EnvironmentView(
        v.environment(),
        v.phase(),
        v.doing(),
        v.cluster(),
        v.revision(),
        Optional.of(
            new Drift(
                d.environment(), d.revision(), d.asOf(), d.cluster(), resources, d.problems())),
        v.staleSince(),
        v.problems(),
        v.watchedKinds());
  }
}

package dev.plumbline.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.EnvironmentView;
import dev.plumbline.model.Environment;
import dev.plumbline.model.Problem;
import dev.plumbline.ui.FakeSession;
import dev.plumbline.ui.kit.Fx;
import dev.plumbline.ui.kit.Mark;
import dev.plumbline.ui.kit.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HomeModelTest {

  private static final Words WORDS = Words.load();

  @Test
  void openingHomeAsksForNothing() {
    var session = FakeSession.fresh();
    try (var model = new HomeModel(session, Fx.direct(), WORDS)) {
      assertThat(model.content().get().inbox()).isEmpty();
      assertThat(model.content().get().compared()).isZero();
      assertThat(session.asked).isEmpty();
    }
  }

  @Test
  void comparingAllLeavesOutWhatHasNoContextAndWhatIsBeingCompared() {
    var session = FakeSession.busy();
    try (var model = new HomeModel(session, Fx.direct(), WORDS)) {
      model.compareAll();
    }
    var compared = session.asked.stream().filter(a -> a.startsWith("compare ")).toList();
    assertThat(compared)
        .contains("compare ingress/dev")
        .doesNotContain("compare api/dev")
        .noneMatch(a -> a.endsWith("prod-us"));
  }

  @Test
  void theWorstComesFirstAndSaysWhatDiffersWithItsValues() {
    var session = FakeSession.busy();
    try (var model = new HomeModel(session, Fx.direct(), WORDS)) {
      var inbox = model.content().get().inbox();
      assertThat(inbox.getFirst().environment()).isEqualTo("api/staging");
      assertThat(inbox.getFirst().subject()).startsWith("kustomize could not build");
      var search =
          inbox.stream()
              .filter(l -> l.environment().equals("search/prod-eu"))
              .findFirst()
              .orElseThrow();
      assertThat(search.subject()).isEqualTo("Deployment search");
      assertThat(search.mono()).isEqualTo(".replicas  6 → 3");
      assertThat(search.who()).isEqualTo("keda-operator");
      var checkout =
          inbox.stream()
              .filter(l -> l.environment().equals("checkout/prod-eu"))
              .findFirst()
              .orElseThrow();
      assertThat(checkout.subject()).isEqualTo("Secret payment-gateway was not compared");
      assertThat(checkout.resource())
          .hasValueSatisfying(r -> assertThat(r.name()).isEqualTo("payment-gateway"));
    }
  }

  @Test
  void aContextIsAskedOnceAClusterAndAFailureStaysWithItsCluster() {
    var session = FakeSession.busy();
    try (var model = new HomeModel(session, Fx.direct(), WORDS)) {
      assertThat(model.content().get().unmapped())
          .extracting(HomeModel.Unmapped::cluster)
          .containsExactly("prod-us");
      session.failure =
          Optional.of(
              new Problem.Network("The API server did not answer", "us-1", "Try again", ""));
      model.map("prod-us", "us-1");
      assertThat(session.asked).contains("map prod-us to us-1");
      assertThat(model.content().get().unmapped().getFirst().mapping())
          .isInstanceOf(HomeModel.Mapping.Failed.class);
      session.failure = Optional.empty();
      model.map("prod-us", "us-1");
      assertThat(session.preferences().get().clusters()).containsKey("prod-us");
      assertThat(model.content().get().unmapped().getFirst().mapping())
          .isInstanceOf(HomeModel.Mapping.Open.class);
    }
  }

  @Test
  void aChangeInAnEnvironmentIsDrawnAndNothingAfterClosing() {
    var session = FakeSession.busy();
    var model = new HomeModel(session, Fx.direct(), WORDS);
    int before = model.content().get().inbox().size();
    session.set(EnvironmentView.idle(session.environment("search/prod-eu").get().environment()));
    assertThat(model.content().get().inbox()).hasSize(before - 1);
    model.close();
    session.set(EnvironmentView.idle(session.environment("api/staging").get().environment()));
    assertThat(model.content().get().inbox()).hasSize(before - 1);
  }

  @Test
  void stagesStandInTheOrderOfPromotionAndBareNamesBelongToTheRepository() {
    var views = Stream.of("prod", "dev", "weird", "staging").map(HomeModelTest::bare).toList();
    var matrix = Matrix.of(views, "shop-config");
    assertThat(matrix.apps()).containsExactly("shop-config");
    assertThat(matrix.stages()).containsExactly("dev", "staging", "weird", "prod");
    assertThat(Matrix.of(List.of(bare("shop/prod"), bare("web/dev")), "r").at("web", "prod"))
        .isEmpty();
  }

  private static EnvironmentView bare(String name) {
    return EnvironmentView.idle(
        new Environment(
            name,
            "envs/" + name,
            Optional.empty(),
            "kubernetes",
            Environment.Renderer.PLAIN,
            "c",
            Optional.empty(),
            false,
            Optional.empty(),
            false));
  }

  @Test
  void aTypedFolderMayBeginAtHome() {
    assertThat(HomeModel.folder(" ~/src/x "))
        .contains(Path.of(System.getProperty("user.home"), "src/x"));
    assertThat(HomeModel.folder("  ")).isEmpty();
    assertThat(HomeModel.folder("a\0b")).isEmpty();
  }

  @Test
  void aCountShowsItsStateAloneAndGoesWhenNothingIsInIt() {
    var session = FakeSession.busy();
    try (var model = new HomeModel(session, Fx.direct(), WORDS)) {
      int needs = model.content().get().needs();
      model.filter(Mark.DRIFTED);
      var content = model.content().get();
      assertThat(content.needs()).isEqualTo(needs);
      assertThat(content.shown()).isEqualTo(2);
      assertThat(content.inbox())
          .extracting(InboxLine::environment)
          .containsExactly("search/prod-eu", "mailer/staging");
      assertThat(content.unmapped()).isEmpty();
      assertThat(content.matrix().apps()).containsExactly("search", "mailer");
      assertThat(content.matrix().stages()).containsExactly("staging", "prod-eu");

      for (var name : new String[] {"mailer/staging", "search/prod-eu"}) {
        session.set(EnvironmentView.idle(session.environment(name).get().environment()));
      }
      assertThat(model.content().get().filter()).isEmpty();
      assertThat(model.content().get().matrix().apps()).hasSize(6);

      model.filter(Mark.FAILED);
      model.filter(Mark.FAILED);
      assertThat(model.content().get().filter()).isEmpty();
    }
  }

  @Test
  void aMissingProgramIsAskedForOnceWithTheLineThatInstallsIt() {
    var session = FakeSession.demonstrated();
    try (var model = new HomeModel(session, Fx.direct(), WORDS)) {
      var content = model.content().get();
      assertThat(content.lacking())
          .containsExactly(
              new Lacking(
                  "helm",
                  "sudo snap install helm --classic",
                  List.of("mailer/dev", "mailer/staging", "mailer/prod-eu", "mailer/prod-us")));
      assertThat(content.inbox())
          .extracting(InboxLine::environment)
          .noneMatch(e -> e.startsWith("mailer/"));
      assertThat(content.needs()).isEqualTo(content.inbox().size() + 1);
      model.filter(Mark.DRIFTED);
      assertThat(model.content().get().lacking()).isEmpty();
      model.filter(Mark.UNKNOWN);
      assertThat(model.content().get().lacking()).hasSize(1);
    }
  }

  @Test
  void onlyWhatShowsAnOlderComparisonSaysSo() {
    var session = FakeSession.busy();
    try (var model = new HomeModel(session, Fx.direct(), WORDS)) {
      assertThat(model.content().get().inbox())
          .filteredOn(l -> l.who().equals(WORDS.get("home.shown-as-of")))
          .extracting(l -> l.condition().mark())
          .containsOnly(Mark.STALE);
    }
  }

  @Test
  void aFetchIsFollowedAndAnotherRepositoryCanBeChosenAndLeft() {
    var session = FakeSession.busy();
    try (var model = new HomeModel(session, Fx.direct(), WORDS)) {
      assertThat(model.fetching().get()).isEmpty();
      model.fetch();
      session.started.getLast().progress("receiving objects", 3, 12);
      assertThat(model.fetching().get()).hasValueSatisfying(v -> assertThat(v.done()).isEqualTo(3));
      model.stopFetch();
      assertThat(session.asked).contains("cancel " + session.started.getLast().state().get().id());

      model.another();
      assertThat(model.content().get().choosing()).isTrue();
      assertThat(model.content().get().leave()).contains("shop-config");
      model.stay();
      assertThat(model.content().get().choosing()).isFalse();
    }
  }
}

package dev.plumbline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ui.FakeSession;
import dev.plumbline.ui.kit.Place;
import dev.plumbline.ui.kit.Words;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FrameTest {

  private static final Words WORDS = Words.load();

  private static Frame at(Place place, FakeSession session) {
    return Frame.of(place, session.overview().get(), session.works().get(), WORDS);
  }

  @Test
  void productionIsTaggedOnlyWhereThePlaceIsAboutIt() {
    var session = FakeSession.busy();
    assertThat(at(new Place.Environment("checkout/prod-eu"), session).production())
        .contains("eu-1");
    assertThat(at(new Place.Plan("checkout/prod-eu"), session).production()).contains("eu-1");
    assertThat(at(new Place.Environment("checkout/dev"), session).production()).isEmpty();
    assertThat(at(new Place.Home(), session).production()).isEmpty();
  }

  @Test
  void crumbsLeadFromTheWholeToThePart() {
    var session = FakeSession.busy();
    assertThat(at(new Place.Home(), session).crumbs())
        .extracting(Crumb::text)
        .containsExactly("Home");
    assertThat(at(new Place.Home(), session).repository()).contains("shop-config");
    assertThat(at(new Place.Plan("checkout/dev"), session).crumbs())
        .extracting(Crumb::text)
        .containsExactly("Environments", "checkout / dev", "Plan");
    assertThat(at(new Place.History(Optional.empty()), session).crumbs())
        .extracting(Crumb::text)
        .containsExactly("History");
  }

  @Test
  void aClusterWithoutContextNeedsAPersonOnceHoweverManyEnvironmentsItHas() {
    var frame = at(new Place.Home(), FakeSession.busy());
    assertThat(frame.needsYou()).isEqualTo(7);
    assertThat(frame.running()).isEqualTo(2);
    assertThat(frame.comparing()).isEqualTo(1);
    assertThat(frame.status())
        .extracting(Frame.Fact::text)
        .contains("1 of 4 clusters without a context");
    assertThat(frame.statusRight()).extracting(Frame.Fact::text).contains("origin/main at 9c01b7e");
  }

  @Test
  void withoutARepositoryItSaysSo() {
    var frame = at(new Place.Home(), FakeSession.empty());
    assertThat(frame.crumbs()).isEqualTo(List.of(Crumb.here("Home")));
    assertThat(frame.repository()).isEmpty();
    assertThat(frame.status())
        .extracting(Frame.Fact::text)
        .containsExactly("No repository is open");
    assertThat(frame.statusRight()).isEmpty();
  }
}

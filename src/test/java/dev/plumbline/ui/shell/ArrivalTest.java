package dev.plumbline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.ui.kit.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArrivalTest {

  private static final String ID = "4f2c19e0".repeat(5);
  private static final List<Path> OPENED =
      List.of(Path.of("/home/ana/newest"), Path.of("/srv/shop-config.git"), Path.of("/"));

  private static Arrival by(String link) {
    return Arrival.by(link, Optional.empty(), OPENED);
  }

  private static Optional<Place> place(String link) {
    var arrival = by(link);
    assertThat(arrival.problem()).as(link).isEmpty();
    return arrival.place();
  }

  @Test
  void aLinkLeadsToAPlace() {
    assertThat(place("plumbline://env/checkout/prod-eu"))
        .contains(new Place.Environment("checkout/prod-eu"));
    assertThat(place("PLUMBLINE://Env/f%C3%BCr%20alle%2Beins+zwei"))
        .contains(new Place.Environment("für alle+eins+zwei"));
    assertThat(place("plumbline://env/a?resource=apps/Deployment/shop/checkout"))
        .contains(
            new Place.Environment(
                "a", Optional.of(new ResourceRef("apps", "", "Deployment", "shop", "checkout"))));
    assertThat(place("plumbline://env/a?resource=/Namespace//shop"))
        .contains(
            new Place.Environment(
                "a", Optional.of(new ResourceRef("", "", "Namespace", "", "shop"))));
    assertThat(place("plumbline://history")).contains(new Place.History(Optional.empty()));
    assertThat(place("plumbline://history/web/dev"))
        .contains(new Place.History(Optional.of("web/dev")));
    assertThat(place("plumbline://commit/newest/" + ID))
        .contains(new Place.History(Optional.empty(), Optional.of(ID)));
    assertThat(place("plumbline://activity/")).contains(new Place.Activity());
    assertThat(place("plumbline://home")).contains(new Place.Home());
  }

  @Test
  void theRepositoryIsOneThatWasOpenedBeforeByItsName() {
    assertThat(by("plumbline://home?repo=shop-config").repository())
        .contains(Path.of("/srv/shop-config.git"));
    assertThat(by("plumbline://home").repository()).as("the last one").contains(OPENED.getFirst());
    assertThat(Arrival.last(Optional.empty(), OPENED).repository()).contains(OPENED.getFirst());

    var chosen = Optional.of(Path.of("/chosen"));
    assertThat(Arrival.by("plumbline://env/a?repo=newest", chosen, OPENED).repository())
        .as("what a person names goes before what a link names")
        .isEqualTo(chosen);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "other",
        "/srv/shop-config.git",
        "..",
        "../srv/shop-config",
        "https://evil.example/repo.git",
        "%2Fsrv%2Fshop-config.git",
        "shop-config.git"
      })
  void noOtherRepositoryIsOpened(String name) {
    var arrival = by("plumbline://env/a?repo=" + name);

    assertThat(arrival.place()).isEmpty();
    assertThat(arrival.repository()).as("as without the link").contains(OPENED.getFirst());
    assertThat(arrival.problem().orElseThrow()).isInstanceOf(Problem.Refused.class);
    assertThat(arrival.problem().orElseThrow().what()).contains("not opened here before");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          plumbline:env/a                              | names no place
          plumbline:///env/a                           | names no place
          plumbline://                                 | no plumbline:// link
          plumbline://sync/a                           | names no place
          plumbline://plan/a                           | names no place
          plumbline://env:80/a                         | names no place
          plumbline://me@env/a                         | names no place
          plumbline://home/more                        | names no place
          https://env/a                                | no plumbline:// link
          plumbline://env/a#sync                       | no plumbline:// link
          plumbline://env/a b                          | no plumbline:// link
          plumbline://env/%zz                          | no plumbline:// link
          plumbline://env                              | names no environment
          plumbline://env/                             | names no environment
          plumbline://env/a//b                         | a name in it is empty
          plumbline://env/a/                           | a name in it is empty
          plumbline://env/a?                           | a value in it is missing
          plumbline://env/a?repo                       | a value in it is missing
          plumbline://env/a?repo=                      | a value in it is missing
          plumbline://env/a?repo=x&repo=y              | one thing twice
          plumbline://env/a?apply=yes                  | it asks for apply
          plumbline://home?resource=/Pod/a/b           | it asks for resource
          plumbline://env/a?resource=Deployment/shop/x | GROUP/KIND/NAMESPACE/NAME
          plumbline://env/a?resource=apps//shop/x      | GROUP/KIND/NAMESPACE/NAME
          plumbline://env/a%0Ab                        | cannot be seen
          plumbline://env/a%00                         | cannot be seen
          plumbline://env/a%E2%80%AEb                  | cannot be seen
          plumbline://env/a%FF                         | cannot be seen
          plumbline://commit/newest/4f2c19e            | no commit by REPO and full id
          plumbline://commit/newest/HEAD               | no commit by REPO and full id
          """)
  void whatIsNotUnderstoodIsRefusedAndSaysWhy(String link, String why) {
    var arrival = by(link);

    assertThat(arrival.place()).isEmpty();
    assertThat(arrival.problem().orElseThrow()).isInstanceOf(Problem.Refused.class);
    assertThat(arrival.problem().orElseThrow().what()).contains("was not followed", why);
  }

  @Test
  void aLongLinkIsRefused() {
    assertThat(by("plumbline://env/" + "a".repeat(1984)).problem()).isEmpty();
    assertThat(by("plumbline://env/" + "a".repeat(1985)).problem().orElseThrow().what())
        .contains("longer than 2000");
  }

  @Test
  void whateverComesEndsInAPlaceOrAProblem() {
    var random = new Random(20261124);
    var pieces =
        "plumbline:// env commit home activity history / // ? & = % %41 %e2 # @ : [ ] a ü ‮";
    var all = pieces.split(" ");
    for (int i = 0; i < 20_000; i++) {
      var link = new StringBuilder(random.nextInt(4) == 0 ? "" : "plumbline://");
      for (int n = random.nextInt(9); n > 0; n--) {
        link.append(all[random.nextInt(all.length)]);
      }
      var arrival = by(link.toString());
      assertThat(arrival.place().isPresent())
          .as(link::toString)
          .isEqualTo(arrival.problem().isEmpty());
    }
  }
}

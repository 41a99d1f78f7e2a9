package dev.plumbline.ui.shell;

import dev.plumbline.engine.EnvironmentView;
import dev.plumbline.engine.Session;
import dev.plumbline.engine.Work;
import dev.plumbline.ui.kit.Condition;
import dev.plumbline.ui.kit.Needs;
import dev.plumbline.ui.kit.Place;
import dev.plumbline.ui.kit.Production;
import dev.plumbline.ui.kit.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the frame round a screen says at a place: crumbs, tag, badges, status. Pure.
///
/// @param crumbs from the whole to the part; the last is where one is
/// @param repository the open repository's name, where it can be changed
/// @param production the context, when the place is about a production environment
/// @param needsYou how many things need a person
/// @param running how many works run
/// @param comparing how many environments are being compared
/// @param status what the status bar says at the left, and at the right
record Frame(
    List<Crumb> crumbs,
    Optional<String> repository,
    Optional<String> production,
    int needsYou,
    int running,
    int comparing,
    List<Fact> status,
    List<Fact> statusRight) {

  /// A fact in the status bar.
  record Fact(String icon, String text) {}

  static Frame of(Place place, Session.Overview overview, List<Work.View> works, Words words) {
    var subject =
        place
            .subject()
            .flatMap(n ->
                overview.environments().stream()
                    .filter(e -> e.environment().name().equals(n))
                    .findFirst());
    int running = (int) works.stream().filter(Work.View::running).count();
    int comparing =
        (int)
            overview.environments().stream()
                .filter(e -> e.phase() == EnvironmentView.Phase.COMPARING)
                .count();
    int needs = Needs.count(overview.environments(), words);
    return new Frame(
        crumbs(place, words),
        place instanceof Place.Home ? overview.repository().map(Offers::name) : Optional.empty(),
        subject.filter(Production::is).map(Condition::context),
        needs,
        running,
        comparing,
        subject.map(e -> about(e, words)).orElseGet(() -> about(overview, words)),
        tip(overview, words));
  }

  private static List<Crumb> crumbs(Place place, Words words) {
    var environments = Crumb.to(words.get("shell.environments"), new Place.Home());
    return switch (place) {
      case Place.Home p -> List.of(Crumb.here(words.get("shell.home")));
      case Place.Environment p -> List.of(environments, Crumb.here(said(p.name())));
      case Place.Plan p ->
          List.of(
              environments,
              Crumb.to(said(p.environment()), new Place.Environment(p.environment())),
              Crumb.here(words.get("shell.plan")));
      case Place.History p ->
          p.environment()
              .map(e ->
                  List.of(
                      Crumb.to(words.get("shell.history"), new Place.History(Optional.empty())),
                      Crumb.here(said(e))))
              .orElseGet(() -> List.of(Crumb.here(words.get("shell.history"))));
      case Place.Activity p -> List.of(Crumb.here(words.get("shell.activity")));
      case Place.Settings p -> List.of(Crumb.here(words.get("shell.settings")));
    };
  }

  /// `checkout / prod-eu`.
  private static String said(String environment) {
    return environment.replace("/", " / ");
  }

  private static List<Fact> about(EnvironmentView view, Words words) {
    var facts = new ArrayList<Fact>();
    var cluster = view.environment().cluster();
    facts.add(
        view.cluster()
            .map(c ->
                new Fact(
                    "mdi2l-lan-connect", words.get("shell.status.context", cluster, c.context())))
            .orElseGet(() ->
                new Fact("mdi2l-lan-disconnect", words.get("shell.status.no-context", cluster))));
    if (view.watchedKinds() > 0) {
      facts.add(
          new Fact("mdi2e-eye-outline", words.count("shell.status.watching", view.watchedKinds())));
    }
    if (!view.doing().isEmpty()) {
      facts.add(new Fact("mdi2p-progress-clock", view.doing()));
    }
    return facts;
  }

  private static List<Fact> about(Session.Overview overview, Words words) {
    if (overview.repository().isEmpty()) {
      return List.of(new Fact("mdi2f-folder-outline", words.get("shell.status.no-repository")));
    }
    if (overview.loading()) {
      return List.of(new Fact("mdi2p-progress-clock", words.get("shell.status.reading")));
    }
    var all = overview.environments();
    long clusters = all.stream().map(e -> e.environment().cluster()).distinct().count();
    long unmapped =
        all.stream()
            .filter(e -> e.phase() == EnvironmentView.Phase.UNMAPPED)
            .map(e -> e.environment().cluster())
            .distinct()
            .count();
    int kinds = all.stream().mapToInt(EnvironmentView::watchedKinds).sum();
    var facts = new ArrayList<Fact>();
    if (clusters > 0) {
      facts.add(
          unmapped == 0
              ? new Fact("mdi2l-lan-connect", words.count("shell.status.clusters", clusters))
              : new Fact(
                  "mdi2l-lan-disconnect",
                  words.get("shell.status.clusters-unmapped", unmapped, clusters)));
    }
    if (kinds > 0) {
      facts.add(new Fact("mdi2e-eye-outline", words.count("shell.status.watching", kinds)));
    }
    return facts;
  }

  private static List<Fact> tip(Session.Overview overview, Words words) {
    if (overview.repository().isEmpty() || overview.tip().isEmpty()) {
      return List.of();
    }
    var remote = overview.remote().map(r -> r + "/").orElse("");
    return List.of(
        new Fact(
            "mdi2s-source-branch",
            words.get("shell.status.tip", remote + overview.branch(), overview.tip())),
        new Fact("mdi2h-hand-back-right-outline", words.get("shell.status.mode")));
  }
}

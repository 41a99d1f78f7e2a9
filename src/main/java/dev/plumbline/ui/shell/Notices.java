package dev.plumbline.ui.shell;

import dev.plumbline.engine.EnvironmentView;
import dev.plumbline.engine.Session;
import dev.plumbline.engine.Work;
import dev.plumbline.model.Problem;
import dev.plumbline.ui.kit.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Problems as they come: each is told once, and again only when it went away and came back. For
/// one thread.
final class Notices {

  private static final int KEPT = 50;

  private final List<Notice> all = new ArrayList<>();
  private Set<String> present = new HashSet<>();
  private int unseen;

  /// A problem that came.
  ///
  /// @param subject the environment, the work or the repository it is about
  /// @param to where more is said
  record Notice(Instant at, String subject, Problem problem, Optional<Place> to) {}

  /// Compares with what was known.
  ///
  /// @return what is new
  List<Notice> hear(Session.Overview overview, List<Work.View> works, Instant now) {
    var wrong = wrong(overview, works, now);
    var fresh =
        wrong.entrySet().stream()
            .filter(e -> !present.contains(e.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    present = new HashSet<>(wrong.keySet());
    fresh.forEach(all::addFirst);
    while (all.size() > KEPT) {
      all.removeLast();
    }
    unseen += fresh.size();
    return fresh;
  }

  private static Map<String, Notice> wrong(
      Session.Overview overview, List<Work.View> works, Instant now) {
    var wrong = new LinkedHashMap<String, Notice>();
    var repository = overview.repository().map(Offers::name).orElse("");
    for (var problem : overview.problems()) {
      put(wrong, new Notice(now, repository, problem, Optional.of(new Place.Home())));
    }
    for (var e : overview.environments()) {
      if (e.phase() == EnvironmentView.Phase.FAILED) {
        var name = e.environment().name();
        for (var problem : e.problems()) {
          put(wrong, new Notice(now, name, problem, Optional.of(new Place.Environment(name))));
        }
      }
    }
    for (var work : works) {
      work.problem()
          .filter(p -> !(p instanceof Problem.Cancelled))
          .ifPresent(p ->
              wrong.put(
                  work.id(),
                  new Notice(
                      work.ended().orElse(now),
                      work.title(),
                      p,
                      Optional.of(new Place.Activity()))));
    }
    return wrong;
  }

  private static void put(Map<String, Notice> wrong, Notice notice) {
    wrong.put(notice.subject() + '\n' + notice.problem().what(), notice);
  }

  /// The newest first.
  List<Notice> all() {
    return List.copyOf(all);
  }

  /// How many came since a person last looked.
  int unseen() {
    return unseen;
  }

  /// A person looks.
  void seen() {
    unseen = 0;
  }
}

package dev.plumbline.ui.shell;

import dev.plumbline.engine.Session.Overview;
import dev.plumbline.model.Problem;
import dev.plumbline.ui.kit.Place;
import java.util.Optional;
import java.util.function.Consumer;

/// The place where a window wants to begin, until it is reached, cannot be reached, or a person
/// went elsewhere.
final class Resuming {

  private Optional<Place> wanted = Optional.empty();
  private boolean linked;

  /// @param linked whether a link leads there: then a person hears when it is not there
  void want(Optional<Place> place, boolean linked) {
    wanted = place;
    this.linked = linked;
  }

  void forget() {
    wanted = Optional.empty();
  }

  /// Goes at once where that asks nothing of a repository, else when the environment is there.
  void look(Overview overview, Consumer<Place> go, Consumer<Problem> tell) {
    if (wanted.isEmpty()) {
      return;
    }
    var place = wanted.get();
    var subject = place.subject();
    if (subject.isEmpty() || known(overview, subject.get())) {
      forget();
      go.accept(place);
    } else if (linked && !overview.loading()) {
      forget();
      tell.accept(
          new Problem.NotFound(
              "The link leads to the environment " + subject.get() + ", which is not here",
              overview.repository().map(Object::toString).orElse("no repository is open"),
              "Open the repository that has it, then follow the link again",
              ""));
    }
  }

  /// Whether an environment of that name is there.
  static boolean known(Overview overview, String environment) {
    return overview.environments().stream()
        .anyMatch(e -> e.environment().name().equals(environment));
  }
}

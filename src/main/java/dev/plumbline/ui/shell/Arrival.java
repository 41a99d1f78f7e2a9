package dev.plumbline.ui.shell;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.ui.kit.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where the window begins: where it was left, or where a link leads. A link that cannot be
/// followed leaves a problem, which the window shows.
///
/// @param repository what to open; empty when none is known
/// @param place where the link leads; empty: where the window was left
public record Arrival(Optional<Path> repository, Optional<Place> place, Optional<Problem> problem) {

  /// Where the window was left.
  ///
  /// @param chosen the repository that a person named
  /// @param opened repositories that were opened before, the last first
  public static Arrival last(Optional<Path> chosen, List<Path> opened) {
    return new Arrival(
        chosen.or(() -> opened.stream().findFirst()), Optional.empty(), Optional.empty());
  }

  /// Where the session that is shown has begun already.
  static Arrival nowhere() {
    return new Arrival(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// Where a link leads: `plumbline://env/checkout/prod-eu`. It may come from anybody and opens
  /// nothing that was not opened before.
  ///
  /// @param chosen as for [#last]; it goes before the one that the link names
  public static Arrival by(String link, Optional<Path> chosen, List<Path> opened) {
    var usual = last(chosen, opened);
    try {
      var read = Link.parse(link);
      if (chosen.isPresent() || read.repository().isEmpty()) {
        return new Arrival(usual.repository(), Optional.of(read.place()), Optional.empty());
      }
      var named = read.repository().get();
      return opened.stream()
          .filter(p -> name(p).equals(named))
          .findFirst()
          .map(p -> new Arrival(Optional.of(p), Optional.of(read.place()), Optional.empty()))
          .orElseGet(() -> usual.with(unopened(named)));
    } catch (ProblemException e) {
      return usual.with(e.problem());
    }
  }

  private Arrival with(Problem met) {
    return new Arrival(repository, place, Optional.of(met));
  }

  private static String name(Path repository) {
    var folder = repository.getFileName();
    return folder == null ? "" : folder.toString().replaceFirst("[.]git$", "");
  }

  private static Problem unopened(String name) {
    return new Problem.Refused(
        "The link leads into a repository that was not opened here before",
        name,
        "Open or clone it, then follow the link again",
        "");
  }
}

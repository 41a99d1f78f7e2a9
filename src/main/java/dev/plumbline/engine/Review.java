package dev.plumbline.engine;

import dev.plumbline.git.GitRepository;
import dev.plumbline.model.Environment;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Revision;
import java.util.Optional;

/// Whether a commit may be applied: by default only what the declared remote branch reaches.
final class Review {

  private Review() {}

  /// Why a commit is not reviewed; empty when it is. A clone without a remote has nothing that was
  /// reviewed, and works unless the environment requires review.
  static Optional<Problem> missing(GitRepository git, Environment environment, Revision revision) {
    var tip = git.reviewedTip(environment.branch());
    if (tip.isEmpty()) {
      return git.remote().isPresent()
          ? Optional.of(
              new Problem.Refused(
                  "The branch that "
                      + environment.name()
                      + " follows was not fetched from "
                      + git.remote().get(),
                  git.folder().toString(),
                  environment.reviewed()
                      ? environment.name() + " requires review: fetch it"
                      : "Fetch it, or give a reason for applying it unreviewed",
                  ""))
          : withoutRemote(git, environment);
    }
    return git.reaches(tip.get(), revision)
        ? Optional.empty()
        : Optional.of(
            new Problem.Refused(
                "Commit " + revision.shortId() + " is not on " + shortName(tip.get()),
                git.folder().toString(),
                environment.reviewed()
                    ? environment.name() + " requires review: merge it first"
                    : "Merge it, or give a reason for applying it unreviewed",
                ""));
  }

  private static Optional<Problem> withoutRemote(GitRepository git, Environment environment) {
    return environment.reviewed()
        ? Optional.of(
            new Problem.Refused(
                "This clone has no remote, so nothing in it is reviewed, and "
                    + environment.name()
                    + " requires review",
                git.folder().toString(),
                "Add the remote and fetch it",
                ""))
        : Optional.empty();
  }

  /// The branch on which a commit is reviewed: `origin/main`, `main` of a bare repository; empty
  /// when it is on none.
  static Optional<String> on(GitRepository git, Environment environment, Revision revision) {
    return git.reviewedTip(environment.branch())
        .filter(tip -> git.reaches(tip, revision))
        .map(Review::shortName);
  }

  /// Throws when a commit may not be applied with the given reason.
  static void require(
      GitRepository git, Environment environment, Revision revision, Optional<String> reason) {
    var missing = missing(git, environment, revision);
    if (missing.isPresent()
        && (environment.reviewed() || reason.filter(r -> !r.isBlank()).isEmpty())) {
      throw new dev.plumbline.model.ProblemException(missing.get());
    }
  }

  private static String shortName(Revision tip) {
    return tip.name().replaceFirst("^refs/(heads|remotes)/", "");
  }
}

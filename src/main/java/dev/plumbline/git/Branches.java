package dev.plumbline.git;

import dev.plumbline.git.GitRepository.Ref;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Revision;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/// Names of commits: branches, the remote that counts as reviewed, revision expressions.
final class Branches {

  /// Git's short form of HEAD, which JGit does not know.
  private static final Pattern AT = Pattern.compile("^@(?=$|[~^:])");

  private final Repository repository;
  private final Path folder;

  Branches(Repository repository, Path folder) {
    this.repository = repository;
    this.folder = folder;
  }

  Optional<String> remote() {
    return remoteOf(checkedOut());
  }

  private Optional<String> remoteOf(Optional<String> branch) {
    var config = repository.getConfig();
    Set<String> remotes = config.getSubsections("remote");
    var own = branch.map(b -> config.getString("branch", b, "remote")).filter(remotes::contains);
    if (own.isPresent()) {
      return own;
    }
    if (remotes.contains(Constants.DEFAULT_REMOTE_NAME)) {
      return Optional.of(Constants.DEFAULT_REMOTE_NAME);
    }
    return remotes.size() == 1 ? Optional.of(remotes.iterator().next()) : Optional.empty();
  }

  /// The branch that HEAD names, also one without commits; empty when HEAD is detached.
  private Optional<String> checkedOut() {
    return target(Constants.HEAD, Constants.R_HEADS);
  }

  private Optional<String> target(String symbolic, String prefix) {
    try {
      var ref = repository.exactRef(symbolic);
      return ref != null && ref.isSymbolic() && ref.getTarget().getName().startsWith(prefix)
          ? Optional.of(ref.getTarget().getName().substring(prefix.length()))
          : Optional.empty();
    } catch (IOException e) {
      throw unreadable(symbolic, e);
    }
  }

  Optional<String> defaultBranch() {
    return remote()
        .map(r -> Constants.R_REMOTES + r + "/")
        .flatMap(prefix -> target(prefix + Constants.HEAD, prefix))
        .or(this::checkedOut);
  }

  Revision tip(Optional<String> branch) {
    var wanted = branch.or(this::defaultBranch);
    return tracked(wanted)
        .or(() -> wanted.flatMap(b -> exact(Constants.R_HEADS + b)))
        .or(() -> exact(Constants.HEAD))
        .orElseThrow(() -> new ProblemException(noCommits()));
  }

  Optional<Revision> reviewedTip(Optional<String> branch) {
    var wanted = branch.or(this::defaultBranch);
    var tracked = tracked(wanted);
    // Nobody commits in a bare repository: what `git clone --bare` or a push put there is what the
    // remote had.
    return tracked.isPresent() || !repository.isBare()
        ? tracked
        : wanted.flatMap(b -> exact(Constants.R_HEADS + b));
  }

  private Optional<Revision> tracked(Optional<String> branch) {
    return branch.flatMap(
        b -> remoteOf(branch).flatMap(r -> exact(Constants.R_REMOTES + r + "/" + b)));
  }

  private Optional<Revision> exact(String name) {
    try {
      var ref = repository.exactRef(name);
      return ref == null || ref.getObjectId() == null
          ? Optional.empty()
          : Optional.of(new Revision(ref.getObjectId().name(), name));
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  private Problem noCommits() {
    var others =
        refs().stream()
            .map(Ref::name)
            .filter(n -> n.startsWith(Constants.R_HEADS))
            .map(Repository::shortenRefName)
            .limit(10)
            .collect(Collectors.joining(", "));
    if (others.isEmpty()) {
      return new Problem.NotFound(
          "The repository has no commits yet", folder.toString(), "Commit something first", "");
    }
    return new Problem.NotFound(
        "HEAD names the branch "
            + checkedOut().orElse("")
            + ", which has no commits; the repository has "
            + others,
        folder.toString(),
        "Name a branch",
        "");
  }

  Revision resolve(String revision) {
    if (revision.isBlank()) {
      throw invalid("A revision is empty", null);
    }
    try (var walk = new RevWalk(repository)) {
      var id = repository.resolve(AT.matcher(revision).replaceFirst("HEAD"));
      if (id == null) {
        id = remoteHead(revision);
      }
      if (id == null) {
        throw new ProblemException(
            revision.equals(Constants.HEAD) ? noCommits() : notThere(revision, ""));
      }
      if (walk.peel(walk.parseAny(id)) instanceof RevCommit commit) {
        return new Revision(commit.name(), revision);
      }
      throw invalid(revision + " is not a commit", null);
    } catch (AmbiguousObjectException e) {
      var all = e.getCandidates().stream().map(ObjectId::name).collect(Collectors.joining(", "));
      throw new ProblemException(
          new Problem.Invalid(
              revision + " is ambiguous", folder.toString(), "Give more digits", all),
          e);
    } catch (IncorrectObjectTypeException e) {
      throw invalid(revision + " is not a commit", e);
    } catch (MissingObjectException e) {
      throw new ProblemException(notThere(revision, Objects.words(e)), e);
    } catch (IndexOutOfBoundsException | IllegalArgumentException | NullPointerException e) {
      // JGit's parser gives these on expressions it does not expect, as main@{upstream}@{upstream}
      throw invalid(revision + " is not a revision", e);
    } catch (IOException e) {
      throw unreadable(revision, e);
    }
  }

  /// Git also takes the name of a remote for its HEAD; JGit does not.
  private @Nullable ObjectId remoteHead(String name) throws IOException {
    if (!repository.getConfig().getSubsections("remote").contains(name)) {
      return null;
    }
    var ref = repository.exactRef(Constants.R_REMOTES + name + "/" + Constants.HEAD);
    return ref == null ? null : ref.getObjectId();
  }

  private Problem notThere(String revision, String detail) {
    return new Problem.NotFound(
        "There is no revision " + revision,
        folder.toString(),
        "Check the name, or fetch it first",
        detail);
  }

  private ProblemException invalid(String what, @Nullable Exception e) {
    var problem =
        new Problem.Invalid(
            what,
            folder.toString(),
            "Name a branch, a tag or a commit id",
            e == null ? "" : Objects.words(e));
    return e == null ? new ProblemException(problem) : new ProblemException(problem, e);
  }

  List<Ref> refs() {
    try (var walk = new RevWalk(repository)) {
      var database = repository.getRefDatabase();
      var refs = new ArrayList<Ref>();
      for (var prefix : List.of(Constants.R_HEADS, Constants.R_REMOTES, Constants.R_TAGS)) {
        for (var ref : database.getRefsByPrefix(prefix)) {
          if (ref.isSymbolic() || ref.getObjectId() == null) {
            continue;
          }
          if (!prefix.equals(Constants.R_TAGS)) {
            refs.add(new Ref(ref.getName(), ref.getObjectId().name()));
          } else if (walk.peel(walk.parseAny(ref.getObjectId())) instanceof RevCommit commit) {
            refs.add(new Ref(ref.getName(), commit.name()));
          }
        }
      }
      refs.sort(Comparator.comparing(Ref::name));
      return List.copyOf(refs);
    } catch (IOException e) {
      throw unreadable("refs", e);
    }
  }

  private ProblemException unreadable(String name, IOException e) {
    return new ProblemException(
        new Problem.Unexpected(
            name + " cannot be read", folder.toString(), "Run git fsck", Objects.words(e)),
        e);
  }
}

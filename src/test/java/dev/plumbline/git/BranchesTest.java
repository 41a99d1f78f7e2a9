package dev.plumbline.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumbline.git.GitRepository.Ref;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which commit a name, a branch, or no name at all stands for.
class BranchesTest {

  private static final Optional<String> NONE = Optional.empty();
  private static final Optional<String> SIDE = Optional.of("side");
  private static final Optional<String> GONE = Optional.of("gone");

  @TempDir Path temp;
  private Git upstream = Git.at(Path.of(""));
  private String main = "";
  private String side = "";

  @BeforeEach
  void upstreamHasMainAndSide() {
    upstream = Git.init(temp.resolve("upstream"));
    upstream.commit("a", "1");
    upstream.run("checkout", "-q", "-b", "side");
    side = upstream.commit("a", "side");
    upstream.run("checkout", "-q", "main");
    main = upstream.commit("a", "main");
  }

  private Git cloned(String... options) {
    var to = temp.resolve("clone");
    var argv = new java.util.ArrayList<>(List.of("clone", "-q"));
    argv.addAll(List.of(options));
    argv.addAll(List.of(".", to.toString()));
    upstream.run(argv.toArray(String[]::new));
    return Git.at(to);
  }

  @Test
  void aCloneComparesWithWhatItsRemoteHas() {
    var clone = cloned();
    var local = clone.commit("b", "not pushed");
    try (var repository = GitRepository.open(clone.folder())) {
      assertThat(repository.remote()).contains("origin");
      assertThat(repository.defaultBranch()).contains("main");
      assertTip(repository, NONE, main, "refs/remotes/origin/main");
      assertTip(repository, SIDE, side, "refs/remotes/origin/side");
      assertTip(repository, GONE, local, "HEAD");
      assertThat(reviewed(repository, NONE)).contains(main);
      assertThat(reviewed(repository, SIDE)).contains(side);
      assertThat(reviewed(repository, GONE)).isEmpty();
    }
  }

  @Test
  void theRemotesHeadIsTheDefaultEvenWhenAnotherBranchIsCheckedOut() {
    var clone = cloned();
    clone.run("checkout", "-q", "side");
    try (var repository = GitRepository.open(clone.folder())) {
      assertThat(repository.defaultBranch()).contains("main");
      assertTip(repository, NONE, main, "refs/remotes/origin/main");
    }
    clone.run("remote", "set-head", "origin", "--delete");
    try (var repository = GitRepository.open(clone.folder())) {
      assertThat(repository.defaultBranch()).contains("side");
      assertTip(repository, NONE, side, "refs/remotes/origin/side");
    }
  }

  @Test
  void aCloneWithoutARemoteHasNothingReviewed() {
    try (var repository = GitRepository.open(upstream.folder())) {
      assertThat(repository.remote()).isEmpty();
      assertThat(repository.defaultBranch()).contains("main");
      assertTip(repository, NONE, main, "refs/heads/main");
      assertTip(repository, SIDE, side, "refs/heads/side");
      assertThat(reviewed(repository, NONE)).isEmpty();
      assertThat(reviewed(repository, SIDE)).isEmpty();
    }
  }

  @Test
  void aBareRepositoryWithoutARemoteIsItsOwnRemote() {
    var bare = cloned("--bare");
    bare.run("remote", "remove", "origin");
    try (var repository = GitRepository.open(bare.folder())) {
      assertThat(repository.remote()).isEmpty();
      assertTip(repository, NONE, main, "refs/heads/main");
      assertThat(reviewed(repository, NONE)).contains(main);
      assertThat(reviewed(repository, SIDE)).contains(side);
      assertThat(reviewed(repository, GONE)).isEmpty();
    }
  }

  @Test
  void aBareCloneOfOursReadsTheRemoteBranches() {
    var bare = cloned("--bare");
    bare.run("config", "remote.origin.fetch", "+refs/heads/*:refs/remotes/origin/*");
    bare.run("fetch", "-q", "origin");
    var newer = upstream.commit("a", "newer");
    bare.run("fetch", "-q", "origin");
    try (var repository = GitRepository.open(bare.folder())) {
      assertThat(repository.remote()).contains("origin");
      assertTip(repository, NONE, newer, "refs/remotes/origin/main");
      assertThat(reviewed(repository, NONE)).contains(newer);
      assertThat(repository.resolve("main").id()).isEqualTo(main);
    }
  }

  @Test
  void aBranchThatTracksAnotherRemoteIsReviewedThere() {
    var clone = cloned();
    clone.run("remote", "add", "fork", ".");
    clone.run("fetch", "-q", "fork");
    clone.run("branch", "-q", "side", "origin/side");
    clone.run("config", "branch.side.remote", "fork");
    clone.run("update-ref", "refs/remotes/fork/side", main);
    try (var repository = GitRepository.open(clone.folder())) {
      assertTip(repository, SIDE, main, "refs/remotes/fork/side");
      assertThat(reviewed(repository, SIDE)).contains(main);
      assertThat(repository.remote()).contains("origin");
    }
    clone.run("checkout", "-q", "side");
    try (var repository = GitRepository.open(clone.folder())) {
      assertThat(repository.remote()).contains("fork");
    }
  }

  @Test
  void theOnlyRemoteCountsWhateverItsName() {
    var clone = cloned("--origin", "company");
    try (var repository = GitRepository.open(clone.folder())) {
      assertThat(repository.remote()).contains("company");
      assertTip(repository, SIDE, side, "refs/remotes/company/side");
    }
    clone.run("config", "--unset", "branch.main.remote");
    clone.run("remote", "add", "other", "elsewhere");
    try (var repository = GitRepository.open(clone.folder())) {
      assertThat(repository.remote()).as("two remotes, none is named origin").isEmpty();
    }
  }

  @Test
  void aDetachedHeadIsTheTipWhereNoBranchIsKnown() {
    upstream.run("checkout", "-q", "--detach", "side");
    try (var repository = GitRepository.open(upstream.folder())) {
      assertThat(repository.defaultBranch()).isEmpty();
      assertTip(repository, NONE, side, "HEAD");
      assertTip(repository, Optional.of("main"), main, "refs/heads/main");
      assertThat(reviewed(repository, NONE)).isEmpty();
    }
  }

  @Test
  void expressionsResolveAsGitResolvesThem() {
    var clone = cloned();
    clone.run("tag", "-m", "annotated", "v1", "origin/side");
    clone.run("tag", "-m", "tag of a tag", "v2", "v1");
    clone.run("tag", "light", "HEAD~1");
    var names =
        List.of(
            "HEAD",
            "@",
            "main",
            "origin/side",
            "origin",
            "v1",
            "v2",
            "light",
            "HEAD~1",
            "HEAD^",
            "v1^{commit}",
            "refs/heads/main",
            "heads/main",
            main,
            main.substring(0, 12),
            "v1~1");
    try (var repository = GitRepository.open(clone.folder())) {
      for (var name : names) {
        var revision = repository.resolve(name);
        assertThat(revision.id())
            .as(name)
            .isEqualTo(clone.run("rev-parse", "--verify", name + "^{commit}"));
        assertThat(revision.name()).isEqualTo(name);
      }
    }
  }

  @Test
  void whatIsNoRevisionHasItsOwnWords() {
    var clone = cloned();
    clone.run("tag", "content", "HEAD:a");
    try (var repository = GitRepository.open(clone.folder())) {
      for (var name : List.of("nowhere", "HEAD~99", "HEAD^7", "f".repeat(40), "feature/x")) {
        assertThat(problem(repository, name)).as(name).isInstanceOf(Problem.NotFound.class);
        assertThat(problem(repository, name).what()).isEqualTo("There is no revision " + name);
      }
      for (var name : List.of("", " ", "HEAD:a", "content", "HEAD^{tree}", "HEAD^{")) {
        assertThat(problem(repository, name)).as(name).isInstanceOf(Problem.Invalid.class);
      }
      for (var name :
          List.of(
              "a..b",
              "--all",
              "-",
              "^",
              "~",
              "@{",
              "@{1}",
              ":/x",
              "HEAD@{x}",
              "\0",
              "a\nb",
              "HEAD^{/x}",
              "@{-1}",
              "@{u}",
              "^HEAD",
              "HEAD~99999999999",
              "../x",
              "refs/heads/",
              "HEAD^-",
              "main@{upstream}@{upstream}",
              "config",
              "objects",
              "-g-g1234567")) {
        assertThat(catchThrowableOfType(RuntimeException.class, () -> repository.resolve(name)))
            .as(name)
            .satisfiesAnyOf(
                e -> assertThat(e).isNull(),
                e -> assertThat(e).isInstanceOf(ProblemException.class));
      }
    }
  }

  @Test
  void anAmbiguousIdNamesItsCandidates() {
    var git = Git.init(temp.resolve("many.git"), "--bare");
    var tree = git.feed(new byte[0], "mktree");
    var seen = new java.util.HashMap<String, String>();
    var prefix = "";
    for (int i = 0; prefix.isEmpty(); i++) {
      var id = git.run("commit-tree", tree, "-m", "c" + i);
      if (seen.put(id.substring(0, 4), id) != null) {
        prefix = id.substring(0, 4);
      }
      if (i > 2000) {
        throw new AssertionError("no clash of four digits");
      }
    }
    try (var repository = GitRepository.open(git.folder())) {
      var problem = problem(repository, prefix);
      assertThat(problem).isInstanceOf(Problem.Invalid.class);
      assertThat(problem.what()).contains("ambiguous");
      assertThat(problem.detail()).contains(seen.get(prefix));
    }
  }

  @Test
  void refsArePeeledAndSorted() {
    var clone = cloned();
    clone.run("tag", "-m", "annotated", "v1", "origin/side");
    clone.run("tag", "content", "HEAD:a");
    try (var repository = GitRepository.open(clone.folder())) {
      assertThat(repository.refs())
          .containsExactly(
              new Ref("refs/heads/main", main),
              new Ref("refs/remotes/origin/main", main),
              new Ref("refs/remotes/origin/side", side),
              new Ref("refs/tags/v1", side));
    }
    clone.run("pack-refs", "--all");
    try (var repository = GitRepository.open(clone.folder())) {
      assertThat(repository.refs()).hasSize(4).contains(new Ref("refs/tags/v1", side));
    }
  }

  private static void assertTip(
      GitRepository repository, Optional<String> branch, String id, String name) {
    var tip = repository.tip(branch);
    assertThat(tip.id()).isEqualTo(id);
    assertThat(tip.name()).isEqualTo(name);
  }

  private static Optional<String> reviewed(GitRepository repository, Optional<String> branch) {
    return repository.reviewedTip(branch).map(r -> r.id());
  }

  private static Problem problem(GitRepository repository, String name) {
    return catchThrowableOfType(ProblemException.class, () -> repository.resolve(name)).problem();
  }
}

package dev.plumbline.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.Commit;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// History against `git rev-list` on seeded random histories.
class LogTest {

  @TempDir Path temp;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void logIsAsGitsDateOrder(long seed) {
    var git = RandomHistory.write(temp.resolve("r.git"), seed, 150);
    try (var repository = GitRepository.open(git.folder())) {
      var tip = repository.resolve("main");
      var all = git.lines("rev-list", "--date-order", "main");
      assertThat(ids(repository.log(tip, "", 0, Cancel.never()))).isEqualTo(all).hasSize(150);
      assertThat(ids(repository.log(tip, "", 7, Cancel.never()))).isEqualTo(all.subList(0, 7));
      int shown = 0;
      for (var path : RandomHistory.PATHS) {
        var expected = git.lines("rev-list", "--date-order", "main", "--", path);
        assertThat(ids(repository.log(tip, path, 0, Cancel.never()))).as(path).isEqualTo(expected);
        assertThat(repository.lastChange(tip, path, Cancel.never()).map(Commit::id))
            .as("last change of %s", path)
            .isEqualTo(git.lines("rev-list", "-1", "main", "--", path).stream().findFirst());
        assertThat(ids(repository.log(tip, path + "/", 0, Cancel.never()))).isEqualTo(expected);
        shown += expected.size();
      }
      assertThat(shown).isGreaterThan(20);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12})
  void aCommitGraphOfGitChangesNothing(long seed) {
    var git = RandomHistory.write(temp.resolve("r.git"), seed, 80);
    git.run("repack", "-adq");
    git.run("commit-graph", "write", "--reachable", "--changed-paths");
    try (var repository = GitRepository.open(git.folder())) {
      var tip = repository.resolve("main");
      for (var path : RandomHistory.PATHS) {
        assertThat(ids(repository.log(tip, path, 0, Cancel.never())))
            .as(path)
            .isEqualTo(git.lines("rev-list", "--date-order", "main", "--", path));
      }
    }
  }

  @Test
  void reachesIsAsMergeBase() {
    var git = RandomHistory.write(temp.resolve("r.git"), 21, 60);
    var all = git.lines("rev-list", "main");
    try (var repository = GitRepository.open(git.folder())) {
      for (int i = 0; i < all.size(); i += 7) {
        var from = repository.resolve(all.get(i));
        var below = git.lines("rev-list", from.id());
        for (var id : all) {
          assertThat(repository.reaches(from, repository.resolve(id)))
              .isEqualTo(below.contains(id));
        }
      }
    }
  }

  @Test
  void aShallowCloneEndsWhereItWasCut() {
    var git = RandomHistory.write(temp.resolve("r.git"), 31, 60);
    Git.init(temp.resolve("other"))
        .run(
            "clone",
            "-q",
            "--bare",
            "--depth",
            "5",
            git.folder().toUri().toString(),
            temp.resolve("cut.git").toString());
    var cut = Git.at(temp.resolve("cut.git"));
    try (var repository = GitRepository.open(cut.folder())) {
      var expected = cut.lines("rev-list", "--date-order", "main");
      assertThat(expected.size()).isLessThan(60);
      assertThat(ids(repository.log(repository.resolve("main"), "", 0, Cancel.never())))
          .isEqualTo(expected);
      assertThat(ids(repository.log(repository.resolve("main"), "apps", 0, Cancel.never())))
          .isEqualTo(cut.lines("rev-list", "--date-order", "main", "--", "apps"));
      cut.run("fetch", "-q", "--unshallow", "origin", "main");
      assertThat(ids(repository.log(repository.resolve("main"), "", 0, Cancel.never())))
          .as("after the rest was fetched")
          .isEqualTo(cut.lines("rev-list", "--date-order", "main"))
          .hasSize(60);
    }
  }

  @Test
  void anOldModeAndAnEmptyTreeAreNoChange() {
    var git = Git.init(temp.resolve("r.git"), "--bare");
    var blob = git.feed(new byte[] {'a'}, "hash-object", "-w", "--stdin");
    var empty = git.feed(new byte[0], "mktree");
    var file = tree(git, "100644 blob " + blob + "\tf");
    var mixed = tree(git, "100644 blob " + blob + "\tf\n040000 tree " + empty + "\tvoid");
    var first = commit(git, tree(git, "040000 tree " + file + "\td"));
    var second = commit(git, tree(git, "040000 tree " + mixed + "\td"), first);
    var gone = commit(git, tree(git, "100644 blob " + blob + "\tother"), second);
    var hollow = commit(git, tree(git, "040000 tree " + empty + "\td"), gone);
    git.run("update-ref", "refs/heads/main", hollow);
    var expected = git.lines("rev-list", "--date-order", "main", "--", "d");
    assertThat(expected).containsExactly(gone, first);
    try (var repository = GitRepository.open(git.folder())) {
      assertThat(ids(repository.log(repository.resolve("main"), "d", 0, Cancel.never())))
          .isEqualTo(expected);
    }
  }

  @Test
  void aCancelledLogStops() {
    var git = RandomHistory.write(temp.resolve("r.git"), 41, 20);
    var cancel = new Cancel();
    cancel.cancel();
    try (var repository = GitRepository.open(git.folder())) {
      var tip = repository.tip(Optional.empty());
      assertThatThrownBy(() -> repository.log(tip, "", 0, cancel))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.problem()).isInstanceOf(Problem.Cancelled.class));
    }
  }

  private static String tree(Git git, String entries) {
    return git.feed((entries + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8), "mktree");
  }

  private static String commit(Git git, String tree, String... parents) {
    var args = new java.util.ArrayList<>(List.of("commit-tree", tree, "-m", "c"));
    for (var parent : parents) {
      args.addAll(List.of("-p", parent));
    }
    return git.run(args.toArray(String[]::new));
  }

  private static List<String> ids(List<Commit> commits) {
    return commits.stream().map(Commit::id).toList();
  }
}

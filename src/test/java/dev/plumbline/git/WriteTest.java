package dev.plumbline.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumbline.git.GitWriter.Change;
import dev.plumbline.model.Commit.Person;
import dev.plumbline.model.FileTree.Kind;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is written is what Git itself would have written, and nothing else of the repository moves.
class WriteTest {

  private static final Person ADA = person("Ada", "2026-03-01T09:30:00+05:30");
  private static final Person BOB = person("Bob", "2026-03-01T10:00:00-03:00");
  private static final Optional<String> NONE = Optional.empty();

  @TempDir Path temp;

  @Test
  void aHistoryWithMergeAndTagsPassesGitsOwnCheck() {
    var folder = temp.resolve("shop.git");
    try (var repository = GitRepository.initBare(folder, "main")) {
      var writer = repository.writer();
      var a = writer.blob(bytes("a: 1\n"));
      var tree = writer.tree(NONE, Map.of("apps/a.yaml", Change.file(a)));
      var first = writer.commit(tree, List.of(), ADA, ADA, "First");
      var more =
          writer.tree(
              Optional.of(first),
              Map.of(
                  "apps/b", new Change.Put(Kind.EXECUTABLE, writer.blob(bytes("#!/bin/sh\n"))),
                  "apps/link", new Change.Put(Kind.LINK, writer.blob(bytes("a.yaml")))));
      var second = writer.commit(more, List.of(first), ADA, BOB, "Second\n\nWhy.\n");
      var merge = writer.commit(more, List.of(second, first), BOB, BOB, "Merge");
      writer.updateRef("refs/heads/main", first, NONE);
      writer.updateRef("refs/heads/main", merge, Optional.of(first));
      writer.updateRef("refs/tags/light", first, NONE);
      writer.tag("v1", merge, BOB, "Version 1");

      var git = Git.at(folder);
      assertThat(git.run("fsck", "--strict", "--no-dangling")).isEmpty();
      assertThat(git.run("log", "--format=%s|%an|%aI|%cn|%cI", "v1"))
          .isEqualTo(
              """
              Merge|Bob|2026-03-01T10:00:00-03:00|Bob|2026-03-01T10:00:00-03:00
              Second|Ada|2026-03-01T09:30:00+05:30|Bob|2026-03-01T10:00:00-03:00
              First|Ada|2026-03-01T09:30:00+05:30|Ada|2026-03-01T09:30:00+05:30\
              """);
      assertThat(git.run("ls-tree", "-r", "--format=%(objectmode) %(path)", "main"))
          .isEqualTo("100644 apps/a.yaml\n100755 apps/b\n120000 apps/link");
      assertThat(git.run("cat-file", "-t", "v1")).isEqualTo("tag");
      assertThat(git.run("rev-parse", "light", "main")).isEqualTo(first + "\n" + merge);
      assertThat(git.run("symbolic-ref", "HEAD")).isEqualTo("refs/heads/main");
      assertThat(repository.tip(NONE).id()).isEqualTo(merge);
    }
  }

  @Test
  void commitAndTagAreGitsBytes() {
    var git = Git.init(temp.resolve("one"));
    var parent = git.commit("a", "1");
    var tree = git.run("rev-parse", "HEAD^{tree}");
    try (var repository = GitRepository.open(git.folder())) {
      var writer = repository.writer();
      for (var message : List.of("ä subject", "Two\n\nlines\n", "", "trailing \n\n\n")) {
        var commit =
            git.feed(
                bytes(
                    "tree "
                        + tree
                        + "\nparent "
                        + parent
                        + "\nauthor Ada Ö <ada@example.org>"
                        + " 1772337600 +0530\ncommitter Bob <bob@example.org> 4102444800 -0330\n\n"
                        + (message.isEmpty() || message.endsWith("\n") ? message : message + "\n")),
                "hash-object",
                "-t",
                "commit",
                "--stdin");
        assertThat(
                writer.commit(
                    tree,
                    List.of(parent, parent),
                    new Person("Ada Ö", "ada@example.org", ADA.time()),
                    person("Bob", "2099-12-31T20:30:00-03:30"),
                    message))
            .isEqualTo(commit);
      }
    }
  }

  @Test
  void treesAreGitsTreesWhateverChanges() {
    for (long seed = 1; seed <= 3; seed++) {
      var git = Git.init(temp.resolve("random" + seed), "--bare");
      try (var repository = GitRepository.open(git.folder())) {
        var changes = new RandomChanges(seed);
        var writer = repository.writer();
        var tree = writer.tree(NONE, Map.of());
        for (int round = 0; round < 60; round++) {
          var next = changes.next(writer);
          tree = writer.tree(Optional.of(tree), next);
          assertThat(tree)
              .as("seed %s round %s: %s", seed, round, next)
              .isEqualTo(changes.asGitWrites(git));
        }
      }
      assertThat(git.run("fsck", "--strict", "--no-dangling")).isEmpty();
    }
  }

  @Test
  void whatGitWouldRefuseIsRefused() {
    try (var repository = GitRepository.initBare(temp.resolve("strict.git"), "main")) {
      var writer = repository.writer();
      var file = Change.file(writer.blob(bytes("x")));
      for (var path :
          List.of(
              "",
              "/",
              "a/",
              "/a",
              "a//b",
              ".",
              "..",
              "a/../b",
              ".git/config",
              "a/.GIT/x",
              "git~1",
              ".git ",
              ".g\u200cit",
              "a\0b",
              "\ud800")) {
        assertThat(problem(() -> writer.tree(NONE, Map.of(path, file))))
            .as(path)
            .isInstanceOf(Problem.Invalid.class);
      }
      assertThat(problem(() -> writer.tree(NONE, Map.of("a", file, "a/b", file))).what())
          .contains("The path a ");
      var tree = writer.tree(NONE, Map.of("a", file));
      var nobody = new Person(" <\n> ", "", ADA.time());
      assertThat(problem(() -> writer.commit(tree, List.of(), nobody, ADA, "x")))
          .isInstanceOf(Problem.Invalid.class);
      assertThat(problem(() -> writer.commit(tree, List.of(), ADA, ADA, "a\0b")))
          .isInstanceOf(Problem.Invalid.class);
      assertThat(problem(() -> writer.commit(tree, List.of(tree), ADA, ADA, "x")))
          .isInstanceOf(Problem.Invalid.class);
      assertThat(problem(() -> writer.commit("f".repeat(40), List.of(), ADA, ADA, "x")))
          .isInstanceOf(Problem.NotFound.class);
      assertThat(problem(() -> writer.tree(NONE, Map.of("a", Change.file("f".repeat(40))))))
          .isInstanceOf(Problem.NotFound.class);
      var commit = writer.commit(tree, List.of(), ADA, ADA, "x");
      for (var ref : List.of("main", "refs/heads/", "refs/heads/a..b", "refs/heads/-/.x", "HEAD")) {
        assertThat(problem(() -> writer.updateRef(ref, commit, NONE)))
            .as(ref)
            .isInstanceOf(Problem.Invalid.class);
      }
    }
  }

  @Test
  void somebodyElsesRefIsNotMoved() throws IOException {
    var git = Git.init(temp.resolve("clone"));
    var first = git.commit("a", "1");
    var second = git.commit("a", "2");
    git.run("branch", "-q", "side", first);
    git.run("branch", "-q", "linked", first);
    git.run("branch", "-q", "rebased", first);
    git.run("worktree", "add", "-q", temp.resolve("linked").toString(), "linked");
    git.run("worktree", "add", "-q", temp.resolve("rebased").toString(), "rebased");
    var halfWay = git.folder().resolve(".git/worktrees/rebased");
    Files.createDirectories(halfWay.resolve("rebase-merge"));
    Files.writeString(halfWay.resolve("rebase-merge/head-name"), "refs/heads/rebased\n");
    Git.at(temp.resolve("rebased")).run("checkout", "-q", "--detach");
    git.run("symbolic-ref", "refs/heads/alias", "refs/heads/side");
    var config = Files.readString(git.folder().resolve(".git/config"));
    var index = Files.readAllBytes(git.folder().resolve(".git/index"));
    try (var repository = GitRepository.open(git.folder());
        var linked = GitRepository.open(temp.resolve("linked"))) {
      for (var writer : List.of(repository.writer(), linked.writer())) {
        for (var name :
            List.of(
                "heads/main",
                "heads/linked",
                "heads/rebased",
                "heads/alias",
                "remotes/origin/main")) {
          assertThat(problem(() -> writer.updateRef("refs/" + name, second, Optional.of(first))))
              .as(name)
              .isInstanceOf(Problem.Refused.class);
        }
      }
      var writer = repository.writer();
      for (var expected : List.of(NONE, Optional.of(second))) {
        assertThat(problem(() -> writer.updateRef("refs/heads/side", second, expected)))
            .isInstanceOf(Problem.Conflict.class);
      }
      assertThat(problem(() -> writer.updateRef("refs/heads/new", second, Optional.of(first))))
          .isInstanceOf(Problem.Conflict.class);
      assertThat(problem(() -> writer.deleteRef("refs/heads/side", second)))
          .isInstanceOf(Problem.Conflict.class);
      assertThat(git.run("rev-parse", "side")).isEqualTo(first);
      writer.updateRef("refs/heads/side", second, Optional.of(first));
      writer.updateRef("refs/heads/plumbline/x", first, NONE);
      assertThat(git.run("rev-parse", "side", "plumbline/x")).isEqualTo(second + "\n" + first);
      writer.deleteRef("refs/heads/plumbline/x", first);
      assertThat(git.run("branch", "--list", "plumbline/*")).isEmpty();
    }
    assertThat(git.run("status", "--porcelain")).isEmpty();
    assertThat(Files.readString(git.folder().resolve(".git/config"))).isEqualTo(config);
    assertThat(Files.readAllBytes(git.folder().resolve(".git/index"))).isEqualTo(index);
  }

  @Test
  void aNewRepositoryNeedsAnEmptyFolder() throws IOException {
    Files.writeString(temp.resolve("mine"), "x");
    assertThat(problem(() -> GitRepository.initBare(temp, "main")).what()).contains("not empty");
    assertThat(problem(() -> GitRepository.initBare(temp.resolve("b"), "a..b")))
        .isInstanceOf(Problem.Invalid.class);
  }

  private static Problem problem(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(ProblemException.class, call).problem();
  }

  private static Person person(String name, String time) {
    return new Person(
        name, name.toLowerCase(java.util.Locale.ROOT) + "@example.org", OffsetDateTime.parse(time));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

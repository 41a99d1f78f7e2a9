package dev.plumbline.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A repository that others write, pack, or damage while it is open.
class ChangingTest {

  private static final Optional<String> NONE = Optional.empty();

  /// Held, so that its level stays: it logs each damage at length.
  private static final Logger JGIT = Logger.getLogger("org.eclipse.jgit");

  @TempDir Path temp;

  @Test
  void newCommitsPackedRefsAndRemotesAreSeen() {
    var git = Git.init(temp.resolve("r"));
    git.commit("a", "1");
    try (var repository = GitRepository.open(git.folder())) {
      for (int i = 2; i < 6; i++) {
        var id = git.commit("a", String.valueOf(i));
        git.run("pack-refs", "--all");
        assertThat(repository.tip(NONE).id()).isEqualTo(id);
        git.run("branch", "b" + i);
        assertThat(repository.resolve("b" + i).id()).isEqualTo(id);
      }
      git.run("remote", "add", "origin", "nowhere");
      git.run("update-ref", "refs/remotes/origin/main", "HEAD~1");
      assertThat(repository.remote()).contains("origin");
      assertThat(repository.tip(NONE).name()).isEqualTo("refs/remotes/origin/main");
    }
  }

  @Test
  void repackingUnderAnOpenRepositoryLosesNothing() {
    var git = RandomHistory.write(temp.resolve("r.git"), 51, 60);
    try (var repository = GitRepository.open(git.folder())) {
      var tree = repository.tree(repository.tip(NONE));
      var files = tree.under("");
      git.run("repack", "-adfq", "--depth=5");
      git.run("prune-packed");
      files.forEach(f -> assertThat(tree.bytes(f)).isNotEmpty());
      git.run("gc", "-q", "--prune=now");
      assertThat(repository.log(repository.tip(NONE), "apps", 0, Cancel.never()))
          .hasSameSizeAs(git.lines("rev-list", "main", "--", "apps"));
    }
  }

  @Test
  void aReftableRepositoryIsRead() throws IOException {
    var git = Git.init(temp.resolve("r"));
    var id = git.commit("a", "1");
    try (var file = new FileRepository(git.folder().resolve(".git").toFile())) {
      file.convertRefStorage("reftable", false, false);
    }
    try (var repository = GitRepository.open(git.folder())) {
      assertThat(repository.tip(NONE).id()).isEqualTo(id);
      assertThat(repository.refs()).extracting(GitRepository.Ref::name).contains("refs/heads/main");
    }
  }

  @Test
  void aPartialCloneSaysHowToGetTheRest() {
    var git = Git.init(temp.resolve("r"));
    git.commit("a", "1");
    git.commit("a", "2");
    git.run("config", "uploadpack.allowFilter", "true");
    git.run(
        "clone",
        "-q",
        "--bare",
        "--filter=blob:none",
        git.folder().toUri().toString(),
        temp.resolve("part.git").toString());
    try (var repository = GitRepository.open(temp.resolve("part.git"))) {
      var tree = repository.tree(repository.resolve("main"));
      assertThat(repository.log(repository.resolve("main"), "a", 0, Cancel.never())).hasSize(2);
      var file = tree.entry("a").orElseThrow();
      assertThat(catchThrowable(() -> tree.bytes(file)))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.problem().whatToDo()).contains("--refetch"));
    }
  }

  @Test
  void damagedPacksAndRefsGiveProblemsAndNothingElse() throws IOException {
    var git = RandomHistory.write(temp.resolve("r.git"), 61, 40);
    git.run("repack", "-adfq");
    git.run("pack-refs", "--all");
    JGIT.setLevel(Level.OFF);
    var random = new Random(7);
    int failed = 0;
    for (var file : damageable(git.folder())) {
      assertThat(file.toFile().setWritable(true)).isTrue();
      var good = Files.readAllBytes(file);
      for (int i = 0; i < 24; i++) {
        var bad = good.clone();
        for (int n = 0; n <= i % 4; n++) {
          bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
        }
        Files.write(file, i % 5 == 0 ? java.util.Arrays.copyOf(bad, bad.length / 2) : bad);
        var thrown = catchThrowable(() -> readAll(git.folder()));
        if (thrown != null) {
          assertThat(thrown)
              .as("%s, %d", file.getFileName(), i)
              .isInstanceOf(ProblemException.class);
          failed++;
        }
      }
      Files.write(file, good);
    }
    JGIT.setLevel(null);
    readAll(git.folder());
    assertThat(failed).isGreaterThan(20);
  }

  private static List<Path> damageable(Path folder) throws IOException {
    try (var packs = Files.list(folder.resolve("objects/pack"))) {
      return java.util.stream.Stream.concat(
              packs.filter(p -> p.toString().matches(".*\\.(pack|idx)")),
              java.util.stream.Stream.of(folder.resolve("packed-refs"), folder.resolve("HEAD")))
          .sorted()
          .toList();
    }
  }

  private static void readAll(Path folder) {
    try (var repository = GitRepository.open(folder)) {
      var tip = repository.tip(NONE);
      repository.refs();
      repository.resolve("main~3");
      repository.log(tip, "", 0, Cancel.never());
      repository.log(tip, "apps/shop", 0, Cancel.never());
      var tree = repository.tree(tip);
      tree.under("").forEach(f -> new String(tree.bytes(f), StandardCharsets.UTF_8));
    }
  }
}

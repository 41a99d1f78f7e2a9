package dev.plumbline.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Work;
import dev.plumbline.git.GitRepository;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.Commit;
import dev.plumbline.workspace.Workspaces;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The repository of the demo is a real one, and looks like one that people work in.
class DemoRepositoryTest {

  private static final Instant NOW = Instant.parse("2026-11-24T10:42:07Z");

  @TempDir private Path folder;

  @Test
  void hasAHistoryThatPeopleMade() {
    DemoRepository.write(folder.resolve("shop.git"), NOW, new Work("Write", "demo"));

    try (var git = GitRepository.open(folder.resolve("shop.git"))) {
      var log = git.log(git.tip(Optional.empty()), "", 0, new Cancel());
      assertThat(log).hasSizeGreaterThanOrEqualTo(60);
      assertThat(log.stream().map(c -> c.author().name()).distinct())
          .hasSizeGreaterThanOrEqualTo(6);
      assertThat(log.stream().filter(c -> c.parents().size() == 2)).hasSizeGreaterThanOrEqualTo(8);
      assertThat(log)
          .filteredOn(c -> c.subject().startsWith("Revert "))
          .singleElement()
          .satisfies(revert ->
              assertThat(log)
                  .filteredOn(c -> revert.body().contains("This reverts commit " + c.id()))
                  .singleElement()
                  .satisfies(c ->
                      assertThat(revert.subject()).isEqualTo("Revert \"" + c.subject() + "\"")));
      assertThat(log.getFirst().author().time().toInstant()).isEqualTo(NOW.minusSeconds(52 * 60));
      assertThat(log.getLast().author().time().toInstant())
          .isBefore(NOW.minusSeconds(20 * 24 * 3600));
      assertThat(git.refs().stream().map(GitRepository.Ref::name))
          .contains(
              "refs/heads/main",
              "refs/heads/search-keda",
              "refs/heads/web-dark",
              "refs/tags/checkout-2.14.1")
          .filteredOn(n -> n.startsWith("refs/tags/"))
          .hasSizeGreaterThanOrEqualTo(5);
    }
  }

  @Test
  void isSoundAndTheSameForTheSameMoment() throws IOException, InterruptedException {
    var first = DemoRepository.write(folder.resolve("a.git"), NOW, new Work("Write", "demo"));
    var second = DemoRepository.write(folder.resolve("b.git"), NOW, new Work("Write", "demo"));

    assertThat(second).isEqualTo(first);
    var fsck =
        new ProcessBuilder(
                "git", "-C", folder.resolve("a.git").toString(), "fsck", "--strict", "--full")
            .redirectErrorStream(true)
            .start();
    var said = new String(fsck.getInputStream().readAllBytes());
    assertThat(fsck.waitFor()).as(said).isZero();
    assertThat(said).doesNotContain("error", "warning", "missing");
  }

  @Test
  void declaresFourStagesOfFourApplications() {
    DemoRepository.write(folder.resolve("shop.git"), NOW, new Work("Write", "demo"));

    try (var git = GitRepository.open(folder.resolve("shop.git"))) {
      var workspace = Workspaces.read(git.tree(git.tip(Optional.empty())));
      assertThat(workspace.problems()).isEmpty();
      assertThat(workspace.remarks()).isEmpty();
      assertThat(
              workspace.environments().stream()
                  .map(e -> e.name().replaceFirst("/.*", ""))
                  .collect(Collectors.groupingBy(a -> a, Collectors.counting())))
          .containsOnlyKeys("checkout", "mailer", "search", "web")
          .allSatisfy((app, stages) -> assertThat(stages).isEqualTo(4));
      assertThat(
              git.lastChange(
                      git.tip(Optional.empty()),
                      "apps/checkout/prod-eu/payment-route.yaml",
                      new Cancel())
                  .map(Commit::author)
                  .map(Commit.Person::name))
          .contains("Noor Haddad");
    }
  }
}

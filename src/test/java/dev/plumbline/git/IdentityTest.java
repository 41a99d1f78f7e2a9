package dev.plumbline.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Cancel;
import dev.plumbline.process.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who commits, as Git would write it.
class IdentityTest {

  @TempDir Path temp;

  @Test
  void theRepositorysOwnConfigurationCounts() {
    var git = Git.init(temp.resolve("r"));
    git.run("config", "user.name", "Ada Lovelace");
    git.run("config", "user.email", "ada@example.org");
    try (var repository = GitRepository.open(git.folder())) {
      assertThat(repository.identity()).contains("Ada Lovelace <ada@example.org>");
    }
    git.run("config", "author.email", "work@example.org");
    try (var repository = GitRepository.open(git.folder())) {
      assertThat(repository.identity()).contains("Ada Lovelace <work@example.org>");
    }
  }

  @Test
  void gitIsAskedBecauseJGitDoesNotFollowIncludeIf() throws IOException {
    var git = Git.init(temp.resolve("r"));
    git.run("config", "user.name", "Ada");
    git.run("config", "user.email", "home@example.org");
    Files.writeString(temp.resolve("work.inc"), "[user]\n\temail = work@example.org\n");
    git.run("config", "includeIf.onbranch:main.path", temp.resolve("work.inc").toString());
    try (var repository = GitRepository.open(git.folder())) {
      assertThat(repository.identity()).contains("Ada <home@example.org>");
    }
    try (var repository = GitRepository.open(git.folder(), new Found(true))) {
      assertThat(repository.identity()).contains("Ada <work@example.org>");
    }
    try (var repository = GitRepository.open(git.folder(), new Found(false))) {
      assertThat(repository.identity()).contains("Ada <home@example.org>");
    }
  }

  /// Runs `git` through [Git], or says that there is none.
  private record Found(boolean git) implements Programs {
    @Override
    public String path() {
      return "";
    }

    @Override
    public Optional<Path> find(String program) {
      return git ? Optional.of(Path.of(program)) : Optional.empty();
    }

    @Override
    public Result run(Command command, Consumer<String> errors, Cancel cancel) {
      var argv = command.argv();
      var out = Git.at(command.folder()).run(argv.subList(1, argv.size()).toArray(String[]::new));
      return new Result(0, out, "", Duration.ZERO);
    }
  }
}

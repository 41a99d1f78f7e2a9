package dev.plumbline.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.Changes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a commit changed against `git diff-tree` on seeded random histories.
class FilesChangedTest {

  @TempDir Path temp;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void filesAreAsGitsDiffTree(long seed) {
    var git = RandomHistory.write(temp.resolve("r.git"), seed, 90);
    int changed = 0;
    try (var repository = GitRepository.open(git.folder())) {
      for (var line : git.lines("rev-list", "--parents", "main")) {
        var ids = line.split(" ", -1);
        var expected =
            ids.length > 1
                ? git.lines("diff-tree", "-r", "--no-renames", "--name-status", ids[1], ids[0])
                : git.lines("diff-tree", "-r", "--root", "--no-commit-id", "--name-status", ids[0]);
        var changes = repository.changes(repository.resolve(ids[0]), Cancel.never());
        assertThat(changes.files().stream().map(FilesChangedTest::asGit).toList())
            .isEqualTo(expected);
        assertThat(changes.more()).isZero();
        changed += changes.all();
      }
    }
    assertThat(changed).isGreaterThan(50);
  }

  @Test
  void moreThanAreNamedAreCounted() {
    var git = Git.init(temp.resolve("r.git"), "--bare");
    var stream =
        new StringBuilder("commit refs/heads/main\ncommitter B <b@x> 1 +0000\ndata 1\nx\n");
    for (int i = 0; i < 412; i++) {
      stream.append("M 100644 inline f/").append(i).append(".yaml\ndata 1\nx\n");
    }
    git.feed(stream.toString().getBytes(StandardCharsets.UTF_8), "fast-import", "--quiet");
    try (var repository = GitRepository.open(git.folder())) {
      var changes = repository.changes(repository.resolve("main"), Cancel.never());
      assertThat(changes.files()).hasSize(FilesChanged.NAMED);
      assertThat(changes.more()).isEqualTo(212);
      assertThat(changes.all()).isEqualTo(412);
    }
  }

  private static String asGit(Changes.File file) {
    var letter =
        switch (file.how()) {
          case ADDED -> "A";
          case MODIFIED -> "M";
          case DELETED -> "D";
        };
    return letter + "\t" + file.path();
  }
}

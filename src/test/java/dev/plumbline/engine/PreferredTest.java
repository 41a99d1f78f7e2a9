package dev.plumbline.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Problem;
import dev.plumbline.store.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferredTest {

  @TempDir private Path folder;
  private final List<Problem> problems = new CopyOnWriteArrayList<>();

  @Test
  void manyChangesAreSeenAtOnceNeverGoBackAndAreAllKept() {
    var seen = new CopyOnWriteArrayList<String>();
    try (var preferred = new Preferred(SettingsFile.in(folder), problems::add)) {
      preferred.state().subscribe(p -> seen.add(p.window().getOrDefault("n", "0")));
      for (int i = 1; i <= 60; i++) {
        var n = Integer.toString(i);
        preferred.prefer(p -> p.with("n", n).with("word-" + n, n));
        assertThat(preferred.state().get().window()).containsEntry("n", n);
      }
    }
    assertThat(problems).isEmpty();
    assertThat(seen.stream().mapToInt(Integer::parseInt)).isSorted();
    var kept = SettingsFile.in(folder).read().settings().window();
    assertThat(kept).containsEntry("n", "60").hasSize(61);
  }

  @Test
  void whatCannotBeKeptIsToldAndStillHolds() throws IOException {
    var file = Files.createFile(folder.resolve("not-a-folder"));
    var preferred = new Preferred(SettingsFile.in(file), problems::add);
    preferred.prefer(p -> p.with("density", "compact"));
    preferred.close();
    assertThat(problems).hasSize(1);
    assertThat(preferred.state().get().window()).containsEntry("density", "compact");
  }
}

package dev.plumbline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FoldersTest {

  private static final Path HOME = Path.of("/home/mara");

  @Test
  void linuxFollowsTheXdgBaseDirectories() {
    assertThat(Folders.of(Map.of(), "Linux", HOME))
        .isEqualTo(
            new Folders(
                HOME.resolve(".config/plumbline"),
                HOME.resolve(".local/state/plumbline"),
                HOME.resolve(".cache/plumbline"),
                HOME.resolve(".local/share/plumbline")));
    assertThat(
            Folders.of(
                Map.of("XDG_CONFIG_HOME", "/c", "XDG_STATE_HOME", "relative", "XDG_CACHE_HOME", ""),
                "Linux",
                HOME))
        .isEqualTo(
            new Folders(
                Path.of("/c/plumbline"),
                HOME.resolve(".local/state/plumbline"),
                HOME.resolve(".cache/plumbline"),
                HOME.resolve(".local/share/plumbline")));
  }

  @Test
  void theHomeIsTheOneThatIsSetAndNotTheOneOfTheUsersAccount() {
    var other = Path.of("/home/other");

    assertThat(Folders.of(Map.of("HOME", "/home/other"), "Linux", HOME))
        .isEqualTo(Folders.of(Map.of(), "Linux", other));
    assertThat(Folders.of(Map.of("HOME", ""), "Linux", HOME))
        .isEqualTo(Folders.of(Map.of(), "Linux", HOME));
  }

  @Test
  void macHasALibrary() {
    var support = HOME.resolve("Library/Application Support/Plumbline");

    assertThat(Folders.of(Map.of("XDG_CONFIG_HOME", "/c"), "Mac OS X", HOME))
        .isEqualTo(
            new Folders(support, support, HOME.resolve("Library/Caches/Plumbline"), support));
  }

  @Test
  void windowsHasAppData() {
    assertThat(Folders.of(Map.of("LOCALAPPDATA", "/local"), "Windows 11", HOME))
        .isEqualTo(
            new Folders(
                HOME.resolve("AppData/Roaming/Plumbline"),
                Path.of("/local/Plumbline/State"),
                Path.of("/local/Plumbline/Cache"),
                Path.of("/local/Plumbline/Data")));
  }

  @Test
  void oneVariableMovesThemAll() {
    assertThat(
            Folders.of(
                Map.of("PLUMBLINE_HOME", "/tmp/x", "XDG_CONFIG_HOME", "/c"), "Mac OS X", HOME))
        .isEqualTo(
            new Folders(
                Path.of("/tmp/x/config"),
                Path.of("/tmp/x/state"),
                Path.of("/tmp/x/cache"),
                Path.of("/tmp/x/data")));
  }
}

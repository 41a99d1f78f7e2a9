package dev.plumbline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.plumbline.model.ProblemException;
import dev.plumbline.yaml.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {

  private static final Settings.Mapping EU =
      new Settings.Mapping("eu-1", "7d6c", Instant.parse("2026-11-24T10:00:00Z"));

  @TempDir private Path temp;
  private Path folder;
  private Path file;
  private SettingsFile settings;

  @BeforeEach
  void open() {
    folder = temp.resolve("config");
    file = folder.resolve("settings.json");
    settings = SettingsFile.in(folder);
  }

  @Test
  void withoutAFileTheDefaultsHoldAndNothingIsMade() {
    assertThat(settings.read())
        .isEqualTo(new SettingsFile.Loaded(Settings.DEFAULTS, Optional.empty()));
    assertThat(folder).doesNotExist();
  }

  @Test
  void whatWasChangedIsRead() throws IOException {
    settings.change(s -> s.withTheme("dark").withRepository("/a").withRepository("/b"));
    settings.change(s -> s.withCluster("prod-eu", EU).withRepository("/a"));

    var read = SettingsFile.in(folder).read();

    assertThat(read.problem()).isEmpty();
    assertThat(read.settings().theme()).isEqualTo("dark");
    assertThat(read.settings().repositories()).containsExactly("/a", "/b");
    assertThat(read.settings().clusters()).containsEntry("prod-eu", EU).hasSize(1);
    assertThat(permissions(file)).isEqualTo("rw-------");
    assertThat(permissions(folder)).isEqualTo("rwx------");
  }

  @Test
  void whatANewerVersionWroteIsKept() throws IOException {
    write(
        """
        {"density": "compact", "theme": "light",
         "clusters": {"prod-eu": {"context": "old", "uid": "7d6c", "since": "2026-01-01T00:00:00Z", "color": "red"},
                      "gone": {"context": "x", "uid": "y", "since": "2026-01-01T00:00:00Z"}}}
        """);

    settings.change(s -> s.withCluster("prod-eu", EU).withoutCluster("gone"));

    var tree = Json.parse(Files.readAllBytes(file), "settings.json");
    assertThat(tree.text("density")).contains("compact");
    assertThat(tree.text("clusters", "prod-eu", "color")).contains("red");
    assertThat(tree.text("clusters", "prod-eu", "context")).contains("eu-1");
    assertThat(tree.at("clusters", "gone")).isEmpty();
    assertThat(tree.text("theme")).contains("light");
  }

  @Test
  void whatTheWindowRemembersNeverMakesTheFileBroken() throws IOException {
    write(
        """
        {"theme": "dark", "window": {"density": "compact", "bounds": 7, "newer": "x"},
         "keys": {"palette": ["Shortcut+P", 3], "back": "Alt+B"}}
        """);

    var read = settings.read();
    assertThat(read.problem()).isEmpty();
    assertThat(read.settings().window())
        .containsOnly(entry("density", "compact"), entry("newer", "x"));
    assertThat(read.settings().keys()).containsOnly(entry("palette", List.of("Shortcut+P")));

    settings.change(s ->
        new Settings(
            s.theme(),
            s.repositories(),
            s.clusters(),
            new TreeMap<>(Map.of("density", "cosy")),
            s.keys()));
    var again = settings.read().settings();
    assertThat(again.window()).containsOnly(entry("density", "cosy"), entry("newer", "x"));
    write("{\"theme\": \"dark\", \"window\": [], \"keys\": 1}");
    assertThat(settings.read().settings().theme()).isEqualTo("dark");
  }

  @Test
  void aBrokenFileIsSetAsideAndTold() throws IOException {
    write("{\"theme\": \"dark\",");

    var read = settings.read();

    assertThat(read.settings()).isEqualTo(Settings.DEFAULTS);
    assertThat(read.problem().orElseThrow().sentence())
        .startsWith("The settings cannot be read, the defaults are used (")
        .contains("settings.json")
        .contains("The file was kept as " + folder.resolve("settings.json.broken"));
    assertThat(folder.resolve("settings.json.broken")).hasContent("{\"theme\": \"dark\",");
    assertThat(file).doesNotExist();
    assertThat(settings.read().problem()).isEmpty();
  }

  @Test
  void aChangeOverABrokenFileKeepsEveryBrokenOne() throws IOException {
    write("[]");
    settings.read();
    write("{\"theme\": 7}");

    settings.change(s -> s.withTheme("dark"));

    assertThat(folder.resolve("settings.json.broken")).hasContent("[]");
    assertThat(folder.resolve("settings.json.broken-2")).hasContent("{\"theme\": 7}");
    assertThat(settings.read().settings()).isEqualTo(Settings.DEFAULTS.withTheme("dark"));
  }

  @Test
  void aMappingWithoutUidIsBroken() throws IOException {
    write("{\"clusters\": {\"prod-eu\": {\"context\": \"eu-1\"}}}");

    assertThat(settings.read().problem().orElseThrow().detail()).isEqualTo("uid is missing");
  }

  @Test
  void aChangeOfNothingWritesNothing() throws IOException {
    settings.change(s -> s.withTheme("dark"));
    var before = Files.getLastModifiedTime(file);
    Files.setLastModifiedTime(file, FileTime.from(Records.START));

    settings.change(s -> s.withTheme("dark"));

    assertThat(Files.getLastModifiedTime(file).toInstant()).isEqualTo(Records.START);
    assertThat(before.toInstant()).isAfter(Instant.EPOCH);
  }

  @Test
  void twoProcessesLoseNoChangeOfEachOther() throws Exception {
    var other = OtherProcess.start("settings", folder.toString(), "/other");
    for (int i = 0; i < 20; i++) {
      var path = "/mine" + i;
      settings.change(s -> s.withRepository(path));
    }
    OtherProcess.said(other);
    assertThat(other.exitValue()).isZero();

    assertThat(settings.read().settings().repositories()).hasSize(40);
    try (var files = Files.list(folder)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder("settings.json", "settings.json.lock");
    }
  }

  @Test
  void aFolderThatMayNotBeWrittenIsTold() throws IOException {
    Files.createDirectories(folder);
    write("{\"theme\": \"dark\"}");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-x------"));
    try {
      assumeFalse(Files.isWritable(folder), "SKIPPED: root writes everywhere");
      assertThat(settings.read().settings().theme()).isEqualTo("dark");
      assertThatThrownBy(() -> settings.change(s -> s.withTheme("light")))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("The settings cannot be saved");
    } finally {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void aFileInThePlaceOfTheFolderIsTold() throws IOException {
    Files.writeString(folder, "a file");

    assertThatThrownBy(() -> settings.change(s -> s.withTheme("light")))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("The settings cannot be saved")
        .hasMessageContaining(file.toString());
    assertThat(settings.read().problem()).isPresent();
  }

  private void write(String text) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(file, text);
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}

package dev.plumbline.store;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where things stand on this machine. They are made when something is written first.
///
/// @param config settings that a person may edit and copy to another machine
/// @param state the activity log, keys, logs: not to be copied, not to be lost
/// @param cache what can be computed again
/// @param data what a person asked to keep: clones
public record Folders(Path config, Path state, Path cache, Path data) {

  /// The folders that the system's conventions name: the XDG base directories, `Library` on macOS,
  /// `AppData` on Windows; all below `PLUMBLINE_HOME` where that is set. A relative XDG path is
  /// ignored, as its specification wants, and without one `HOME` counts, which need not be what the
  /// system knows of the user.
  ///
  /// @param env environment variables
  /// @param osName the system property `os.name`
  /// @param home the user's home folder
  public static Folders of(Map<String, String> env, String osName, Path home) {
    var own = env.getOrDefault("PLUMBLINE_HOME", "");
    if (!own.isEmpty()) {
      var root = Path.of(own).toAbsolutePath();
      return new Folders(
          root.resolve("config"),
          root.resolve("state"),
          root.resolve("cache"),
          root.resolve("data"));
    }
    var os = osName.toLowerCase(Locale.ROOT);
    if (os.contains("mac")) {
      var support = home.resolve("Library/Application Support/Plumbline");
      return new Folders(support, support, home.resolve("Library/Caches/Plumbline"), support);
    }
    if (os.contains("windows")) {
      var local = absolute(env, "LOCALAPPDATA").orElse(home.resolve("AppData/Local"));
      var roaming = absolute(env, "APPDATA").orElse(home.resolve("AppData/Roaming"));
      return new Folders(
          roaming.resolve("Plumbline"),
          local.resolve("Plumbline").resolve("State"),
          local.resolve("Plumbline").resolve("Cache"),
          local.resolve("Plumbline").resolve("Data"));
    }
    var below = absolute(env, "HOME").orElse(home);
    return new Folders(
        xdg(env, "XDG_CONFIG_HOME", below.resolve(".config")),
        xdg(env, "XDG_STATE_HOME", below.resolve(".local/state")),
        xdg(env, "XDG_CACHE_HOME", below.resolve(".cache")),
        xdg(env, "XDG_DATA_HOME", below.resolve(".local/share")));
  }

  /// The folders of this process.
  public static Folders ofThisProcess() {
    return of(
        System.getenv(),
        System.getProperty("os.name", ""),
        Path.of(System.getProperty("user.home", "")));
  }

  /// Where clones of repositories stand.
  public Path repositories() {
    return data.resolve("repositories");
  }

  private static Path xdg(Map<String, String> env, String name, Path otherwise) {
    return absolute(env, name).orElse(otherwise).resolve("plumbline");
  }

  private static Optional<Path> absolute(Map<String, String> env, String name) {
    return Optional.ofNullable(env.get(name)).map(Path::of).filter(Path::isAbsolute);
  }
}

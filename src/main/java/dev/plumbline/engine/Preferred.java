package dev.plumbline.engine;

import dev.plumbline.engine.Session.Mapped;
import dev.plumbline.engine.Session.Preferences;
import dev.plumbline.engine.Session.Theme;
import dev.plumbline.model.Problem;
import dev.plumbline.store.Settings;
import dev.plumbline.store.SettingsFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// The settings on disk and the preferences that the window sees, kept the same.
final class Preferred {

  private static final int RECENT = 12;

  private final SettingsFile file;
  private final State<Preferences> state;
  private final Optional<Problem> problem;
  private volatile Settings settings;

  Preferred(SettingsFile file) {
    this.file = file;
    var loaded = file.read();
    this.settings = loaded.settings();
    this.problem = loaded.problem();
    this.state = new State<>(shown(settings));
  }

  State<Preferences> state() {
    return state;
  }

  Settings settings() {
    return settings;
  }

  /// Why these are the defaults.
  Optional<Problem> problem() {
    return problem;
  }

  void opened(Path repository) {
    change(s -> {
      var recent = s.withRepository(repository.toString());
      var kept = recent.repositories();
      return new Settings(
          recent.theme(), kept.subList(0, Math.min(RECENT, kept.size())), recent.clusters());
    });
  }

  void map(String cluster, Settings.Mapping mapping) {
    change(s -> s.withCluster(cluster, mapping));
  }

  void prefer(Preferences wished) {
    var clusters = new TreeMap<String, Settings.Mapping>();
    wished
        .clusters()
        .forEach((k, m) -> clusters.put(k, new Settings.Mapping(m.context(), m.uid(), m.since())));
    change(s ->
        new Settings(
            wished.theme().name().toLowerCase(Locale.ROOT),
            wished.repositories().stream().map(Path::toString).toList(),
            clusters));
  }

  private synchronized void change(UnaryOperator<Settings> change) {
    settings = file.change(change);
    state.set(shown(settings));
  }

  private static Preferences shown(Settings s) {
    var clusters = new LinkedHashMap<String, Mapped>();
    s.clusters().forEach((k, m) -> clusters.put(k, new Mapped(m.context(), m.uid(), m.since())));
    return new Preferences(
        theme(s.theme()), s.repositories().stream().map(Path::of).toList(), clusters);
  }

  private static Theme theme(String word) {
    return switch (word) {
      case "light" -> Theme.LIGHT;
      case "dark" -> Theme.DARK;
      default -> Theme.SYSTEM;
    };
  }
}

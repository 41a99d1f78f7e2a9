package dev.plumbline.engine;

import dev.plumbline.engine.Session.Mapped;
import dev.plumbline.engine.Session.Preferences;
import dev.plumbline.engine.Session.Theme;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.store.Settings;
import dev.plumbline.store.SettingsFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// The settings on disk and the preferences that the window sees, kept the same.
final class Preferred implements AutoCloseable {

  private static final int RECENT = 12;

  private final SettingsFile file;
  private final State<Preferences> state;
  private final Optional<Problem> problem;
  private final Consumer<Problem> notKept;
  private final ExecutorService lane =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("keeping settings").factory());
  private int waiting;
  private volatile Settings settings;

  /// @param notKept hears why the settings could not be kept
  Preferred(SettingsFile file, Consumer<Problem> notKept) {
    this.file = file;
    this.notKept = notKept;
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
          recent.theme(),
          kept.subList(0, Math.min(RECENT, kept.size())),
          recent.clusters(),
          recent.window(),
          recent.keys());
    });
  }

  void map(String cluster, Settings.Mapping mapping) {
    change(s -> s.withCluster(cluster, mapping));
  }

  /// Changes what the window sees at once; the file follows on a thread of its own, in order.
  void prefer(UnaryOperator<Preferences> change) {
    synchronized (state) {
      waiting++;
      state.update(change);
    }
    lane.execute(() -> {
      try {
        write(s -> kept(change.apply(shown(s))));
      } catch (ProblemException e) {
        // it holds as long as this process lives
        unkept(s -> kept(change.apply(shown(s))));
        notKept.accept(e.problem());
      } finally {
        synchronized (state) {
          waiting--;
          show();
        }
      }
    });
  }

  private static Settings kept(Preferences wished) {
    var clusters = new TreeMap<String, Settings.Mapping>();
    wished
        .clusters()
        .forEach((k, m) -> clusters.put(k, new Settings.Mapping(m.context(), m.uid(), m.since())));
    return new Settings(
        wished.theme().name().toLowerCase(Locale.ROOT),
        wished.repositories().stream().map(Path::toString).toList(),
        clusters,
        new TreeMap<>(wished.window()),
        new TreeMap<>(wished.keys()));
  }

  private void change(UnaryOperator<Settings> change) {
    write(change);
    synchronized (state) {
      show();
    }
  }

  private synchronized void write(UnaryOperator<Settings> change) {
    settings = file.change(change);
  }

  private synchronized void unkept(UnaryOperator<Settings> change) {
    settings = change.apply(settings);
  }

  /// What waits to be written is in the state already and not yet in the file: then the state is
  /// left as it is.
  private void show() {
    if (waiting == 0) {
      state.set(shown(settings));
    }
  }

  /// Waits until everything is kept.
  @Override
  public void close() {
    lane.close();
  }

  private static Preferences shown(Settings s) {
    var clusters = new LinkedHashMap<String, Mapped>();
    s.clusters().forEach((k, m) -> clusters.put(k, new Mapped(m.context(), m.uid(), m.since())));
    return new Preferences(
        theme(s.theme()),
        s.repositories().stream().map(Path::of).toList(),
        clusters,
        s.window(),
        s.keys());
  }

  private static Theme theme(String word) {
    return switch (word) {
      case "light" -> Theme.LIGHT;
      case "dark" -> Theme.DARK;
      default -> Theme.SYSTEM;
    };
  }
}

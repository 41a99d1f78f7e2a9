package dev.plumbline.app;

import dev.plumbline.cli.Cli;
import dev.plumbline.cluster.Kubeconfig;
import dev.plumbline.driver.kubernetes.KubernetesDrivers;
import dev.plumbline.engine.ConfigRepository;
import dev.plumbline.engine.House;
import dev.plumbline.engine.LiveSession;
import dev.plumbline.engine.Remotes;
import dev.plumbline.engine.Render;
import dev.plumbline.engine.Session;
import dev.plumbline.engine.Sync;
import dev.plumbline.engine.Targets;
import dev.plumbline.plan.SyncRecord;
import dev.plumbline.process.Programs;
import dev.plumbline.render.Rendering;
import dev.plumbline.store.Cache;
import dev.plumbline.store.FingerprintKey;
import dev.plumbline.store.Folders;
import dev.plumbline.store.Journal;
import dev.plumbline.store.SettingsFile;
import dev.plumbline.ui.shell.Arrival;
import dev.plumbline.ui.shell.Launch;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Builds everything by constructors, each part when it is first asked for.
public final class Wiring implements House {

  private final Folders folders;
  private final Map<String, String> environment;
  private final Programs programs = Programs.system();
  private @Nullable Rendering rendering;

  /// @param environment the process's environment variables
  Wiring(Folders folders, Map<String, String> environment) {
    this.folders = folders;
    this.environment = environment;
  }

  /// Runs the command line or the window.
  ///
  /// @return the exit code of the process
  public static int run(String[] args) {
    var folders = Folders.ofThisProcess();
    Logs.start(folders.state());
    return Cli.run(args, new Wiring(folders, System.getenv()), version(), System.out, System.err);
  }

  private static String version() {
    var known = Wiring.class.getPackage().getImplementationVersion();
    return known == null ? "of a build folder" : known;
  }

  @Override
  public ConfigRepository repository(Path folder) {
    return ConfigRepository.open(folder.toAbsolutePath().normalize(), programs);
  }

  @Override
  public Targets targets(Optional<Path> kubeconfig) {
    var read = settings().read();
    return new Targets(drivers(kubeconfig), read::settings, read.problem());
  }

  @Override
  public Render render() {
    return new Render(rendering());
  }

  @Override
  public Sync sync() {
    return new Sync(journal());
  }

  @Override
  public Remotes remotes() {
    return new Remotes(programs, folders.repositories());
  }

  @Override
  public List<SyncRecord> activity(Optional<String> environment, int limit) {
    return journal().newest(environment, limit);
  }

  @Override
  public int window(Optional<Path> folder, Optional<Path> kubeconfig, Optional<String> link) {
    var obstacle = Launch.obstacle();
    if (obstacle.isPresent()) {
      Showing.say(obstacle.get(), System.err::println);
      return 2;
    }
    // Files are read here, before the toolkit starts and has a thread to block.
    var session = session(Optional.empty(), kubeconfig);
    var opened = session.preferences().get().repositories();
    var arrival =
        link.map(l -> Arrival.by(l, folder, opened)).orElseGet(() -> Arrival.last(folder, opened));
    arrival.problem().ifPresent(p -> Showing.say(p, System.err::println));
    arrival.repository().ifPresent(session::open);
    return Launch.run(
        () -> session, Showing.ways(programs, () -> lastSession(kubeconfig)), arrival);
  }

  @Override
  public int demo(Path tour, Consumer<String> said) {
    return new Showing(programs, said).window(tour, () -> lastSession(Optional.empty()));
  }

  @Override
  public int tour(Path folder, Consumer<String> said) {
    return new Showing(programs, said).tour(folder);
  }

  @Override
  public RunningSandbox sandbox(int port, Optional<Path> kubeconfig) {
    return SandboxRun.start(port, kubeconfig);
  }

  Session session(Optional<Path> folder, Optional<Path> kubeconfig) {
    var session =
        new LiveSession(programs, drivers(kubeconfig), render(), journal(), settings(), remotes());
    folder.ifPresent(session::open);
    return session;
  }

  /// A session on the repository that was open last, if any was.
  private Session lastSession(Optional<Path> kubeconfig) {
    var session = session(Optional.empty(), kubeconfig);
    session.preferences().get().repositories().stream().findFirst().ifPresent(session::open);
    return session;
  }

  private KubernetesDrivers drivers(Optional<Path> kubeconfig) {
    var files = Kubeconfig.files(kubeconfig, environment);
    return new KubernetesDrivers(
        Kubeconfig.load(files, programs), rendering(), () -> FingerprintKey.in(folders.state()));
  }

  /// One for the process: it remembers what must not be kept on disk.
  private synchronized Rendering rendering() {
    var made = rendering;
    if (made == null) {
      made = Rendering.create(programs, Cache.onDisk(folders.cache()));
      rendering = made;
    }
    return made;
  }

  private SettingsFile settings() {
    return SettingsFile.in(folders.config());
  }

  private Journal journal() {
    return Journal.in(folders.state());
  }
}

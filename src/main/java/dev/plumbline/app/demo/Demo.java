package dev.plumbline.app.demo;

import dev.plumbline.cluster.Kubeconfig;
import dev.plumbline.driver.kubernetes.KubernetesDrivers;
import dev.plumbline.engine.ConfigRepository;
import dev.plumbline.engine.LiveSession;
import dev.plumbline.engine.Remotes;
import dev.plumbline.engine.Render;
import dev.plumbline.engine.Session;
import dev.plumbline.engine.Sync;
import dev.plumbline.engine.Targets;
import dev.plumbline.engine.Work;
import dev.plumbline.model.Cancel;
import dev.plumbline.process.Programs;
import dev.plumbline.render.Rendering;
import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.store.Cache;
import dev.plumbline.store.FingerprintKey;
import dev.plumbline.store.Journal;
import dev.plumbline.store.PrivateFiles;
import dev.plumbline.store.Settings;
import dev.plumbline.store.SettingsFile;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/// The demo: a repository with a history, a sandbox cluster that left it, and settings, journal and
/// kubeconfig of its own, all in one folder. Nothing of the person's own is read or written.
public final class Demo {

  private final Folder folder;
  private final Programs programs;
  private final Instant now;
  private final Happening.All story;
  private final MovingClock clock;

  Demo(Folder folder, Programs programs, Instant now) {
    this.folder = folder;
    this.programs = programs;
    this.now = now.truncatedTo(ChronoUnit.SECONDS);
    this.story = Happening.All.read(this.now);
    this.clock = new MovingClock(story.steps().getFirst().at());
  }

  /// The time that its cluster has to take for now.
  InstantSource clock() {
    return clock;
  }

  /// Makes the demo and opens a session on it. Blocks for some seconds. Closing the session stops
  /// the sandbox and deletes the folder; so does the end of the process, and a making that fails or
  /// is cancelled. Throws [dev.plumbline.model.ProblemException] when something that it needs is
  /// not to be had, and when it was cancelled.
  ///
  /// @param work hears how far it is; its cancel ends the making
  public static Session open(Programs programs, Work work) {
    work.progress("Starting the sandbox cluster", 0, 0);
    var ending = new Ending(work);
    try {
      var folder = Folder.temporary();
      ending.later(folder::delete);
      var demo = new Demo(folder, programs, Instant.now());
      var starting = Starting.begin(new Sandbox.Options(0, demo.clock(), true));
      ending.later(starting::close);
      var session =
          demo.session(
              contexts -> starting.sandbox().kubeconfig(contexts),
              () -> starting.sandbox().playOut(),
              work,
              ending::over);
      ending.made(session);
      compareWhenRead(session);
      return session;
    } catch (RuntimeException e) {
      ending.over();
      throw e;
    }
  }

  /// Who opens the demo wants to see what differs. Its cluster is its own, so nobody else's is
  /// connected to by that.
  private static void compareWhenRead(Session session) {
    var begun = new AtomicBoolean();
    session
        .overview()
        .subscribe(o -> {
          if (!o.loading() && !o.environments().isEmpty() && begun.compareAndSet(false, true)) {
            o.environments().forEach(e -> session.compare(e.environment().name()));
          }
        });
  }

  /// Writes the repository, plays the past and opens it.
  ///
  /// @param kubeconfig a server's kubeconfig for contexts with their namespaces
  /// @param playOut lets the cluster do what follows from what was written
  /// @param work hears how far it is; its cancel ends the making
  /// @param end what ends with the session
  Session session(
      Function<Map<String, String>, String> kubeconfig, Runnable playOut, Work work, Runnable end) {
    var main = DemoRepository.write(folder.repository(), now, work);
    folder.operator("Noor Haddad", "noor@acme.example");
    var contexts = contexts(kubeconfig);
    var own = folder.folders();
    var rendering = Rendering.create(programs, Cache.onDisk(own.cache()));
    var drivers = new KubernetesDrivers(contexts, rendering, () -> FingerprintKey.in(own.state()));
    var journal = Journal.in(own.state());
    var settings = settings(drivers);
    var targets = new Targets(drivers, () -> settings.read().settings(), Optional.empty());
    try (var repository = ConfigRepository.open(folder.repository(), programs);
        var past =
            new Past(
                repository,
                main,
                targets,
                new Sync(journal, clock),
                contexts,
                clock,
                playOut,
                work)) {
      past.play(story.steps());
    }
    clock.becomesReal();
    var remotes = new Remotes(programs, own.repositories());
    var session =
        new LiveSession(programs, drivers, new Render(rendering), journal, settings, remotes, end);
    session.open(folder.repository());
    return session;
  }

  /// Written where only this person can read it.
  private Kubeconfig contexts(Function<Map<String, String>, String> kubeconfig) {
    var contexts = new LinkedHashMap<String, String>();
    story.stages().values().forEach(s -> contexts.put(s.context(), s.namespace()));
    PrivateFiles.write(folder.kubeconfig(), kubeconfig.apply(contexts));
    return Kubeconfig.load(List.of(folder.kubeconfig()), programs);
  }

  private SettingsFile settings(KubernetesDrivers drivers) {
    var file = SettingsFile.in(folder.folders().config());
    for (var stage : story.stages().entrySet()) {
      var context = stage.getValue().context();
      var mapping = new Settings.Mapping(context, drivers.uid(context, new Cancel()), now);
      file.change(s -> s.withCluster(stage.getKey(), mapping));
    }
    return file;
  }
}

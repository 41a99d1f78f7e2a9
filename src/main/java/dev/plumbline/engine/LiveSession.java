package dev.plumbline.engine;

import dev.plumbline.driver.Drivers;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.Changes;
import dev.plumbline.model.ClusterEvent;
import dev.plumbline.model.Commit;
import dev.plumbline.model.KubeContext;
import dev.plumbline.model.ManifestSet;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Revision;
import dev.plumbline.model.Tree;
import dev.plumbline.plan.SyncPlan;
import dev.plumbline.plan.SyncRecord;
import dev.plumbline.process.Programs;
import dev.plumbline.store.Journal;
import dev.plumbline.store.Settings;
import dev.plumbline.store.SettingsFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The session of a window. Slow work runs on virtual threads, one run per subject.
public final class LiveSession implements Session {

  private static final Logger LOG = LoggerFactory.getLogger(LiveSession.class);
  private static final int ACTIVITY_ROWS = 500;

  private final Programs programs;
  private final Drivers drivers;
  private final Render render;
  private final Remotes remotes;
  private final Journal journal;
  private final Preferred preferred;
  private final Targets targets;
  private final Runnable afterwards;
  private final boolean demo;
  private final State<Overview> overview = new State<>(Overviews.none());
  private final Works works = new Works();
  private final State<List<SyncRecord>> activity = new State<>(List.of());
  private final Map<String, Desk> desks = new ConcurrentHashMap<>();
  private final Turns reads = new Turns(this::read);
  private volatile @Nullable ConfigRepository repository;
  private volatile @Nullable Path wanted;
  private volatile @Nullable RefsPoll poll;
  private @Nullable Work fetching;

  public LiveSession(
      Programs programs,
      Drivers drivers,
      Render render,
      Journal journal,
      SettingsFile settings,
      Remotes remotes) {
    this(programs, drivers, render, journal, settings, remotes, () -> {}, false);
  }

  /// The session of the demo.
  ///
  /// @param afterwards what else ends with this session, run last when it is closed
  public LiveSession(
      Programs programs,
      Drivers drivers,
      Render render,
      Journal journal,
      SettingsFile settings,
      Remotes remotes,
      Runnable afterwards) {
    this(programs, drivers, render, journal, settings, remotes, afterwards, true);
  }

  private LiveSession(
      Programs programs,
      Drivers drivers,
      Render render,
      Journal journal,
      SettingsFile settings,
      Remotes remotes,
      Runnable afterwards,
      boolean demo) {
    this.programs = programs;
    this.drivers = drivers;
    this.render = render;
    this.remotes = remotes;
    this.journal = journal;
    this.preferred = new Preferred(settings, this::notKept);
    this.targets = new Targets(drivers, preferred::settings, Optional.empty());
    this.afterwards = afterwards;
    this.demo = demo;
    onThread("reading the activity log", this::readActivity);
  }

  @Override
  public boolean demo() {
    return demo;
  }

  @Override
  public State<Overview> overview() {
    return overview;
  }

  @Override
  public State<EnvironmentView> environment(String name) {
    var desk = desks.get(name);
    return desk != null ? desk.state() : new State<>(Overviews.unknown(name));
  }

  @Override
  public State<List<Work.View>> works() {
    return works.state();
  }

  @Override
  public void cancel(String id) {
    works.cancel(id);
  }

  @Override
  public State<List<SyncRecord>> activity() {
    return activity;
  }

  @Override
  public State<Preferences> preferences() {
    return preferred.state();
  }

  @Override
  public State<Living> living(String environment) {
    var desk = desks.get(environment);
    return desk != null ? desk.living() : new State<>(Living.unknown());
  }

  @Override
  public Optional<Tree.Obj> live(String environment, ResourceRef ref, Cancel cancel) {
    return Inspect.live(desk(environment).target(), ref, cancel);
  }

  @Override
  public List<ClusterEvent> events(String environment, ResourceRef ref, Cancel cancel) {
    return Inspect.events(desk(environment).target(), ref, cancel);
  }

  @Override
  public void logs(String environment, LogRequest request, Consumer<String> line, Cancel cancel) {
    Inspect.logs(desk(environment).target(), request, line, cancel);
  }

  @Override
  public Work cloneFrom(String url, Path folder) {
    var shown = Remotes.shown(url);
    return works.run(
        new Work("Clone " + shown, shown),
        work -> {
          remotes.makeClone(url, folder, work);
          open(folder);
          return Optional.empty();
        });
  }

  @Override
  public Optional<Path> cloneFolder(String url) {
    try {
      return Optional.of(remotes.folder(url));
    } catch (ProblemException e) {
      return Optional.empty();
    }
  }

  @Override
  public synchronized Work fetch() {
    var underWay = fetching;
    if (underWay != null && underWay.state().get().running()) {
      return underWay;
    }
    var where = overview.get().repository().map(Path::toString).orElse("");
    var work = new Work("Fetch", where);
    fetching = work;
    return works.run(
        work,
        w -> {
          var moved = remotes.fetch(opened(), w);
          if (!moved.isEmpty()) {
            refsMoved();
          }
          return Optional.empty();
        });
  }

  @Override
  public void open(Path folder) {
    wanted = folder.toAbsolutePath().normalize();
    overview.set(Overviews.loading(folder));
    reads.ask(true);
  }

  @Override
  public void refresh() {
    reads.ask(false);
  }

  /// Opens the wanted repository when it is not open yet, and reads its environments again.
  private void read(boolean reopen) {
    var folder = wanted;
    if (folder == null) {
      return;
    }
    try {
      var open = repository;
      if (open == null || reopen) {
        closeRepository();
        open = ConfigRepository.open(folder, programs);
        repository = open;
        preferred.opened(folder);
        poll = new RefsPoll(open.git(), this::refsMoved);
      }
      var workspace = open.workspace();
      var names = new ArrayList<String>();
      for (var environment : workspace.environments()) {
        names.add(environment.name());
        desks
            .computeIfAbsent(
                environment.name(), n -> watched(new Desk(environment, this::opened, targets)))
            .redeclare(environment);
      }
      desks.keySet().stream().filter(n -> !names.contains(n)).toList().forEach(this::drop);
      overview.set(Overviews.read(open.git(), workspace, names.stream().map(desks::get).toList()));
    } catch (ProblemException e) {
      overview.set(Overviews.failed(folder, e.problem()));
    } catch (RuntimeException e) {
      LOG.error("reading {} failed", folder, e);
      overview.set(Overviews.failed(folder, Unforeseen.problem(e, folder.toString())));
    }
  }

  private Desk watched(Desk desk) {
    desk.state().subscribe(view -> overview.update(o -> Overviews.with(o, view)));
    return desk;
  }

  private void drop(String name) {
    var desk = desks.remove(name);
    if (desk != null) {
      desk.close();
    }
  }

  private void refsMoved() {
    reads.ask(false);
    desks.values().stream().filter(Desk::held).forEach(d -> d.compare(false));
  }

  private ConfigRepository opened() {
    var open = repository;
    if (open == null) {
      throw new ProblemException(
          new Problem.NotFound("No repository is open", "", "Open a repository", ""));
    }
    return open;
  }

  private Desk desk(String name) {
    var desk = desks.get(name);
    if (desk == null) {
      throw new ProblemException(
          new Problem.NotFound("There is no environment " + name, name, "", ""));
    }
    return desk;
  }

  @Override
  public Held hold(String environment) {
    var desk = desks.get(environment);
    return desk == null ? () -> {} : desk.hold();
  }

  @Override
  public void compare(String environment) {
    var desk = desks.get(environment);
    if (desk != null) {
      desk.compare(true);
    }
  }

  @Override
  public void stop(String environment) {
    var desk = desks.get(environment);
    if (desk != null) {
      desk.stop();
    }
  }

  @Override
  public SyncPlan plan(String environment, Cancel cancel) {
    var desk = desk(environment);
    var target = targets.forWriting(desk.environment(), Optional.empty());
    var at = opened().at(desk.environment(), Optional.empty());
    var work = new Work("Plan " + environment, environment);
    try (var _ = cancel.onCancel(work::cancel)) {
      return MakePlan.now(at, target, work);
    }
  }

  @Override
  public Optional<Problem> unreviewed(SyncPlan plan, Cancel cancel) {
    return Review.missing(opened().git(), desk(plan.environment()).environment(), plan.at());
  }

  @Override
  public Optional<String> reviewedOn(SyncPlan plan, Cancel cancel) {
    return Review.on(opened().git(), desk(plan.environment()).environment(), plan.at());
  }

  @Override
  public Work sync(SyncPlan plan, boolean dryRun, Optional<String> unreviewed) {
    var verb = dryRun ? "Dry-run of " : "Sync ";
    var work =
        new Work(verb + plan.environment() + " to " + plan.at().shortId(), plan.environment());
    return works.run(work, w -> sync(w, plan, dryRun, unreviewed));
  }

  private Optional<Problem> sync(
      Work work, SyncPlan plan, boolean dryRun, Optional<String> unreviewed) {
    var desk = desk(plan.environment());
    var target = targets.forWriting(desk.environment(), Optional.of(plan.cluster().context()));
    var at = opened().at(desk.environment(), Optional.of(plan.at().id()));
    var record =
        new Sync(journal).run(opened(), at, target, plan, new Sync.Wish(dryRun, unreviewed), work);
    readActivity();
    if (!dryRun) {
      desk.compare(false);
    }
    return Words.problem(record);
  }

  private void onThread(String title, Runnable task) {
    Thread.ofVirtual()
        .name(title)
        .start(() -> {
          try {
            task.run();
          } catch (ProblemException e) {
            LOG.warn("{}: {}", title, e.problem().sentence());
          }
        });
  }

  private void readActivity() {
    activity.set(journal.newest(Optional.empty(), ACTIVITY_ROWS));
  }

  @Override
  public List<Commit> history(Optional<String> environment, int limit, Cancel cancel) {
    var env = environment.map(name -> desk(name).environment());
    return opened().history(env, Optional.empty(), limit, cancel);
  }

  @Override
  public Map<String, List<String>> refs(Cancel cancel) {
    return opened().names();
  }

  @Override
  public Changes changes(Commit commit, Cancel cancel) {
    return opened().git().changes(new Revision(commit.id(), commit.shortId()), cancel);
  }

  @Override
  public Optional<Commit> lastChange(String environment, String file, Cancel cancel) {
    var git = opened().git();
    return git.lastChange(git.tip(desk(environment).environment().branch()), file, cancel);
  }

  @Override
  public ManifestSet rendered(String environment, Cancel cancel) {
    var desk = desk(environment);
    var at = opened().at(desk.environment(), Optional.empty());
    return render.desired(at, cancel);
  }

  @Override
  public List<KubeContext> contexts() {
    return drivers.contexts();
  }

  @Override
  public List<Problem> contextProblems() {
    return drivers.problems();
  }

  @Override
  public void mapCluster(String cluster, String context, Cancel cancel) {
    var uid = drivers.uid(context, cancel);
    preferred.map(cluster, new Settings.Mapping(context, uid, Instant.now()));
    for (var desk : desks.values()) {
      if (desk.environment().cluster().equals(cluster)) {
        desk.forgetTarget();
        desk.compare(true);
      }
    }
  }

  @Override
  public void prefer(UnaryOperator<Preferences> change) {
    preferred.prefer(change);
  }

  private void notKept(Problem problem) {
    works.run(new Work("Keep the settings", "settings"), w -> Optional.of(problem));
  }

  private void closeRepository() {
    desks.keySet().forEach(this::drop);
    var running = poll;
    poll = null;
    if (running != null) {
      running.close();
    }
    var open = repository;
    repository = null;
    if (open != null) {
      open.close();
    }
  }

  @Override
  public void close() {
    works.close();
    reads.close();
    closeRepository();
    drivers.close();
    journal.close();
    preferred.close();
    afterwards.run();
  }
}

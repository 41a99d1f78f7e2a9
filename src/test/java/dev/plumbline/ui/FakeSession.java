package dev.plumbline.ui;

import dev.plumbline.engine.EnvironmentView;
import dev.plumbline.engine.Session;
import dev.plumbline.engine.State;
import dev.plumbline.engine.Work;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.Changes;
import dev.plumbline.model.ClusterEvent;
import dev.plumbline.model.Commit;
import dev.plumbline.model.KubeContext;
import dev.plumbline.model.ManifestSet;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Tree;
import dev.plumbline.plan.SyncPlan;
import dev.plumbline.plan.SyncRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// A session over a made-up repository, for screenshots and for tests of models: every verdict,
/// every phase. What was asked of it is kept in [#asked], in order. Nothing is slow and nothing
/// connects; states can be set by a test.
public final class FakeSession implements Session {

  /// What was asked: `compare checkout/prod-eu`, `map edge-us to kind-edge`, `open /x`.
  public final List<String> asked = new CopyOnWriteArrayList<>();

  /// The work of each [#sync], for a test to move on and to end.
  public final List<Work> started = new CopyOnWriteArrayList<>();

  /// When set, [#plan], [#history] and [#mapCluster] fail with it.
  public Optional<Problem> failure = Optional.empty();

  /// What [#demo()] answers.
  public boolean demo;

  /// Below which [#cloneFolder] is.
  public Path clones = Path.of("/home/noor/.local/share/plumbline/repositories");

  /// What [#history] answers, newest first.
  public List<Commit> commits = FakeHistory.commits();

  private final State<Overview> overview;
  private final Map<String, State<EnvironmentView>> environments = new LinkedHashMap<>();
  private final State<List<Work.View>> works;
  private final State<List<SyncRecord>> activity;
  private final State<Preferences> preferences;
  private final Map<String, State<Living>> living = new ConcurrentHashMap<>();

  /// What [#live] answers, by object; what is absent is not there.
  public final Map<ResourceRef, Tree.Obj> liveObjects = new ConcurrentHashMap<>();

  /// What [#events] answers for every object.
  public List<ClusterEvent> happened = List.of();

  /// What [#logs] says.
  public List<String> logLines = List.of();

  private FakeSession(Overview first, List<Work.View> works, List<SyncRecord> activity) {
    overview = new State<>(first);
    for (var e : first.environments()) {
      environments.put(e.environment().name(), new State<>(e));
    }
    this.works = new State<>(works);
    this.activity = new State<>(activity);
    preferences =
        new State<>(
            new Preferences(
                Theme.LIGHT,
                first.repository().map(List::of).orElse(List.of()),
                Map.of(
                    "dev",
                        new Mapped(
                            "dev-1",
                            "5a1c7f0e-0b1d-4f6e-9d3c-2f1f0d9e7a11",
                            FakeWorld.ago(60 * 24 * 30)),
                    "staging",
                        new Mapped(
                            "stg-1",
                            "c0de9f3a-77aa-4e0b-8a1f-b1d5d1f0aa42",
                            FakeWorld.ago(60 * 24 * 30)),
                    "prod-eu",
                        new Mapped(
                            "eu-1",
                            "1f6f0c58-9a5e-4d2b-8f5e-0b7c35a1d9e3",
                            FakeWorld.ago(60 * 24 * 12))),
                Map.of(),
                Map.of()));
  }

  /// A repository with five apps in four stages, each verdict at least once, two works running.
  public static FakeSession busy() {
    var session = new FakeSession(FakeWorld.overview(), FakeRecords.works(), FakeRecords.records());
    session.preferences.update(p ->
        p.withRepositories(
            List.of(
                FakeWorld.REPOSITORY,
                Path.of("/home/noor/src/platform-config"),
                Path.of("/home/noor/src/edge-gitops.git"))));
    session.set("checkout/prod-eu", FakeLiving.checkout());
    session.liveObjects.putAll(FakeLiving.live());
    session.happened = FakeLiving.events();
    session.logLines = FakeLiving.logs();
    return session;
  }

  /// The same repository as if it were the demo's, on a machine without helm: one application needs
  /// it; and production has something that Git does not have.
  public static FakeSession demonstrated() {
    var session = busy();
    session.demo = true;
    for (var view : session.overview.get().environments()) {
      var name = view.environment().name();
      if (name.startsWith("mailer/")) {
        session.set(FakeWorld.lacking(view));
      } else if (name.endsWith("/prod-us")) {
        session.set(FakeWorld.removed(view));
      }
    }
    return session;
  }

  /// The same repository right after it was opened: nothing was compared.
  public static FakeSession fresh() {
    var full = FakeWorld.overview();
    return new FakeSession(
        new Overview(
            full.repository(),
            full.remote(),
            full.branch(),
            full.tip(),
            full.environments().stream().map(e -> EnvironmentView.idle(e.environment())).toList(),
            List.of(),
            false),
        List.of(),
        List.of());
  }

  /// No repository is open, and none was before.
  public static FakeSession empty() {
    return new FakeSession(
        new Overview(Optional.empty(), Optional.empty(), "", "", List.of(), List.of(), false),
        List.of(),
        List.of());
  }

  /// Every environment is of one stage, or there are many of many.
  public static FakeSession of(int apps, List<String> stages) {
    var full = FakeWorld.overview();
    var some = full.environments().stream().filter(e -> e.drift().isPresent()).toList();
    var views = new ArrayList<EnvironmentView>();
    for (int a = 0; a < apps; a++) {
      for (int s = 0; s < stages.size(); s++) {
        if (a % 7 != 5 || s % 3 != 1) {
          var like = some.get((a * 3 + s) % some.size());
          var name = "app-" + (a + 1) + "/" + stages.get(s);
          views.add(FakeWorld.as(name, like));
        }
      }
    }
    return new FakeSession(
        new Overview(
            full.repository(), full.remote(), full.branch(), full.tip(), views, List.of(), false),
        List.of(),
        FakeRecords.records());
  }

  /// No repository is open, but some were before.
  public static FakeSession between() {
    var session = empty();
    session.preferences.set(busy().preferences.get());
    return session;
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
    var state = environments.get(name);
    if (state != null) {
      return state;
    }
    var missing = FakeWorld.environment(name, "dev", "apps/" + name);
    return new State<>(
        new EnvironmentView(
            missing,
            EnvironmentView.Phase.FAILED,
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(new Problem.NotFound("There is no environment " + name, "", "", "")),
            0));
  }

  /// Changes an environment, in its own state and in the overview.
  public void set(EnvironmentView next) {
    environments.get(next.environment().name()).set(next);
    overview.update(o ->
        new Overview(
            o.repository(),
            o.remote(),
            o.branch(),
            o.tip(),
            o.environments().stream()
                .map(e -> e.environment().name().equals(next.environment().name()) ? next : e)
                .toList(),
            o.problems(),
            o.loading()));
  }

  @Override
  public State<List<Work.View>> works() {
    return works;
  }

  @Override
  public void cancel(String work) {
    asked.add("cancel " + work);
  }

  @Override
  public State<List<SyncRecord>> activity() {
    return activity;
  }

  @Override
  public State<Preferences> preferences() {
    return preferences;
  }

  @Override
  public void open(Path repository) {
    asked.add("open " + repository);
  }

  @Override
  public void refresh() {
    asked.add("refresh");
  }

  @Override
  public Held hold(String environment) {
    asked.add("hold " + environment);
    return () -> asked.add("release " + environment);
  }

  @Override
  public void compare(String environment) {
    asked.add("compare " + environment);
  }

  @Override
  public void stop(String environment) {
    asked.add("stop " + environment);
  }

  @Override
  public SyncPlan plan(String environment, Cancel cancel) {
    asked.add("plan " + environment);
    fail();
    return FakeRecords.plan(environment);
  }

  @Override
  public Optional<Problem> unreviewed(SyncPlan plan, Cancel cancel) {
    return plan.environment().endsWith("/dev")
        ? Optional.of(
            new Problem.Refused(
                "Commit 9c01b7e is not on origin/main",
                "branch main is 2 commits ahead of origin/main",
                "Give a reason to apply it, or push it first",
                ""))
        : Optional.empty();
  }

  @Override
  public Optional<String> reviewedOn(SyncPlan plan, Cancel cancel) {
    return unreviewed(plan, cancel).isPresent() ? Optional.empty() : Optional.of("origin/main");
  }

  @Override
  public Work sync(SyncPlan plan, boolean dryRun, Optional<String> unreviewed) {
    asked.add(
        (dryRun ? "dry-run " : "sync ")
            + plan.environment()
            + unreviewed.map(r -> ": " + r).orElse(""));
    var work =
        new Work("Sync " + plan.environment() + " to " + plan.at().shortId(), plan.environment());
    work.progress("applying Deployment checkout", 3, plan.steps().size());
    started.add(work);
    return work;
  }

  @Override
  public List<Commit> history(Optional<String> environment, int limit, Cancel cancel) {
    asked.add("history " + environment.orElse("all"));
    fail();
    var all = commits;
    return all.subList(0, Math.min(limit, all.size()));
  }

  @Override
  public Map<String, List<String>> refs(Cancel cancel) {
    return FakeHistory.refs();
  }

  @Override
  public Changes changes(Commit commit, Cancel cancel) {
    return FakeHistory.changes(commit);
  }

  @Override
  public Optional<Commit> lastChange(String environment, String file, Cancel cancel) {
    return Optional.of(FakeHistory.commits().get(Math.floorMod(file.hashCode(), 6)));
  }

  @Override
  public ManifestSet rendered(String environment, Cancel cancel) {
    return new ManifestSet(
        FakeWorld.manifests(),
        List.of(),
        new TreeSet<>(List.of("apps/checkout/base/deployment.yaml")),
        List.of());
  }

  /// Sets what [#living] tells of an environment.
  public void set(String environment, Living next) {
    livingOf(environment).set(next);
  }

  private State<Living> livingOf(String environment) {
    return living.computeIfAbsent(environment, n -> new State<>(Living.unknown()));
  }

  @Override
  public State<Living> living(String environment) {
    return livingOf(environment);
  }

  @Override
  public Optional<Tree.Obj> live(String environment, ResourceRef ref, Cancel cancel) {
    failure.ifPresent(this::fail);
    return Optional.ofNullable(liveObjects.get(ref));
  }

  @Override
  public List<ClusterEvent> events(String environment, ResourceRef ref, Cancel cancel) {
    failure.ifPresent(this::fail);
    return happened;
  }

  @Override
  public void logs(String environment, LogRequest request, Consumer<String> line, Cancel cancel) {
    failure.ifPresent(this::fail);
    logLines.forEach(line);
  }

  @Override
  public Work cloneFrom(String url, Path folder) {
    asked.add("clone " + url + " to " + folder);
    return begun("Clone " + url, url);
  }

  @Override
  public Optional<Path> cloneFolder(String url) {
    return url.contains("://") || url.contains("@")
        ? Optional.of(clones.resolve(url.replaceFirst("^.*[:/](?=[^:/]+/[^/]+$)", "")))
        : Optional.empty();
  }

  @Override
  public Work fetch() {
    asked.add("fetch");
    return begun("Fetch", overview.get().repository().map(Path::toString).orElse(""));
  }

  private Work begun(String title, String subject) {
    var work = new Work(title, subject);
    started.add(work);
    work.state()
        .subscribe(now ->
            works.update(before -> {
              var after = new ArrayList<Work.View>(List.of(now));
              before.stream().filter(v -> !v.id().equals(now.id())).forEach(after::add);
              return List.copyOf(after);
            }));
    return work;
  }

  private void fail(Problem problem) {
    throw new ProblemException(problem);
  }

  @Override
  public List<KubeContext> contexts() {
    return FakeWorld.contexts();
  }

  @Override
  public List<Problem> contextProblems() {
    return List.of();
  }

  @Override
  public void mapCluster(String cluster, String context, Cancel cancel) {
    asked.add("map " + cluster + " to " + context);
    fail();
    preferences.update(p -> {
      var clusters = new LinkedHashMap<>(p.clusters());
      clusters.put(
          cluster, new Mapped(context, "0b7c35a1-9a5e-4d2b-8f5e-1f6f0c58d9e3", Instant.now()));
      return p.withClusters(clusters);
    });
  }

  @Override
  public void prefer(UnaryOperator<Preferences> change) {
    var next = preferences.update(change);
    asked.add(
        "prefer " + next.theme() + " " + new ArrayList<>(new TreeSet<>(next.clusters().keySet())));
  }

  @Override
  public void close() {
    asked.add("close");
  }

  private void fail() {
    failure.ifPresent(p -> {
      throw new ProblemException(p);
    });
  }
}

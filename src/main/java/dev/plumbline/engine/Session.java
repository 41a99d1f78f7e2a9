package dev.plumbline.engine;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.Changes;
import dev.plumbline.model.ClusterEvent;
import dev.plumbline.model.Commit;
import dev.plumbline.model.Health;
import dev.plumbline.model.KubeContext;
import dev.plumbline.model.ManifestSet;
import dev.plumbline.model.Owned;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Tree;
import dev.plumbline.plan.SyncPlan;
import dev.plumbline.plan.SyncRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// What the window holds: the open repository with its environments, and everything a person can do
/// with them. All `State`s may change on any thread. Methods that start something return at once
/// and report through states; those that take a [Cancel] block and belong on a virtual thread; they
/// throw [dev.plumbline.model.ProblemException].
public interface Session extends AutoCloseable {

  /// The open repository and its environments.
  State<Overview> overview();

  /// One environment: its last comparison and what is going on. Unknown names give a state whose
  /// phase is `FAILED`.
  State<EnvironmentView> environment(String name);

  /// Work that runs or ran in this session, newest first.
  State<List<Work.View>> works();

  /// Asks work of [#works()] to stop. Unknown ids and work that ended change nothing.
  void cancel(String work);

  /// The activity log, newest first (what is kept on this machine, all environments).
  State<List<SyncRecord>> activity();

  /// Preferences of this person.
  State<Preferences> preferences();

  /// Opens another repository: environments are read again at its tip. Returns at once.
  void open(Path repository);

  /// Reads refs and environments again and compares nothing. Returns at once.
  void refresh();

  /// Watches and compares an environment until released; each change in the cluster or in Git
  /// compares again. May connect to its cluster (it was asked for by a person who opened the
  /// environment).
  Held hold(String environment);

  /// Compares now, even when nothing changed. Returns at once.
  void compare(String environment);

  /// Stops the comparison of an environment that is under way, and its watch, until it is compared
  /// again or held anew; its view then fails with `Cancelled`. Does nothing when none is under way.
  void stop(String environment);

  /// Computes the plan that would bring the environment to its revision.
  SyncPlan plan(String environment, Cancel cancel);

  /// Why the plan's commit may not be applied without a reason: it is not on the declared remote
  /// branch. Empty when it is, or when there is no remote and the environment does not require
  /// review.
  Optional<Problem> unreviewed(SyncPlan plan, Cancel cancel);

  /// The branch on which the plan's commit is reviewed: `origin/main`. Empty when it is on none,
  /// also in a clone without a remote, where nothing is reviewed and nothing is asked.
  Optional<String> reviewedOn(SyncPlan plan, Cancel cancel);

  /// Runs a plan. Returns at once; progress is in [#works()], what became of each step in the
  /// [Work#results()] of what is returned, the outcome in [#activity()].
  ///
  /// @param dryRun the same plan with `dryRun=All`
  /// @param unreviewed the reason for applying a commit that is not on the declared remote branch
  Work sync(SyncPlan plan, boolean dryRun, Optional<String> unreviewed);

  /// The commits of the repository, or of an environment's folder.
  List<Commit> history(Optional<String> environment, int limit, Cancel cancel);

  /// What names each commit: commit id to full names of branches and tags (`refs/heads/main`).
  Map<String, List<String>> refs(Cancel cancel);

  /// The files that a commit changed against its first parent (against nothing, when it has none).
  Changes changes(Commit commit, Cancel cancel);

  /// Who last changed the file in which a desired value stands; empty when not known.
  Optional<Commit> lastChange(String environment, String file, Cancel cancel);

  /// What an environment is rendered to at its present revision.
  ManifestSet rendered(String environment, Cancel cancel);

  /// Health of an environment's live objects, and what they own. Filled while the environment is
  /// held; empty before.
  State<Living> living(String environment);

  /// A live object as the server has it, with its managedFields; values of Secrets hidden. Empty
  /// when it is not there.
  Optional<Tree.Obj> live(String environment, ResourceRef ref, Cancel cancel);

  /// What happened to an object and to everything that it owns, newest first, as long as the
  /// cluster keeps events (an hour, usually).
  List<ClusterEvent> events(String environment, ResourceRef ref, Cancel cancel);

  /// Reads the log of a container, each line as it comes, on the calling thread. Returns when the
  /// log ends (never, when it follows a running container) or when cancelled.
  void logs(String environment, LogRequest request, Consumer<String> line, Cancel cancel);

  /// Clones a repository (HTTPS, SSH or file) as a bare clone into a folder that does not exist or
  /// is empty, and opens it when done. Returns at once; a cancel leaves nothing behind.
  Work cloneFrom(String url, Path folder);

  /// Where a clone of a URL is kept when a person names no folder. Empty while the URL cannot be
  /// understood.
  Optional<Path> cloneFolder(String url);

  /// Fetches the remote of the open repository. Returns at once; what moved is read and compared by
  /// itself.
  Work fetch();

  /// The contexts of the kubeconfig, read as data.
  List<KubeContext> contexts();

  /// Kubeconfig files that could not be read.
  List<Problem> contextProblems();

  /// Lets a context stand for a cluster name, and remembers it with the UID of that cluster
  /// (connects to learn it).
  void mapCluster(String cluster, String context, Cancel cancel);

  /// Changes preferences at once and keeps them on disk soon after, in the order in which this was
  /// called. When they cannot be kept, [#works()] tells why.
  ///
  /// @param change a pure function: it is applied again to what another process may have kept
  void prefer(UnaryOperator<Preferences> change);

  /// Whether repository and cluster are made up: nothing that is done here touches a cluster of
  /// this person.
  default boolean demo() {
    return false;
  }

  @Override
  void close();

  /// The open repository.
  ///
  /// @param repository its folder; empty when none is open
  /// @param tip short id of the tip of the declared branch
  /// @param problems why it cannot be read, or what in `plumbline.yaml` cannot
  /// @param loading whether it is being read
  record Overview(
      Optional<Path> repository,
      Optional<String> remote,
      String branch,
      String tip,
      List<EnvironmentView> environments,
      List<Problem> problems,
      boolean loading) {
    public Overview {
      environments = List.copyOf(environments);
      problems = List.copyOf(problems);
    }
  }

  /// What a person may choose.
  ///
  /// @param theme light, dark, or as the system says
  /// @param repositories opened before, newest first
  /// @param clusters cluster name to the context that stands for it
  /// @param window what the window remembers, in its own words; the engine reads nothing into them
  /// @param keys what a verb's keys are instead of the usual ones
  record Preferences(
      Theme theme,
      List<Path> repositories,
      Map<String, Mapped> clusters,
      Map<String, String> window,
      Map<String, List<String>> keys) {
    public Preferences {
      repositories = List.copyOf(repositories);
      clusters = Map.copyOf(clusters);
      window = Map.copyOf(window);
      keys = Map.copyOf(keys);
    }

    /// The same with another theme.
    public Preferences withTheme(Theme other) {
      return new Preferences(other, repositories, clusters, window, keys);
    }

    /// The same with other repositories.
    public Preferences withRepositories(List<Path> other) {
      return new Preferences(theme, other, clusters, window, keys);
    }

    /// The same with other contexts for clusters.
    public Preferences withClusters(Map<String, Mapped> other) {
      return new Preferences(theme, repositories, other, window, keys);
    }

    /// The same with one more word that the window remembers.
    public Preferences with(String word, String value) {
      var words = new HashMap<>(window);
      words.put(word, value);
      return new Preferences(theme, repositories, clusters, words, keys);
    }

    /// The same with other keys.
    public Preferences withKeys(Map<String, List<String>> other) {
      return new Preferences(theme, repositories, clusters, window, other);
    }
  }

  /// Light, dark, or as the system says.
  enum Theme {
    LIGHT,
    DARK,
    SYSTEM
  }

  /// The context that stands for a cluster, and the UID of that cluster's kube-system namespace.
  record Mapped(String context, String uid, Instant since) {}

  /// What lives in the cluster beside what Git declares.
  ///
  /// @param health of the environment's own objects that exist
  /// @param owned what they own, directly or not, in no order
  /// @param problems kinds that could not be read: what they would show is missing
  /// @param asOf when it was last known to be current; empty before the first look
  record Living(
      Map<ResourceRef, Health> health,
      List<Owned> owned,
      List<Problem> problems,
      Optional<Instant> asOf) {
    public Living {
      health = Map.copyOf(health);
      owned = List.copyOf(owned);
      problems = List.copyOf(problems);
    }

    /// Nothing known yet.
    public static Living unknown() {
      return new Living(Map.of(), List.of(), List.of(), Optional.empty());
    }
  }

  /// Which log.
  ///
  /// @param pod the Pod
  /// @param container the container; empty: the only one, or the one that Kubernetes calls default
  /// @param tail how many of the last lines to begin with
  /// @param follow whether to go on as lines are written
  /// @param previous of the container's run before this one
  record LogRequest(
      ResourceRef pod, String container, int tail, boolean follow, boolean previous) {}

  /// Interest in an environment.
  interface Held extends AutoCloseable {
    @Override
    void close();
  }
}

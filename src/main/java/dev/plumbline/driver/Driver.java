package dev.plumbline.driver;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.ClusterEvent;
import dev.plumbline.model.FileTree;
import dev.plumbline.model.Manifest;
import dev.plumbline.model.ManifestSet;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Tree;
import dev.plumbline.plan.StepResult;
import dev.plumbline.plan.SyncPlan;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Who drives one environment. It is handed a [FileTree] and never opens a repository. Blocking
/// methods take a [Cancel] and throw [dev.plumbline.model.ProblemException].
public interface Driver {

  /// What it can do.
  Set<Ability> abilities();

  /// The API server's URL.
  String server();

  /// UID of the cluster (of its kube-system namespace); empty when this person may not read it.
  String uid(Cancel cancel);

  /// Who the cluster says we are; empty when it does not say.
  Optional<String> whoAmI(Cancel cancel);

  /// What the environment should be at the revision of the tree. No cluster is asked.
  ManifestSet render(FileTree tree, Cancel cancel);

  /// The same manifests exactly as they are sent to the cluster: each with its namespace,
  /// cluster-scoped ones without. A kind that the cluster does not serve keeps what Git says. Asks
  /// discovery only.
  List<Manifest> asApplied(ManifestSet rendered, Cancel cancel);

  /// Compares the environment with its cluster: every manifest gets a verdict, and so does what is
  /// in the inventory and no longer in Git. An error makes a resource `Unknown`; only what concerns
  /// all of them is thrown.
  ///
  /// @param fresh ask the server about every object again, even when neither Git nor the live
  ///   object changed
  Observation observe(FileTree tree, boolean fresh, Cancel cancel, Progress progress);

  /// Runs a plan: renders again at the plan's revision, refuses (`Refused`) when what would be sent
  /// is not what was planned, when a live object changed since, or when the cluster is another one;
  /// then applies stage by stage. A cancel lets running steps finish and leaves the rest.
  ///
  /// @param dryRun the same with `dryRun=All`: nothing is written
  /// @param heard each result as it comes, from any thread
  /// @return a result for each step of the plan, in its order
  List<StepResult> apply(
      SyncPlan plan,
      FileTree tree,
      boolean dryRun,
      Cancel cancel,
      Progress progress,
      Consumer<StepResult> heard);

  /// A live object as the server has it, with its managedFields; values of Secrets hidden. Empty
  /// when it is not there.
  Optional<Tree.Obj> live(ResourceRef ref, Cancel cancel);

  /// What happened to an object and to everything that it owns, newest first. Of what this person
  /// may not list, nothing is told.
  List<ClusterEvent> events(ResourceRef ref, Cancel cancel);

  /// Reads a log, each line as it comes, on the calling thread. Returns when the log ends or when
  /// cancelled.
  void logs(LogWish wish, Consumer<String> line, Cancel cancel);

  /// From now on [#observe] reads from watches, which are started as the environment needs them.
  /// Close to stop.
  Watching watch(Heard heard);

  /// Hears of what is watched: at once, from any thread, often.
  interface Heard {
    /// Something that was observed may have changed.
    void changed();

    /// [Watching#vitals] may be different.
    void lived();

    /// Watches are lost (with the problem), or are current again (empty).
    void health(Optional<Problem> lost);
  }

  /// Running watches of one environment.
  interface Watching extends AutoCloseable {
    /// How many kinds are watched now.
    int kinds();

    /// How objects of the environment are and what they own, from the watches alone; watches of
    /// what they may own are started by the first call, and [Heard#lived] tells when they know
    /// more. Asks at most discovery.
    ///
    /// @param own the environment's own objects, as observed
    Vitals vitals(Collection<ResourceRef> own, Cancel cancel);

    @Override
    void close();
  }
}

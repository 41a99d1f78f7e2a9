package dev.plumbline.driver;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.FileTree;
import dev.plumbline.model.Manifest;
import dev.plumbline.model.ManifestSet;
import dev.plumbline.model.Problem;
import dev.plumbline.plan.StepResult;
import dev.plumbline.plan.SyncPlan;
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

  /// From now on [#observe] reads from watches, which are started as the environment needs them.
  /// `changed` is called (at once, from any thread, often) when something that was observed may
  /// have changed; `health` when watches are lost (with the problem) and when they are current
  /// again (empty). Close to stop.
  Watching watch(Runnable changed, Consumer<Optional<Problem>> health);

  /// Running watches of one environment.
  interface Watching extends AutoCloseable {
    /// How many kinds are watched now.
    int kinds();

    @Override
    void close();
  }
}

package dev.plumbline.engine;

import dev.plumbline.drift.Rules;
import dev.plumbline.git.GitRepository;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.Commit;
import dev.plumbline.model.Environment;
import dev.plumbline.model.FileTree;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Revision;
import dev.plumbline.process.Programs;
import dev.plumbline.workspace.Workspace;
import dev.plumbline.workspace.Workspaces;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A configuration repository and the environments that stand in it. Policy is read from the tip of
/// the declared branch; what is rendered comes from the revision that is looked at.
public final class ConfigRepository implements AutoCloseable {

  private static final int WORKSPACES_KEPT = 16;

  private final GitRepository git;

  /// A revision never changes: what it declares is read once.
  private final Map<String, Workspace> known =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Workspace> eldest) {
          return size() > WORKSPACES_KEPT;
        }
      };

  private ConfigRepository(GitRepository git) {
    this.git = git;
  }

  /// Opens a clone or a bare repository.
  public static ConfigRepository open(Path folder, Programs programs) {
    return new ConfigRepository(GitRepository.open(folder, programs));
  }

  GitRepository git() {
    return git;
  }

  /// The folder that was opened.
  public Path folder() {
    return git.folder();
  }

  /// The commits of the repository, or of an environment's folder, in the order of `git rev-list
  /// --date-order`.
  ///
  /// @param revision where to begin; empty: the tip of the environment's branch, or of the default
  ///   branch
  /// @param limit at most so many; 0 for all
  public List<Commit> history(
      Optional<Environment> environment, Optional<String> revision, int limit, Cancel cancel) {
    var branch = environment.flatMap(Environment::branch);
    var from = revision.map(git::resolve).orElseGet(() -> git.tip(branch));
    return git.log(from, environment.map(Environment::path).orElse(""), limit, cancel);
  }

  /// Full names of branches and tags (`refs/heads/main`) by the commit that they name.
  Map<String, List<String>> names() {
    var names = new LinkedHashMap<String, List<String>>();
    for (var ref : git.refs()) {
      names.computeIfAbsent(ref.commit(), c -> new ArrayList<>()).add(ref.name());
    }
    return names;
  }

  /// Why a commit may not be applied without a reason; empty when it is reviewed.
  public Optional<Problem> unreviewed(Environment environment, Revision revision) {
    return Review.missing(git, environment, revision);
  }

  /// Whether this is a clone without a remote: nothing in it can be told from what was never
  /// reviewed.
  public boolean nothingReviewed() {
    return git.remote().isEmpty() && git.reviewedTip(Optional.empty()).isEmpty();
  }

  /// The environments as the tip of the default branch declares or shows them, each with what its
  /// own branch says of it.
  public Workspace workspace() {
    var found = workspaceAt(git.tip(Optional.empty()));
    return new Workspace(
        found.environments().stream().map(this::asItsBranchSays).toList(),
        found.problems(),
        found.remarks(),
        found.declared(),
        found.rules());
  }

  /// What may be done with an environment is said at the tip of the branch that it declares, when
  /// that branch declares it, too; the default branch only says which branch that is.
  private Environment asItsBranchSays(Environment environment) {
    if (environment.branch().isEmpty()) {
      return environment;
    }
    return workspaceAt(git.tip(environment.branch()))
        .environment(environment.name())
        .filter(e -> e.branch().equals(environment.branch()))
        .orElse(environment);
  }

  private Workspace workspaceAt(Revision revision) {
    synchronized (known) {
      var kept = known.get(revision.id());
      if (kept != null) {
        return kept;
      }
    }
    var read = Workspaces.read(git.tree(revision));
    synchronized (known) {
      known.put(revision.id(), read);
    }
    return read;
  }

  /// An environment by its name; `NotFound` names those that there are.
  public Environment environment(String name) {
    var workspace = workspace();
    return workspace.environments().stream()
        .filter(e -> e.name().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(name, workspace));
  }

  private ProblemException unknown(String name, Workspace workspace) {
    if (!workspace.problems().isEmpty()) {
      return new ProblemException(workspace.problems().getFirst());
    }
    var names = workspace.environments().stream().map(Environment::name).toList();
    return new ProblemException(
        new Problem.NotFound(
            "There is no environment " + name,
            git.folder().toString(),
            names.isEmpty()
                ? "Declare environments in plumbline.yaml"
                : "There are: " + String.join(", ", names),
            ""));
  }

  /// An environment at a revision: where it is and how it is rendered comes from that revision, its
  /// policy from the tip.
  ///
  /// @param revision what a person named; empty: the tip of the environment's branch
  public At at(Environment environment, Optional<String> revision) {
    var resolved = revision.map(git::resolve).orElseGet(() -> git.tip(environment.branch()));
    var tip = git.tip(Optional.empty());
    var then =
        resolved.id().equals(tip.id())
            ? environment
            : then(environment, workspaceAt(tip), resolved);
    return new At(then, resolved, git.tree(resolved), rules(environment));
  }

  /// What does not count in an environment, as the tip of its branch says it: never an older
  /// revision.
  private Rules rules(Environment environment) {
    var own = workspaceAt(git.tip(environment.branch()));
    return own.environment(environment.name()).isPresent()
        ? own.rules(environment.name())
        : workspaceAt(git.tip(Optional.empty())).rules(environment.name());
  }

  private Environment then(Environment environment, Workspace atTip, Revision revision) {
    var merged = Workspaces.merge(atTip, workspaceAt(revision));
    return merged
        .environment(environment.name())
        .orElseThrow(() ->
            new ProblemException(
                merged.problems().stream()
                    .filter(p -> !atTip.problems().contains(p))
                    .findFirst()
                    .orElseGet(() ->
                        new Problem.NotFound(
                            environment.name() + " is not at " + revision.shortId(),
                            git.folder().toString(),
                            "Choose another revision",
                            ""))));
  }

  @Override
  public void close() {
    git.close();
  }

  /// An environment at a revision, and the files there.
  ///
  /// @param rules what does not count, as the tip says it
  public record At(Environment environment, Revision revision, FileTree tree, Rules rules) {}
}

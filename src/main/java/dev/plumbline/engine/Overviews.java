package dev.plumbline.engine;

import dev.plumbline.engine.Session.Overview;
import dev.plumbline.git.GitRepository;
import dev.plumbline.model.Environment;
import dev.plumbline.model.Problem;
import dev.plumbline.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How the overview of a repository is made.
final class Overviews {

  private Overviews() {}

  static Overview none() {
    return new Overview(Optional.empty(), Optional.empty(), "", "", List.of(), List.of(), false);
  }

  static Overview loading(Path folder) {
    return new Overview(Optional.of(folder), Optional.empty(), "", "", List.of(), List.of(), true);
  }

  static Overview failed(Path folder, Problem problem) {
    return new Overview(
        Optional.of(folder), Optional.empty(), "", "", List.of(), List.of(problem), false);
  }

  static Overview read(GitRepository git, Workspace workspace, List<Desk> desks) {
    return new Overview(
        Optional.of(git.folder()),
        git.remote(),
        git.defaultBranch().orElse("HEAD"),
        git.tip(Optional.empty()).shortId(),
        desks.stream().map(d -> d.state().get()).toList(),
        workspace.problems(),
        false);
  }

  static Overview with(Overview overview, EnvironmentView view) {
    var environments = new ArrayList<EnvironmentView>();
    for (var e : overview.environments()) {
      environments.add(e.environment().name().equals(view.environment().name()) ? view : e);
    }
    return new Overview(
        overview.repository(),
        overview.remote(),
        overview.branch(),
        overview.tip(),
        environments,
        overview.problems(),
        overview.loading());
  }

  /// The works with one of them as it stands now, newest first.
  static List<Work.View> with(List<Work.View> works, Work.View view, int keep) {
    var list = new ArrayList<Work.View>();
    var known = false;
    for (var w : works) {
      known |= w.id().equals(view.id());
      list.add(w.id().equals(view.id()) ? view : w);
    }
    if (!known) {
      list.addFirst(view);
    }
    return List.copyOf(list.subList(0, Math.min(keep, list.size())));
  }

  /// What a name gives that no environment has.
  static EnvironmentView unknown(String name) {
    var environment =
        new Environment(
            name,
            "",
            Optional.empty(),
            "kubernetes",
            Environment.Renderer.PLAIN,
            name,
            Optional.empty(),
            false,
            Optional.empty(),
            false);
    return new EnvironmentView(
        environment,
        EnvironmentView.Phase.FAILED,
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(new Problem.NotFound("There is no environment " + name, name, "", "")),
        0);
  }
}

package dev.plumbline.workspace;

import dev.plumbline.model.Environment;
import dev.plumbline.model.Environment.Renderer;
import dev.plumbline.model.FileTree;
import dev.plumbline.model.Helm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Finds the environments of a repository that declares none:
///
/// 1. Kustomize overlays: the topmost kustomization below each folder of an `overlays` folder;
///    `apps/shop/overlays/prod` is `shop/prod`.
/// 2. Helm charts with values files for stages beside them: `apps/shop/values-prod.yaml` is
///    `shop/prod`.
/// 3. Each folder of an `envs`, `environments` or `clusters` folder, unless overlays are in it:
///    `envs/prod` is `prod`, `apps/shop/envs/prod` is `shop/prod`. Without a kustomization, chart
///    and manifests of its own but with kustomizations or charts further down, each of those is
///    one: `envs/prod/shop` is `shop/prod`.
/// 4. Folders at the root that have a kustomization and none of the above in them.
/// 5. Only when there is none of these: the root as `default` when it has a kustomization, a chart
///    or manifests; else what 3 finds in each folder at the root (but charts, docs, tests and
///    scripts), named by the folder.
///
/// A plain environment is everything below its folder. The cluster of a detected environment is
/// named as its stage. Order is by name.
final class Detection {

  /// The name of the environment that is the root of the repository.
  static final String ROOT = "default";

  private static final Set<String> OVERLAYS = Set.of("overlays");
  private static final Set<String> STAGES = Set.of("envs", "environments", "clusters");
  private static final Set<String> NOT_PLAIN =
      Set.of(
          "charts", "ci", "doc", "docs", "e2e", "hack", "script", "scripts", "test", "tests",
          "tools");

  private final Folders folders;
  private final List<Candidate> found = new ArrayList<>();

  private Detection(Folders folders) {
    this.folders = folders;
  }

  static Workspace detect(FileTree tree) {
    var detection = new Detection(new Folders(tree));
    detection.overlays();
    detection.charts();
    detection.stages();
    detection.top();
    if (detection.found.isEmpty()) {
      detection.plain();
    }
    var environments =
        Naming.name(detection.found).entrySet().stream()
            .map(e -> environment(e.getKey(), e.getValue()))
            .sorted(Comparator.comparing(Environment::name))
            .toList();
    return new Workspace(environments, List.of(), List.of(), false);
  }

  private static Environment environment(String name, Candidate candidate) {
    return new Environment(
        name,
        candidate.folder(),
        Optional.empty(),
        "kubernetes",
        candidate.renderer(),
        name.substring(name.lastIndexOf('/') + 1),
        Optional.empty(),
        false,
        Optional.empty(),
        false,
        candidate.renderer() == Renderer.HELM
            ? Optional.of(Helm.of(candidate.values()))
            : Optional.empty());
  }

  private void charts() {
    for (var folder : folders.all()) {
      if (folders.chart(folder) && free(folder)) {
        folders
            .stages(folder)
            .forEach((stage, values) -> found.add(Candidate.chart(folder, stage, values)));
      }
    }
  }

  private void overlays() {
    for (var stage : children(OVERLAYS)) {
      var below = topmost(stage);
      below.forEach(folder -> found.add(Candidate.overlay(folder, stage, kind(folder))));
    }
  }

  private void stages() {
    for (var stage : children(STAGES)) {
      if (free(stage)) {
        var claimed = claim(stage);
        claimed.forEach(c -> found.add(c.at(stage)));
        if (claimed.isEmpty() && folders.unreadable(stage)) {
          // It is shown, and rendering says what in it cannot be read.
          found.add(Candidate.of(stage, Renderer.PLAIN).at(stage));
        }
      }
    }
  }

  private void top() {
    for (var folder : atRoot()) {
      if (folders.kustomized(folder) && free(folder)) {
        found.add(Candidate.of(folder, Renderer.KUSTOMIZE));
      }
    }
  }

  private void plain() {
    if (isOne("")) {
      found.clear();
      found.add(new Candidate("", kind(""), List.of(), List.of(ROOT)));
      return;
    }
    for (var folder : atRoot()) {
      if (!NOT_PLAIN.contains(folder)) {
        found.addAll(claim(folder));
      }
    }
  }

  private Renderer kind(String folder) {
    if (folders.kustomized(folder)) {
      return Renderer.KUSTOMIZE;
    }
    return folders.chart(folder) ? Renderer.HELM : Renderer.PLAIN;
  }

  private boolean isOne(String folder) {
    return folders.kustomized(folder) || folders.chart(folder) || folders.manifests(folder);
  }

  /// The folder itself when it has a kustomization, a chart or manifests; else the topmost
  /// kustomizations and charts in it; else the folder when there are manifests anywhere in it.
  private List<Candidate> claim(String folder) {
    if (isOne(folder)) {
      return List.of(Candidate.of(folder, kind(folder)));
    }
    var inside = topmost(folder);
    if (!inside.isEmpty()) {
      return inside.stream().map(f -> Candidate.of(f, kind(f))).toList();
    }
    return folders.below(folder).stream().anyMatch(folders::manifests)
        ? List.of(Candidate.of(folder, Renderer.PLAIN))
        : List.of();
  }

  private List<String> topmost(String folder) {
    var top = new ArrayList<String>();
    var done = new ArrayList<String>();
    for (var below : folders.below(folder)) {
      if (done.stream().noneMatch(d -> below.startsWith(d + "/"))) {
        if (folders.kustomized(below) || folders.chart(below)) {
          top.add(below);
          done.add(below);
        } else if (folders.component(below)) {
          done.add(below);
        }
      }
    }
    return top;
  }

  /// Whether nothing was found at, above or below a folder.
  private boolean free(String folder) {
    return found.stream()
        .noneMatch(c ->
            c.folder().equals(folder)
                || c.folder().startsWith(folder + "/")
                || folder.startsWith(c.folder() + "/"));
  }

  private Set<String> atRoot() {
    var names = new TreeSet<String>();
    for (var folder : folders.all()) {
      if (!folder.isEmpty()) {
        names.add(folder.split("/", 2)[0]);
      }
    }
    return names;
  }

  /// The folders whose parent has one of these names, the first on each path.
  private Set<String> children(Set<String> parents) {
    var children = new TreeSet<String>();
    for (var folder : folders.all()) {
      var names = folder.split("/", -1);
      for (int i = 0; i + 1 < names.length; i++) {
        if (parents.contains(names[i])) {
          children.add(String.join("/", List.of(names).subList(0, i + 2)));
          break;
        }
      }
    }
    return children;
  }
}

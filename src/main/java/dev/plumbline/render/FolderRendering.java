package dev.plumbline.render;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.Environment;
import dev.plumbline.model.FileTree;
import dev.plumbline.model.ManifestSet;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.process.Programs;
import dev.plumbline.store.Cache;

/// Finds an environment's folder and hands it to the renderer that the environment names.
final class FolderRendering implements Rendering {

  private final Kustomize kustomize;
  private final HelmChart helm;

  FolderRendering(Programs programs, Cache cache) {
    this.kustomize = new Kustomize(programs, cache);
    this.helm = new HelmChart(programs, cache);
  }

  @Override
  public ManifestSet render(FileTree tree, Environment environment, Cancel cancel) {
    var found = new Collected();
    try {
      switch (Place.of(tree, environment.path())) {
        case Place.Folder(var folder, var links) -> {
          found.read(links.stream().map(FileTree.Entry::path).toList());
          render(tree, folder, environment, cancel, found);
          if (found.isEmpty()) {
            found.problem(notFound(environment, "holds no manifests", tree));
          }
        }
        case Place.File _ -> found.problem(notFound(environment, "is a file, not a folder", tree));
        case Place.Missing _ -> found.problem(notFound(environment, "is not there", tree));
        case Place.Outside _ -> found.problem(notFound(environment, "leaves the repository", tree));
        case Place.Submodule _ ->
            found.problem(notFound(environment, "is in a submodule, which is not read", tree));
      }
    } catch (ProblemException e) {
      cancel.check();
      found.problem(e.problem());
    }
    return found.toSet();
  }

  private void render(
      FileTree tree, String folder, Environment environment, Cancel cancel, Collected found) {
    switch (environment.renderer()) {
      case PLAIN -> new PlainFiles(tree, found).render(folder, cancel);
      case KUSTOMIZE -> kustomize.render(tree, folder, cancel, found);
      case HELM -> helm.render(tree, folder, environment, cancel, found);
    }
  }

  private static Problem notFound(Environment environment, String what, FileTree tree) {
    var path = environment.path().isEmpty() ? "The root of the repository" : environment.path();
    return new Problem.NotFound(
        path + " " + what,
        "revision " + tree.revision().shortId(),
        "Check the path of " + environment.name() + ".",
        "");
  }
}

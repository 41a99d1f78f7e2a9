package dev.plumbline.render;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.FileTree;
import dev.plumbline.model.Origin;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.yaml.Yaml;
import java.util.List;
import java.util.Set;

/// Plain manifests: every file below a folder that `kubectl apply -R -f` would take.
final class PlainFiles {

  private static final Set<String> KUSTOMIZATIONS =
      Set.of("kustomization.yaml", "kustomization.yml");

  private final FileTree tree;
  private final Collected found;

  PlainFiles(FileTree tree, Collected found) {
    this.tree = tree;
    this.found = found;
  }

  void render(String folder, Cancel cancel) {
    for (var entry : tree.under(folder)) {
      cancel.check();
      try {
        entry(entry);
      } catch (ProblemException e) {
        found.problem(e.problem());
      }
    }
  }

  private void entry(FileTree.Entry entry) {
    switch (entry.kind()) {
      case FILE, EXECUTABLE -> {
        if (isManifest(entry.path())) {
          file(entry);
        }
      }
      case LINK -> link(entry);
      case SUBMODULE ->
          found.problem(
              new Problem.Render(
                  "A submodule is not read",
                  entry.path(),
                  "Copy its manifests into the repository.",
                  ""));
      case FOLDER -> {}
    }
  }

  /// The file's own path is where its values are edited, so origins name that.
  private void link(FileTree.Entry link) {
    boolean wanted = isManifest(link.path());
    switch (Place.of(tree, link.path())) {
      case Place.File(var file, var links) -> {
        if (wanted) {
          found.read(links.stream().map(FileTree.Entry::path).toList());
          file(file);
        }
      }
      case Place.Folder(var folder, _) ->
          found.warn(
              Origin.file(link.path()),
              "A link to a folder is not followed: it leads to " + folder);
      case Place.Missing _, Place.Outside _, Place.Submodule _ -> {
        if (wanted) {
          found.problem(
              new Problem.Render(
                  "A link does not lead to a file of this repository",
                  link.path(),
                  "Replace it by the file.",
                  ""));
        }
      }
    }
  }

  private void file(FileTree.Entry file) {
    if (file.path().equals("plumbline.yaml")) {
      return;
    }
    found.read(List.of(file.path()));
    var read = Yaml.read(tree.bytes(file), file.path());
    read.problems().forEach(found::problem);
    read.warnings().forEach(w -> found.warn(w.origin(), w.text()));
    for (var document : read.documents()) {
      if (isKustomization(document, file.path())) {
        found.warn(
            document.origin(),
            "This kustomization is not applied: the environment is rendered as plain files.");
      } else {
        found.add(document);
      }
    }
  }

  private static boolean isKustomization(Yaml.Document document, String path) {
    var group = ResourceRef.of(document.body()).group();
    return group.equals("kustomize.config.k8s.io")
        || (KUSTOMIZATIONS.contains(Place.name(path))
            && document.body().at("apiVersion").isEmpty());
  }

  private static boolean isManifest(String path) {
    return path.endsWith(".yaml") || path.endsWith(".yml") || path.endsWith(".json");
  }
}

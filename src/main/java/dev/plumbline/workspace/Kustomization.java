package dev.plumbline.workspace;

import dev.plumbline.model.Environment.Renderer;
import dev.plumbline.model.FileTree;
import java.util.List;

/// The names by which `kustomize` knows its file.
final class Kustomization {

  static final List<String> FILES =
      List.of("kustomization.yaml", "kustomization.yml", "Kustomization");

  private Kustomization() {}

  /// How a folder is rendered when nobody says: by Kustomize when it has a kustomization.
  static Renderer renderer(FileTree tree, String folder) {
    var prefix = folder.isEmpty() ? "" : folder + "/";
    return FILES.stream().anyMatch(f -> tree.entry(prefix + f).isPresent())
        ? Renderer.KUSTOMIZE
        : Renderer.PLAIN;
  }
}

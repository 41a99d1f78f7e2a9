package dev.plumbline.workspace;

import dev.plumbline.model.Environment.Renderer;
import dev.plumbline.model.FileTree;
import java.util.List;

/// The files by which renderers know their folders.
final class Kustomization {

  static final List<String> FILES =
      List.of("kustomization.yaml", "kustomization.yml", "Kustomization");

  private Kustomization() {}

  /// The file that makes a folder a Helm chart.
  static final String CHART = "Chart.yaml";

  /// How a folder is rendered when nobody says: by Kustomize when it has a kustomization, by Helm
  /// when it is a chart.
  static Renderer renderer(FileTree tree, String folder) {
    var prefix = folder.isEmpty() ? "" : folder + "/";
    if (FILES.stream().anyMatch(f -> tree.entry(prefix + f).isPresent())) {
      return Renderer.KUSTOMIZE;
    }
    return tree.entry(prefix + CHART).isPresent() ? Renderer.HELM : Renderer.PLAIN;
  }
}

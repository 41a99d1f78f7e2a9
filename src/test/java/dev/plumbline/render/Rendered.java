package dev.plumbline.render;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.Environment;
import dev.plumbline.model.FileTree;
import dev.plumbline.model.ManifestSet;
import dev.plumbline.model.Problem;
import dev.plumbline.process.Programs;
import dev.plumbline.store.Cache;
import java.util.List;
import java.util.Optional;

/// Renders for the tests of this room, and says in one line each what came out.
final class Rendered {

  private Rendered() {}

  static ManifestSet plain(FileTree tree, String path) {
    return Rendering.create(Programs.system(), Cache.none())
        .render(tree, environment(path, Environment.Renderer.PLAIN), Cancel.never());
  }

  static ManifestSet kustomize(FileTree tree, String path) {
    return kustomize(tree, path, Programs.system(), Cache.none());
  }

  static ManifestSet kustomize(FileTree tree, String path, Programs programs, Cache cache) {
    return Rendering.create(programs, cache)
        .render(tree, environment(path, Environment.Renderer.KUSTOMIZE), Cancel.never());
  }

  static Environment environment(String path, Environment.Renderer renderer) {
    return new Environment(
        "prod",
        path,
        Optional.empty(),
        "kubernetes",
        renderer,
        "prod",
        Optional.empty(),
        false,
        Optional.empty(),
        false);
  }

  /// `Kind namespace/name (file:line)`.
  static List<String> objects(ManifestSet set) {
    return set.manifests().stream().map(Object::toString).toList();
  }

  static List<String> problems(ManifestSet set) {
    return set.problems().stream().map(Problem::sentence).toList();
  }

  static List<String> warnings(ManifestSet set) {
    return set.warnings().stream().map(w -> w.origin() + " " + w.text()).toList();
  }

  /// A ConfigMap of this name.
  static String configMap(String name) {
    return "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: " + name + "\ndata: {a: b}\n";
  }
}

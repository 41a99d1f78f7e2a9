package dev.plumbline.render;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.Environment;
import dev.plumbline.model.FileTree;
import dev.plumbline.model.ManifestSet;
import dev.plumbline.process.Programs;
import dev.plumbline.store.Cache;

/// Makes the manifests of an environment.
///
/// - Plain: every `*.yaml`, `*.yml` and `*.json` below the folder, as `kubectl apply -R -f` takes
///   them.
/// - Kustomize: `kustomize build`, else `kubectl kustomize`, in a scratch folder that holds exactly
///   the files that the kustomizations name; remote bases, plugins and Helm charts are refused.
/// - Helm: `helm template`, in a scratch folder that holds exactly the chart and its values files;
///   what the chart needs must be in its `charts` folder. Hooks are left out, with a warning.
///
/// Of an object that is declared twice the last declaration counts, with a warning on the others
/// (as Argo CD does it). Objects that are marked `config.kubernetes.io/local-config: "true"` are
/// left out, with a warning, and so are hooks of Argo CD and Helm. Lists become their items.
/// Namespaces are not filled in.
public interface Rendering {

  /// The renderers of this machine.
  ///
  /// @param cache keeps what kustomize and helm made; a set that holds a Secret never goes there,
  ///   but is kept in memory
  static Rendering create(Programs programs, Cache cache) {
    return new FolderRendering(programs, cache);
  }

  /// Renders an environment's folder of a file tree. What could be read is in the set's manifests,
  /// what could not in its problems; nothing is skipped in silence. Values of Secrets are hidden. A
  /// renderer that fails as a whole gives a set with no manifests and its problem. Throws
  /// [dev.plumbline.model.ProblemException] only when cancelled.
  ManifestSet render(FileTree tree, Environment environment, Cancel cancel);
}

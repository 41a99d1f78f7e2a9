package dev.plumbline.render;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.Environment;
import dev.plumbline.model.FileTree;
import dev.plumbline.model.ManifestSet;

/// Makes the manifests of an environment.
public interface Rendering {

  /// Renders an environment's folder of a file tree. What could be read is in the set's manifests,
  /// what could not in its problems; nothing is skipped in silence. Values of Secrets are hidden. A
  /// renderer that fails as a whole gives a set with no manifests and its problem.
  ManifestSet render(FileTree tree, Environment environment, Cancel cancel);
}

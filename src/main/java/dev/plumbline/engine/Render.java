package dev.plumbline.engine;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.Manifest;
import dev.plumbline.model.ManifestSet;
import dev.plumbline.render.Rendering;
import java.util.List;

/// Makes the manifests of an environment at a revision.
public final class Render {

  private final Rendering rendering;

  public Render(Rendering rendering) {
    this.rendering = rendering;
  }

  /// What Git wants. No cluster is asked.
  public ManifestSet desired(ConfigRepository.At at, Cancel cancel) {
    return rendering.render(at.tree(), at.environment(), cancel);
  }

  /// The manifests exactly as they are sent to a cluster. Asks it what it serves.
  public static List<Manifest> asApplied(
      ManifestSet desired, Targets.Target target, Cancel cancel) {
    return target.driver().asApplied(desired, cancel);
  }
}

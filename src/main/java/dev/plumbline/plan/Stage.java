package dev.plumbline.plan;

import java.util.List;

/// Steps that belong together; a failure in one stage stops the next.
///
/// @param name `CustomResourceDefinitions`, `Namespaces`, `Resources`
public record Stage(String name, List<Step> steps) {
  public Stage {
    steps = List.copyOf(steps);
  }
}

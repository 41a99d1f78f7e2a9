package dev.plumbline.ui.kit;

import dev.plumbline.model.ResourceRef;
import java.util.Optional;

/// Where a person can be. Screens navigate by places and never know each other.
public sealed interface Place {

  /// What needs you, and all environments.
  record Home() implements Place {}

  /// One environment, with one of its resources selected.
  record Environment(String name, Optional<ResourceRef> resource) implements Place {
    public Environment(String name) {
      this(name, Optional.empty());
    }
  }

  /// The review of what a sync of an environment would do.
  record Plan(String environment) implements Place {}

  /// The commits of the repository, or of one environment, with one of them selected.
  record History(Optional<String> environment, Optional<String> commit) implements Place {
    public History(Optional<String> environment) {
      this(environment, Optional.empty());
    }
  }

  /// What was done and what runs.
  record Activity() implements Place {}

  /// Contexts, repositories, theme, keys.
  record Settings() implements Place {}

  /// The environment that a place is about; empty when none.
  default Optional<String> subject() {
    return switch (this) {
      case Environment e -> Optional.of(e.name());
      case Plan p -> Optional.of(p.environment());
      case History h -> h.environment();
      case Home h -> Optional.empty();
      case Activity a -> Optional.empty();
      case Settings s -> Optional.empty();
    };
  }
}

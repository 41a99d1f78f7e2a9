package dev.plumbline.model;

import java.util.Optional;

/// Tells where the values of one document were written.
public interface Origins {

  /// Knows nothing: values made by a renderer whose sources are not provable.
  Origins NONE = path -> Optional.empty();

  /// Where the value at a path was written; paths into lists are by [Path.Step.Index]. Empty when
  /// not known.
  Optional<Origin> at(Path path);
}

package dev.plumbline.health;

import dev.plumbline.model.Tree;

/// Counts in a status.
final class Numbers {

  private Numbers() {}

  /// The number below a chain of keys; `missing` where there is none.
  static int at(Tree tree, int missing, String... keys) {
    return tree.at(keys).orElse(Tree.Null.VALUE) instanceof Tree.Num n
        ? n.value().intValue()
        : missing;
  }
}

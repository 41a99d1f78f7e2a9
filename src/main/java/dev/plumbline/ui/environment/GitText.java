package dev.plumbline.ui.environment;

import dev.plumbline.model.Manifest;
import dev.plumbline.model.Problem;
import dev.plumbline.ui.kit.CodePage;

/// What Git says of an object.
sealed interface GitText {
  record Loading() implements GitText {}

  record Text(Manifest manifest, CodePage page) implements GitText {}

  /// Git does not say anything of it.
  record Absent() implements GitText {}

  record Failed(Problem problem) implements GitText {}
}

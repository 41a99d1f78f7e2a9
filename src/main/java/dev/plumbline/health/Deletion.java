package dev.plumbline.health;

import dev.plumbline.model.Health;
import dev.plumbline.model.Tree;
import java.util.List;
import java.util.stream.Collectors;

/// What is being deleted, and what holds it.
final class Deletion {

  private static final List<String> HOLDERS =
      List.of(
          "NamespaceDeletionDiscoveryFailure",
          "NamespaceDeletionGroupVersionParsingFailure",
          "NamespaceDeletionContentFailure",
          "NamespaceFinalizersRemaining",
          "NamespaceContentRemaining");

  private Deletion() {}

  static Health namespace(Tree object) {
    return switch (object.text("status", "phase").orElse("")) {
      case "Active" -> Verdict.healthy("");
      case "Terminating" -> new Health(Health.State.TERMINATING, message(object));
      default -> Verdict.silent();
    };
  }

  /// Why it is still there.
  static String message(Tree object) {
    for (var type : HOLDERS) {
      var holder = Condition.met(object, type);
      if (holder.isPresent()) {
        return holder.get().words();
      }
    }
    var finalizers =
        object.items("metadata", "finalizers").stream()
            .filter(Tree.Str.class::isInstance)
            .map(f -> ((Tree.Str) f).value())
            .collect(Collectors.joining(", "));
    return finalizers.isEmpty() ? "" : "Waits for " + finalizers;
  }
}

package dev.plumbline.health;

import dev.plumbline.model.Health;
import dev.plumbline.model.Tree;

/// What extends the API.
final class Extensions {

  private Extensions() {}

  static Health definition(Tree object) {
    var names = Condition.of(object, "NamesAccepted").filter(Condition::isFalse);
    if (names.isPresent()) {
      return Verdict.degraded(names.get().words());
    }
    if (Condition.met(object, "Terminating").isPresent()) {
      return new Health(Health.State.TERMINATING, "");
    }
    if (Condition.met(object, "Established").isPresent()) {
      var odd = Condition.met(object, "NonStructuralSchema");
      return odd.map(c -> Verdict.degraded(c.words())).orElse(Verdict.healthy(""));
    }
    return Verdict.saysNothing(object)
        ? Verdict.silent()
        : Verdict.progressing("It is not established yet");
  }

  /// One that is not available may still come (Argo CD).
  static Health apiService(Tree object) {
    var available = Condition.of(object, "Available");
    if (available.isEmpty()) {
      return Verdict.silent();
    }
    return available.get().isTrue()
        ? Verdict.healthy("")
        : Verdict.progressing(available.get().words());
  }
}

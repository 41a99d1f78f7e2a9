package dev.plumbline.health;

import dev.plumbline.model.Health;
import dev.plumbline.model.Tree;
import java.util.List;

/// Any other kind, by the conditions that kstatus names. Ours beyond kstatus: a `Ready` that is
/// false for a reason that names an error is degraded; a condition of an older generation says
/// nothing; what has no condition that we know is unknown.
final class Generic {

  private static final List<String> GOALS =
      List.of("Ready", "Available", "Programmed", "Succeeded");

  private Generic() {}

  static Health health(Tree object) {
    if (Verdict.saysNothing(object)) {
      return Verdict.unknown("It has no status");
    }
    for (var type : List.of("Stalled", "Degraded", "Failed")) {
      var bad = Condition.met(object, type);
      if (bad.isPresent()) {
        return Verdict.degraded(bad.get().words());
      }
    }
    var busy = Condition.met(object, "Reconciling");
    if (busy.isPresent()) {
      return Verdict.progressing(busy.get().words());
    }
    for (var type : GOALS) {
      var goal = Condition.of(object, type);
      if (goal.isPresent()) {
        return isOld(object, type)
            ? Verdict.unknown("Its condition " + type + " is of an older generation")
            : judge(goal.get());
      }
    }
    return Verdict.unknown("Its status has no condition that tells");
  }

  private static Health judge(Condition goal) {
    if (goal.isTrue()) {
      return Verdict.healthy(goal.message().strip());
    }
    return goal.isFalse() && namesAnError(goal.reason())
        ? Verdict.degraded(goal.words())
        : Verdict.progressing(goal.words());
  }

  private static boolean namesAnError(String reason) {
    return reason.endsWith("Error")
        || reason.endsWith("Failed")
        || reason.startsWith("Failed")
        || reason.startsWith("Invalid")
        || reason.startsWith("Err");
  }

  private static boolean isOld(Tree object, String type) {
    int generation = Numbers.at(object, -1, "metadata", "generation");
    return object.items("status", "conditions").stream()
        .filter(c -> c.text("type").filter(type::equals).isPresent())
        .anyMatch(c -> {
          int observed = Numbers.at(c, -1, "observedGeneration");
          return observed >= 0 && observed < generation;
        });
  }
}

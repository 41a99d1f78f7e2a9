package dev.plumbline.health;

import dev.plumbline.model.Health;
import dev.plumbline.model.Tree;

/// What sets and guards the number of Pods.
final class Scaling {

  private Scaling() {}

  /// Degraded when it cannot read its metrics or scale its target (Argo CD); its conditions are
  /// told in `autoscaling/v2` only, so in v1 its counts have to do.
  static Health autoscaler(Tree object) {
    var able = Condition.of(object, "AbleToScale");
    var active = Condition.of(object, "ScalingActive");
    if (able.filter(Condition::isFalse).isPresent()) {
      return Verdict.degraded(able.get().words());
    }
    if (active.filter(Condition::isFalse).isPresent()) {
      return active.get().reason().equals("ScalingDisabled")
          ? Verdict.suspended(active.get().words())
          : Verdict.degraded(active.get().words());
    }
    int now = Numbers.at(object, 0, "status", "currentReplicas");
    int wanted = Numbers.at(object, 0, "status", "desiredReplicas");
    if (able.isEmpty() && active.isEmpty() && (now == 0 || wanted == 0)) {
      return Verdict.silent();
    }
    return now == wanted
        ? Verdict.healthy(now + " replicas")
        : Verdict.progressing("Scaling from " + now + " to " + wanted);
  }

  static Health budget(Tree object) {
    if (object.at("status", "observedGeneration").isEmpty()) {
      return Verdict.silent();
    }
    var failed =
        Condition.of(object, "DisruptionAllowed").filter(c -> c.reason().equals("SyncFailed"));
    if (failed.isPresent()) {
      return Verdict.degraded(failed.get().words());
    }
    int now = Numbers.at(object, 0, "status", "currentHealthy");
    int wanted = Numbers.at(object, 0, "status", "desiredHealthy");
    var text = now + " healthy, " + wanted + " needed";
    return now < wanted ? Verdict.progressing(text) : Verdict.healthy(text);
  }
}

package dev.plumbline.health;

import static dev.plumbline.health.Verdict.degraded;
import static dev.plumbline.health.Verdict.healthy;
import static dev.plumbline.health.Verdict.progressing;
import static dev.plumbline.health.Verdict.suspended;

import dev.plumbline.model.Health;
import dev.plumbline.model.Tree;

/// What runs to an end, and what starts it.
final class Jobs {

  private Jobs() {}

  static Health job(Tree object) {
    var failed = Condition.met(object, "Failed");
    if (failed.isPresent()) {
      return degraded(failed.get().words());
    }
    if (Condition.met(object, "Complete").isPresent()) {
      return healthy("Completed");
    }
    if (isSuspended(object)) {
      return suspended("It is suspended");
    }
    return Verdict.saysNothing(object) ? Verdict.silent() : progressing(done(object) + " done");
  }

  static String word(Tree object) {
    if (Condition.met(object, "Failed").isPresent()) {
      return "Failed";
    }
    if (Condition.met(object, "Complete").isPresent()) {
      return "Completed";
    }
    if (isSuspended(object)) {
      return "Suspended";
    }
    return Numbers.at(object, 0, "status", "active") > 0 ? "Running" : done(object);
  }

  /// A CronJob has no condition: that it stands there, not suspended, is all there is to know.
  static Health cronJob(Tree object) {
    if (isSuspended(object)) {
      return suspended("It is suspended");
    }
    var last = object.text("status", "lastScheduleTime");
    return healthy(last.map(t -> "Last started at " + t).orElse("Not started yet"));
  }

  static String cronWord(Tree object) {
    int active = object.items("status", "active").size();
    if (isSuspended(object)) {
      return "Suspended";
    }
    return active > 0 ? active + " running" : "Scheduled";
  }

  private static boolean isSuspended(Tree object) {
    return object.at("spec", "suspend").filter(Tree.bool(true)::equals).isPresent();
  }

  private static String done(Tree object) {
    return Numbers.at(object, 0, "status", "succeeded")
        + " of "
        + Numbers.at(object, 1, "spec", "completions");
  }
}

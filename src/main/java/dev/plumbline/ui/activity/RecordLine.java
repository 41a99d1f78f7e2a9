package dev.plumbline.ui.activity;

import dev.plumbline.plan.StepResult;
import dev.plumbline.plan.SyncRecord;
import dev.plumbline.ui.kit.Tone;
import dev.plumbline.ui.kit.Words;
import java.time.Duration;

/// One record of the activity log in words. Pure.
///
/// @param who the Git identity's name, else the user of the operating system
/// @param what how many of how many steps were done
/// @param outcome its word; loud when a person should look
record RecordLine(
    String who,
    String verb,
    String environment,
    String what,
    String commit,
    String outcome,
    String icon,
    Tone tone,
    boolean loud,
    Duration took) {

  static RecordLine of(SyncRecord r, Words words) {
    long done = r.steps().stream().filter(s -> s.outcome() == StepResult.Outcome.DONE).count();
    return new RecordLine(
        r.gitIdentity()
            .map(i -> i.replaceFirst("\\s*<.*", ""))
            .filter(n -> !n.isBlank())
            .orElse(r.osUser()),
        words.get(r.verb().equals("dry-run") ? "activity.verb.dry-run" : "activity.verb.sync"),
        r.environment().replace("/", " / "),
        done == r.steps().size()
            ? words.count("activity.steps", done)
            : words.get("activity.steps-of", done, r.steps().size()),
        r.revision().substring(0, Math.min(7, r.revision().length())),
        outcome(r.outcome(), words),
        icon(r.outcome()),
        tone(r),
        !r.outcome().equals("done"),
        Duration.between(r.started(), r.ended()));
  }

  private static String outcome(String outcome, Words words) {
    return switch (outcome) {
      case "done" -> words.get("activity.outcome.done");
      case "partial" -> words.get("activity.outcome.partial");
      case "cancelled" -> words.get("activity.outcome.cancelled");
      case "refused" -> words.get("activity.outcome.refused");
      default -> words.get("activity.outcome.failed");
    };
  }

  private static String icon(String outcome) {
    return switch (outcome) {
      case "done" -> "mdi2c-check-circle-outline";
      case "partial" -> "mdi2c-circle-half-full";
      case "cancelled" -> "mdi2c-cancel";
      case "refused" -> "mdi2h-hand-back-right-outline";
      default -> "mdi2c-close-octagon-outline";
    };
  }

  /// Partly done without a failed step, as when the plan left something out, is no failure.
  private static Tone tone(SyncRecord record) {
    return switch (record.outcome()) {
      case "done" -> Tone.SUCCESS;
      case "partial" ->
          record.steps().stream().anyMatch(s -> s.outcome() == StepResult.Outcome.FAILED)
              ? Tone.DANGER
              : Tone.WARNING;
      case "cancelled", "refused" -> Tone.WARNING;
      default -> Tone.DANGER;
    };
  }

  /// One sentence for a screen reader.
  String sentence() {
    return String.join(", ", verb, environment, outcome, what, who, commit);
  }
}

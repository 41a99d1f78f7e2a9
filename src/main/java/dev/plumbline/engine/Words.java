package dev.plumbline.engine;

import dev.plumbline.model.Problem;
import dev.plumbline.plan.StepResult;
import dev.plumbline.plan.SyncRecord;
import java.util.Optional;

/// What work says in its log, and how a record ends work.
final class Words {

  private Words() {}

  static String step(StepResult step) {
    var said = step.action() + " " + step.ref() + ": ";
    return said
        + switch (step.outcome()) {
          case DONE -> "done";
          case FAILED -> "failed";
          case NOT_RUN -> "not run";
        }
        + step.problem().map(p -> ", " + p.sentence()).orElse("");
  }

  static Optional<Problem> problem(SyncRecord record) {
    if (record.outcome().equals("done")) {
      return Optional.empty();
    }
    var failed = record.steps().stream().flatMap(s -> s.problem().stream()).findFirst();
    var message = record.message().orElse(failed.map(Problem::sentence).orElse(""));
    return Optional.of(
        switch (record.outcome()) {
          case "cancelled" -> new Problem.Cancelled("Cancelled", record.environment(), "", message);
          case "refused" -> new Problem.Refused(message, record.environment(), "", "");
          default ->
              new Problem.Rejected(
                  "The " + record.verb() + " is " + record.outcome(),
                  record.environment(),
                  failed.isEmpty() ? "" : "Look at the steps that failed",
                  message);
        });
  }
}

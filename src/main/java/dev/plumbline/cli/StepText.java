package dev.plumbline.cli;

import static java.util.stream.Collectors.joining;

import dev.plumbline.plan.StepResult;

/// What became of a step, for people on a terminal.
final class StepText {

  private StepText() {}

  static String of(StepResult step) {
    var outcome =
        switch (step.outcome()) {
          case DONE -> "done    ";
          case FAILED -> "FAILED  ";
          case NOT_RUN -> "not run ";
        };
    return outcome
        + step.action()
        + " "
        + step.ref()
        + step.problem()
            .map(p -> ": " + p.sentence() + (p.detail().isEmpty() ? "" : ": " + p.detail()))
            .orElse("")
        + step.warnings().stream().map(w -> "\n        warning: " + w).collect(joining());
  }
}

package dev.plumbline.plan;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ResourceRef;
import java.time.Duration;
import java.util.Optional;

/// What became of one step.
///
/// @param action `create`, `change`, `await-crd`
/// @param problem why it failed or was not run; empty when done
public record StepResult(
    ResourceRef ref, String action, Outcome outcome, Optional<Problem> problem, Duration took) {

  /// How it ended.
  public enum Outcome {
    DONE,
    FAILED,
    NOT_RUN
  }
}

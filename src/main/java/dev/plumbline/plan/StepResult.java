package dev.plumbline.plan;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ResourceRef;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What became of one step.
///
/// @param action `create`, `change`, `await-crd`
/// @param problem why it failed or was not run; empty when done
/// @param warnings what the server remarked, in its own words
public record StepResult(
    ResourceRef ref,
    String action,
    Outcome outcome,
    Optional<Problem> problem,
    Duration took,
    List<String> warnings) {

  public StepResult {
    warnings = List.copyOf(warnings);
  }

  /// A step on which the server remarked nothing.
  public StepResult(
      ResourceRef ref, String action, Outcome outcome, Optional<Problem> problem, Duration took) {
    this(ref, action, outcome, problem, took, List.of());
  }

  /// How it ended.
  public enum Outcome {
    DONE,
    FAILED,
    NOT_RUN
  }
}

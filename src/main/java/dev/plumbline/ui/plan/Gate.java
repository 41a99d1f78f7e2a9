package dev.plumbline.ui.plan;

import dev.plumbline.model.Environment;
import dev.plumbline.model.Problem;
import dev.plumbline.ui.kit.Production;
import java.util.Optional;

/// What stands between a plan and its being applied.
///
/// @param stage where the review is
/// @param applies how many objects the plan writes
/// @param unreviewed why the commit needs a reason; empty when it is reviewed
/// @param reviewedOn the branch on which it is reviewed; empty when nothing here is
/// @param reviewRequired whether the environment refuses what is not reviewed, reason or not
/// @param reason the reason typed so far
/// @param mustType what has to be typed before a production place is touched; empty elsewhere
/// @param typed what is typed so far
record Gate(
    Stage stage,
    int applies,
    Optional<Problem> unreviewed,
    Optional<String> reviewedOn,
    boolean reviewRequired,
    String reason,
    Optional<String> mustType,
    String typed) {

  /// Where the review is.
  enum Stage {
    COMPUTING,
    READY,
    RUNNING,
    /// It ran, or the cluster changed: only a new plan can be applied.
    SPENT
  }

  /// Why nothing can be applied now.
  enum Bar {
    COMPUTING,
    RUNNING,
    SPENT,
    NOTHING,
    REVIEW_REQUIRED,
    NEEDS_REASON,
    NEEDS_NAME
  }

  /// What bars applying; empty when it may start.
  Optional<Bar> bar() {
    return dryRunBar()
        .or(() ->
            unreviewed.isPresent() && reviewRequired
                ? Optional.of(Bar.REVIEW_REQUIRED)
                : Optional.empty())
        .or(() ->
            unreviewed.isPresent() && reason.isBlank()
                ? Optional.of(Bar.NEEDS_REASON)
                : Optional.empty())
        .or(() ->
            mustType.isPresent() && !mustType.get().equals(typed.strip())
                ? Optional.of(Bar.NEEDS_NAME)
                : Optional.empty());
  }

  /// What bars a dry-run, which writes nothing and so needs neither a reason nor a name.
  Optional<Bar> dryRunBar() {
    return switch (stage) {
      case COMPUTING -> Optional.of(Bar.COMPUTING);
      case RUNNING -> Optional.of(Bar.RUNNING);
      case SPENT -> Optional.of(Bar.SPENT);
      case READY -> applies == 0 ? Optional.of(Bar.NOTHING) : Optional.empty();
    };
  }

  /// What must be typed before an environment is touched: its name, where that is production.
  ///
  /// @param context the kubeconfig context that the plan writes to; empty while none is known
  static Optional<String> mustType(Environment environment, Optional<String> context) {
    return Production.is(environment, context) ? Optional.of(environment.name()) : Optional.empty();
  }
}

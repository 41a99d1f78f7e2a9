package dev.plumbline.model;

/// Carries a [Problem] up to whoever shows it. Adapters throw nothing else.
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.sentence());
    this.problem = problem;
  }

  public ProblemException(Problem problem, Throwable cause) {
    super(problem.sentence(), cause);
    this.problem = problem;
  }

  /// What went wrong.
  public Problem problem() {
    return problem;
  }
}
